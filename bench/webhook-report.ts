import type { Lap } from './contender.ts'
import type { Goal, Report } from './measurement.ts'
import { median, needOf, percentile, spread } from './statistics.ts'

const TITLES = {
  empty: 'an empty handler (ceiling of the generator and the wire)',
  sdk: "the SDK's adaptor, nothing stored",
  sdkInsert: "the SDK's adaptor, one INSERT per event",
  intake: 'ours: verified, stored, answered',
  bot: 'ours, working the events off at the same time',
}
type Name = (typeof NAMES)[number]

export type Laps = Record<Name, Lap[]>

export interface Measured {
  full: Laps
  paced: Laps
  resident: number
  connections: number
  events: number
  pace: number
  /** The ratios stood still before the last round that was allowed. */
  settled: boolean
}

export const NAMES = ['empty', 'sdk', 'sdkInsert', 'intake', 'bot'] as const

const TAIL_MS = 50

export function reportOf(measured: Measured): Report {
  const { full, paced, resident, connections, events, pace, settled } = measured
  return {
    title: 'Signed, encrypted message event → stored → 200',
    how: `${connections} keep-alive connections, ${events} distinct events per contender and round, ${full.sdk.length} rounds in turns; medians over the rounds, with the range in brackets. Every server is a process of its own, ours from an esbuild bundle as in production; the load comes from another process; PostgreSQL has fsync on and shares the cores with the two.`,
    tables: [
      tableOf('as fast as they can', full, NAMES),
      tableOf(`paced at ${pace}/s`, paced, ['empty', 'sdkInsert', 'bot']),
    ],
    goals: [ratio(full, 'sdk', 0.5), ratio(full, 'sdkInsert', 3), tailGoal(paced, pace)],
    notes: [
      'Ours stores what arrives at the same moment in one statement with one commit, up to 100 rows; the peer with the INSERT commits each event by itself, on ten connections. Both answer after the commit.',
      "The SDK's adaptor checks neither the verification token nor the age of a request; ours checks both and keeps three more indexes.",
      ...(settled ? [] : ['All rounds allowed were needed: other work kept the ratios moving.']),
      `Our process after the load: ${resident.toFixed(0)} MB resident.`,
    ],
  }
}

const tableOf = (title: string, laps: Laps, names: readonly Name[]) => ({
  head: [title, 'events/s', 'p50 ms', 'p99 ms', 'server CPU µs/event'],
  rows: names.map((name) => [
    TITLES[name],
    spread(rates(laps[name]), 0),
    spread(tails(laps[name], 0.5), 1),
    spread(tails(laps[name], 0.99), 1),
    cpu(laps[name]).toFixed(0),
  ]),
})

const rates = (laps: readonly Lap[]) => laps.map(({ perSecond }) => perSecond)
const tails = (laps: readonly Lap[], share: number) =>
  laps.map(({ latencies }) => percentile(latencies, share))
const cpu = (laps: readonly Lap[]) => median(laps.map(({ cpuMicros }) => cpuMicros))

function ratio(laps: Laps, peer: 'sdk' | 'sdkInsert', target: number): Goal {
  const { intake, sdk } = laps
  const against = (other: readonly Lap[]) =>
    intake.map(({ perSecond }, i) => perSecond / (other[i]?.perSecond ?? Number.NaN))
  const ratios = against(laps[peer])
  const storing = median(rates(laps[peer])) / median(rates(sdk))
  const bound =
    peer === 'sdk'
      ? ''
      : `; ${target} × would be ${(target * storing).toFixed(1)} × the adaptor that stores nothing at all`
  return {
    what: `rate, against ${TITLES[peer]}`,
    target: `≥ ${target} ×`,
    measured: `${spread(ratios)} ×`,
    met: median(ratios) >= target,
    reason: `an event costs our process ${cpu(intake).toFixed(0)} µs of CPU, the peer's ${cpu(laps[peer]).toFixed(0)} µs${bound}`,
  }
}

function tailGoal({ bot, empty }: Laps, pace: number): Goal {
  const ms = tails(bot, 0.99)
  return {
    what: `p99 at ${pace} events/s, working them off at the same time`,
    target: `< ${TAIL_MS} ms`,
    measured: `${spread(ms, 1)} ms`,
    met: median(ms) < TAIL_MS,
    reason: `${needOf(cpu(bot), pace)}; the empty handler's own p99 was ${spread(tails(empty, 0.99), 1)} ms`,
  }
}
