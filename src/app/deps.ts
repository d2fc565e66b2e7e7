import type { Db } from '../db/connect.ts'
import type { Calendar } from '../domain/calendar.ts'
import type { RuleBook } from '../domain/rule-book.ts'
import type { Log } from '../feishu/log.ts'
import type { Feishu } from '../feishu/port.ts'
import type { Clock } from './clock.ts'
import type { Names } from './names.ts'

/** The handful of things a use case is given. */
export interface Deps {
  db: Db
  feishu: Feishu
  clock: Clock
  calendar: Calendar
  /** Every rule book a running slip may rest on, newest last. */
  ruleBooks: readonly RuleBook[]
  names: Names
  newId: () => string
  log: Log
  /** Something was written that a loop should look at now instead of at its next turn. */
  wake: () => void
}
