import type { Db } from '../db/connect.ts'
import type { Calendar } from '../domain/calendar.ts'
import type { RuleBook } from '../domain/rule-book.ts'
import type { Log } from '../feishu/log.ts'
import type { Feishu } from '../feishu/port.ts'
import type { Clock } from './clock.ts'
import type { LawSource } from './current-law.ts'
import type { Names } from './names.ts'

/** The handful of things a use case is given. */
export interface Deps {
  db: Db
  feishu: Feishu
  clock: Clock
  /** Where rule books and calendars come from; `inForce` reads it at the start of each turn. */
  law: LawSource
  calendar: Calendar
  /** Every rule book a running slip may rest on, newest last. */
  ruleBooks: readonly RuleBook[]
  names: Names
  newId: () => string
  log: Log
  /** Something was written that a loop should look at now instead of at its next turn. */
  wake: () => void
}

/** The same, with the rule books and the calendar as they stand now: an import by any process counts from the next turn on. */
export const inForce = async (deps: Deps): Promise<Deps> => ({
  ...deps,
  ...(await deps.law.current()),
})
