import type { Actor } from './authority.ts'
import type { Deadline } from './deadline.ts'
import type { OpenId } from './organisation.ts'
import type { PlannedReminder } from './reminder-plan.ts'
import type { RuleId } from './rule-book.ts'
import type { Serial } from './serial.ts'
import type {
  BlueHistory,
  FeedbackContent,
  Outcome,
  Proposal,
  SlipContent,
  SlipId,
} from './slip.ts'
import type { Instant } from './time.ts'

/** A fact about one slip: past tense, never changed, never removed. */
export type SlipEvent = Fact & {
  at: Instant
  by: Actor
  /** The rule it rests on. */
  rule: RuleId
}

export type Fact =
  | {
      type: 'issued'
      content: SlipContent
      serial: Serial
      inspector: OpenId
      rules: string
      blue?: BlueHistory
      /** D11: when its card leaves, if a rule issued it out of hours; else at once. */
      cardLeavesAt?: Instant
    }
  | { type: 'served'; messageId: string; deadline: Deadline; plan: readonly PlannedReminder[] }
  | { type: 'serviceFailed'; code: number; reason: string }
  | { type: 'signedFor' }
  | { type: 'feedbackSubmitted'; feedback: FeedbackContent; late: boolean; verdictDueAt: Instant }
  | { type: 'verdictGiven'; outcome: Outcome; reason: string; round: number }
  | { type: 'reminded'; index: number }
  | { type: 'verdictUrged' }
  | { type: 'breached' }
  | { type: 'orangeProposed'; ground: Proposal['ground']; confirmsAt: Instant }
  /** `verdictDueAt`: for a feedback that waited under the proposal. */
  | { type: 'orangeDismissed'; reason: string; verdictDueAt: Instant }
  | { type: 'deadlineSet'; deadline: Deadline; plan: readonly PlannedReminder[] }
  | { type: 'escalated'; orange: SlipId }
  | { type: 'closed' }
