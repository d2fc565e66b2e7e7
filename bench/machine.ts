import os from 'node:os'
import process from 'node:process'

/** What the numbers depend on; taken before the load begins, so that the load average is that of others. */
export function describeMachine(postgresVersion: string): string {
  const day = new Date().toISOString().slice(0, 10)
  const [minute = 0] = os.loadavg()
  return [
    day,
    `${os.availableParallelism()} cores (${os.arch()})`,
    `${Math.round(os.totalmem() / 2 ** 30)} GB memory`,
    `Node ${process.versions.node}`,
    `PostgreSQL ${postgresVersion}`,
    `load average before the run ${minute.toFixed(1)}`,
  ].join(' · ')
}
