import type { Sealed } from '../emulator/seal.ts'
import { type Child, startChild } from './child.ts'
import type { Job, Load } from './load.ts'
import type { Usage } from './serve/answer-parent.ts'

/** A server under load, in a process of its own. */
export interface Contender {
  name: string
  port: number
  usage(): Promise<Usage>
  stop(): Promise<void>
}

const ENTRIES = {
  empty: new URL('./serve/empty.ts', import.meta.url),
  sdk: new URL('./serve/sdk.ts', import.meta.url),
  bot: new URL('./serve/bot.ts', import.meta.url),
}

export async function startContender(
  name: string,
  entry: keyof typeof ENTRIES,
  settings: unknown,
): Promise<Contender> {
  const child = await startChild(ENTRIES[entry], settings)
  const { port } = child.ready as { port: number }
  return {
    name,
    port,
    usage: async () => (await child.ask('usage')) as Usage,
    stop: () => child.stop(),
  }
}

/** One contender in one round. */
export interface Lap {
  perSecond: number
  latencies: Float64Array
  /** Of the server process, per request; unlike the rate it hardly feels what else runs on the machine. */
  cpuMicros: number
}

type Pace = Pick<Job, 'connections' | 'perSecond'> & { expects?: Job['expects'] }

export type Shoot = (to: Contender, requests: readonly Sealed[], pace: Pace) => Promise<Lap>

/** The load generator, one process for the whole run. */
export async function startLoad(): Promise<{ shoot: Shoot; stop: Child['stop'] }> {
  const child = await startChild(new URL('load.ts', import.meta.url), {})
  const shoot: Shoot = async (to, requests, pace) => {
    const job: Job = { port: to.port, path: '/webhook/feishu', requests, expects: [], ...pace }
    const before = await to.usage()
    const load = (await child.ask(job)) as Load
    const after = await to.usage()
    if (load.failures > 0)
      throw new Error(`${to.name}: ${load.failures} wrong answers, the first: ${load.firstFailure}`)
    return {
      perSecond: requests.length / load.seconds,
      latencies: load.latencies,
      cpuMicros: (after.cpuMicros - before.cpuMicros) / requests.length,
    }
  }
  return { shoot, stop: () => child.stop() }
}
