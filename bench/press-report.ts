import type { Lap } from './contender.ts'
import type { Report } from './measurement.ts'
import { median, needOf, percentile, spread } from './statistics.ts'

export interface Measured {
  signed: Lap[]
  answered: Lap[]
  floor: Lap[]
  perSecond: number
  slips: number
}

const TITLES = {
  floor: "the SDK's adaptor answering a fixed card, nothing decided or stored",
  signed: 'ours: 签收',
  answered: 'ours: 提交反馈, with its form',
}

export function reportOf({ perSecond, slips, ...laps }: Measured): Report {
  const row = (name: keyof typeof TITLES) => {
    const times = latencies(laps[name])
    return [
      TITLES[name],
      String(times.length),
      ...[0.5, 0.99, 1].map((share) => percentile(times, share).toFixed(1)),
      median(cpu(laps[name])).toFixed(0),
    ]
  }
  const ours = tails([...laps.signed, ...laps.answered])
  return {
    title: 'Card press → decided, committed, new card in the answer',
    how: `${perSecond} presses a second over ${slips} slips, each issued through the bot itself (chat line, draft, 签发, card in the unit's group); rounds of ours and the peer in turns. Every answer is checked to carry the expected toast and a new card. The bot sends and patches the other copies of the cards meanwhile; the local Feishu that takes them shares the machine.`,
    tables: [
      {
        head: ['', 'presses', 'p50 ms', 'p99 ms', 'worst ms', 'server CPU µs/press'],
        rows: (['floor', 'signed', 'answered'] as const).map(row),
      },
    ],
    goals: [
      {
        what: `p99 at ${perSecond} presses/s, median over the rounds`,
        target: '< 100 ms (the platform allows 3 s)',
        measured: `${spread(ours, 1)} ms`,
        met: median(ours) < 100,
        reason: `${needOf(median(cpu([...laps.signed, ...laps.answered])), perSecond)}; the peer's own p99 was ${spread(tails(laps.floor), 1)} ms`,
      },
    ],
    notes: [],
  }
}

const latencies = (laps: readonly Lap[]): number[] => laps.flatMap((lap) => [...lap.latencies])

const tails = (laps: readonly Lap[]): number[] => laps.map((lap) => percentile(lap.latencies, 0.99))

const cpu = (laps: readonly Lap[]): number[] => laps.map(({ cpuMicros }) => cpuMicros)
