import type { SlipEvent } from './events.ts'
import type { OpenId } from './organisation.ts'
import type { RuleId } from './rule-book.ts'
import type { Stage } from './slip.ts'
import type { Instant } from './time.ts'

/** Saying no is an everyday answer, not an error: it carries its rule, and the words for it live in the cards. */
export type Decision = { accepted: readonly SlipEvent[] } | { refused: Refusal }

export interface Refusal {
  rule: RuleId
  reason: Reason
}

/** Why not. */
export type Reason =
  | { is: 'notInspector' }
  | { is: 'notYourUnit' }
  | { is: 'notReviewer' }
  /** D8: a verdict never by the author of the feedback. */
  | { is: 'ownFeedback' }
  /** D8: nor by a member of the unit. */
  | { is: 'ownUnit' }
  | { is: 'notDirector' }
  | { is: 'alreadySigned'; by: OpenId; at: Instant }
  | { is: 'wrongStage'; stage: Stage }
  /** Field names of the form; the cards know their labels. */
  | { is: 'missing'; fields: readonly string[] }
  | { is: 'notADay'; field: string; text: string }
  | { is: 'dayPast' }
  | { is: 'futureFinish' }
  /** The card pressed shows an older round than the one on the table. */
  | { is: 'stale' }
  | { is: 'supplementAfterDeadline' }
  | { is: 'ruleNotDue' }
  | { is: 'notVisible' }
  | { is: 'draftNotYours' }
  | { is: 'draftDone'; state: 'issued' | 'cancelled' }
  | { is: 'draftChanged' }

export const refuse = (rule: RuleId, reason: Reason): Refusal => ({ rule, reason })

/** The first objection, or the events when there is none. */
export const unless = (
  objections: readonly (Refusal | undefined | false)[],
  events: () => readonly SlipEvent[],
): Decision => {
  const objection = objections.find((found) => found !== undefined && found !== false)
  return objection ? { refused: objection } : { accepted: events() }
}
