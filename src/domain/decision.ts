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
  /** A finishing or meeting day before the day of the inspection. */
  | { is: 'beforeInspection' }
  /** The card pressed shows an older round than the one on the table. */
  | { is: 'stale' }
  | { is: 'supplementAfterDeadline' }
  | { is: 'ruleNotDue' }
  /** D6, D7: asked before; a second time is refused. */
  | { is: 'onlyOnce' }
  | { is: 'afterDeadline' }
  /** The day asked for is not after the deadline that stands. */
  | { is: 'notLater' }
  | { is: 'tooFar'; days: number }
  | { is: 'nothingToRule' }
  | { is: 'sameUnit' }
  | { is: 'notColleague' }
  | { is: 'urgedRecently'; again: Instant }
  | { is: 'notIssuer' }
  | { is: 'notOffice' }
  /** A correction may change words, not what the slip is about. */
  | { is: 'notACorrection' }
  /** Nothing in it is left for the unit to answer. */
  | { is: 'nothingOpen' }
  /** I4: only with its grounds. */
  | { is: 'orangeNeedsGrounds' }
  | { is: 'futureInspection' }
  /** D5: earlier slips about the same problem, and nobody has said whether it is the same. */
  | { is: 'repeatUnjudged' }
  | { is: 'notVisible' }
  | { is: 'draftNotYours' }
  | { is: 'draftDone'; state: 'issued' | 'cancelled' | 'awaiting' | 'declined' }
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
