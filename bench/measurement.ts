import type { Emulator } from '../emulator/main.ts'
import type { BotSettings } from '../src/bot.ts'
import type { Organisation } from '../src/domain/organisation.ts'
import type { Cluster } from './cluster.ts'

/** A question about speed, asked side by side with a peer. */
export interface Measurement {
  name: string
  run(stage: Stage): Promise<Report>
}

/** What every measurement may stand on. */
export interface Stage {
  cluster: Cluster
  org: Organisation
  feishu: Emulator
  /** What a bot needs to work with that Feishu. */
  credentials: BotSettings['feishu']
  /** The moment business clocks start from. */
  at: number
  say(line: string): void
}

export interface Report {
  title: string
  /** How it was measured. */
  how: string
  tables: Table[]
  goals: Goal[]
  notes: string[]
}

export interface Table {
  head: string[]
  rows: string[][]
}

export interface Goal {
  what: string
  target: string
  measured: string
  met: boolean
  /** Why it was missed. */
  reason?: string
}
