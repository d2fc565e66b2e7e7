import { loadCalendar } from '../../src/app/load-calendar.ts'
import type { Actor } from '../../src/domain/authority.ts'
import type { Order } from '../../src/domain/commands.ts'
import { decide } from '../../src/domain/decide.ts'
import type { Decision, Reason } from '../../src/domain/decision.ts'
import type { SlipEvent } from '../../src/domain/events.ts'
import { replay } from '../../src/domain/evolve.ts'
import { RULE_BOOK_2026 } from '../../src/domain/rule-book-2026.ts'
import type { RuleBook, RuleId } from '../../src/domain/rule-book.ts'
import type { Slip } from '../../src/domain/slip.ts'
import { clockOf, dayOf, type Instant, timeOn } from '../../src/domain/time.ts'

export const RULES = RULE_BOOK_2026
export const CALENDAR = loadCalendar()
export const SLIP = '5f0e6e0a-0000-4000-8000-000000000001'

/** A moment as the wall clock of the office shows it: `2026-11-16 10:00`. */
export function at(wall: string): Instant {
  const [day = '', clock = ''] = wall.split(' ')
  return timeOn(day, clock)
}

/** A moment the way `at` reads it. */
export const wall = (moment: Instant): string => `${dayOf(moment)} ${clockOf(moment)}`

/** The slip a story leads to. */
export function slipAfter(events: readonly SlipEvent[]): Slip {
  const slip = replay(SLIP, events)
  if (!slip) throw new Error('a story begins with issued')
  return slip
}

/** Given what happened, when somebody asks, these `facts` follow or it is `refused`. */
export const given = (events: readonly SlipEvent[], rules: RuleBook = RULES) => ({
  when: (order: Order, by: Actor, moment: string): Decision =>
    decide(rules, CALENDAR, replay(SLIP, events), { ...order, by, at: at(moment) }),
})

/** The facts of a decision that is expected to go well. */
export function accepted(decision: Decision): readonly SlipEvent[] {
  if ('refused' in decision) throw new Error(inWords(decision))
  return decision.accepted
}

/** What a spec says of one fact: its type, and whatever else matters. */
type Told = SlipEvent['type'] | ({ type: SlipEvent['type'] } & Partial<Record<string, unknown>>)

/** To be matched as an object: exactly these facts, each with what the spec says of it. */
export const facts = (...told: Told[]) => ({
  accepted: told.map((fact) => (typeof fact === 'string' ? { type: fact } : fact)),
})

/** To be equalled: the rule that forbids it, and why. */
export const refused = (
  rule: RuleId,
  is: Reason['is'],
  more: Readonly<Record<string, unknown>> = {},
) => ({ refused: { rule, reason: { is, ...more } } })

/** A decision in one line, for tables: `closed`, or `D4 stale`. */
export function inWords(decision: Decision): string {
  if ('refused' in decision) return `${decision.refused.rule} ${decision.refused.reason.is}`
  return decision.accepted.map((fact) => fact.type).join(' + ') || 'nothing'
}
