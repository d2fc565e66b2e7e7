import type { Person } from '../src/domain/authority.ts'
import type { SlipEvent } from '../src/domain/events.ts'
import type { OpenId, Unit } from '../src/domain/organisation.ts'
import type { RuleBook } from '../src/domain/rule-book.ts'
import type { Serial } from '../src/domain/serial.ts'
import type { Slip } from '../src/domain/slip.ts'
import type { Instant } from '../src/domain/time.ts'

/** What every card about a slip needs to know. */
export interface Reading {
  slip: Slip
  unit: Unit
  /** Every unit: to name one by its code, to choose one from. */
  units: readonly Unit[]
  /** The rule book of the slip. */
  rules: RuleBook
  name: (id: OpenId) => string
  now: Instant
  /** Whose private copy it is; without one it is the group's. */
  reader?: Person
  /** The record of the slip: who decided what. Cards that tell of decisions want it. */
  history?: readonly SlipEvent[]
  /** The orange slip it became. */
  orange?: Serial | undefined
}
