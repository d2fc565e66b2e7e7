import type { Organisation } from './organisation.ts'
import type { Subject } from './rule-book.ts'
import type { Finding } from './slip.ts'
import type { Day } from './time.ts'

/** The cells of a slip as words, before they are looked up. */
export interface Typed {
  unit?: string | undefined
  site?: string | undefined
  subject?: string | undefined
  inspectedOn?: string | undefined
  findings: readonly Finding[]
  highlights?: string | undefined
  remark?: string | undefined
  reason?: string | undefined
}

/** What reading rests on: the registry, the rule book's subjects and the day it is. */
export interface Context {
  org: Organisation
  subjects: readonly Subject[]
  today: Day
}
