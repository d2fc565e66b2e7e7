import { execFile } from 'node:child_process'
import { readFile, readlink, realpath, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

/** What a server writes about itself into its cluster's folder. */
export interface Postmaster {
  pid: number
  port: number
  ready: boolean
}

const LOOK_AGAIN_MS = 10
const run = promisify(execFile)
const pidFile = (cluster: string) => join(cluster, 'postmaster.pid')

/** The server that holds a cluster, ready or on its way up or down; undefined when none lives. */
export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const text = await readFile(pidFile(cluster), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const pid = Number(lines[0])
  if (!(pid > 0) || !isAlive(pid) || !(await holds(pid, cluster))) return undefined
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/** Waits while a server is on its way up or down. */
export async function settledPostmaster(cluster: string): Promise<Postmaster | undefined> {
  for (;;) {
    const postmaster = await findPostmaster(cluster)
    if (postmaster === undefined || postmaster.ready) return postmaster
    await pause(LOOK_AGAIN_MS)
  }
}

export async function untilGone(cluster: string): Promise<void> {
  while (await findPostmaster(cluster)) await pause(LOOK_AGAIN_MS)
}

/** Above every pid a system gives. */
const NOBODY = 2 ** 22

/**
 * Takes a dead server's number out of its file. PostgreSQL sees to that itself, unless the number now belongs to another
 * process of the same user: after the restart of a container that is the rule, and it would refuse to start. The file
 * itself must stay: by it a new server finds out whether orphans of the dead one still write to the folder.
 */
export async function disownStale(cluster: string): Promise<void> {
  const text = await readFile(pidFile(cluster), 'utf8').catch(() => '')
  if (text === '' || (await findPostmaster(cluster))) return
  await writeFile(pidFile(cluster), text.replace(/^\d+/, String(NOBODY)))
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Whether a living process is this cluster's server. In doubt yes: two servers on one folder would destroy it. */
async function holds(pid: number, cluster: string): Promise<boolean> {
  if (process.platform === 'win32') return true
  if (process.platform === 'linux') return standsIn(pid, cluster)
  const name = await run('ps', ['-p', String(pid), '-o', 'comm=']).catch(() => undefined)
  return name === undefined || name.stdout.includes('postgres')
}

/** A server stands in its cluster's folder all its life. A dead one not yet reaped stands nowhere. */
async function standsIn(pid: number, cluster: string): Promise<boolean> {
  try {
    return (await readlink(`/proc/${pid}/cwd`)) === (await realpath(cluster))
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EACCES'
  }
}
