import type { Actor } from './authority.ts'
import type { Deadline } from './deadline.ts'
import type { OpenId, UnitCode } from './organisation.ts'
import type { PlannedReminder } from './reminder-plan.ts'
import type { RuleId } from './rule-book.ts'
import type { Serial } from './serial.ts'
import type {
  BlueHistory,
  FeedbackContent,
  Grounds,
  LookBack,
  LookBackFinding,
  Outcome,
  Proposal,
  RepeatVerdict,
  SlipContent,
  SlipId,
} from './slip.ts'
import type { Day, Instant } from './time.ts'

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
      grounds?: Grounds
      repeat?: RepeatVerdict
      /** D11: when its card leaves, if a rule issued it out of hours; else at once. */
      cardLeavesAt?: Instant
    }
  /** No deadline on a green slip: it is done when it is served. */
  | { type: 'served'; messageId: string; deadline?: Deadline; plan: readonly PlannedReminder[] }
  | { type: 'serviceFailed'; code: number; reason: string }
  | { type: 'signedFor' }
  | {
      type: 'feedbackSubmitted'
      feedback: FeedbackContent
      findings?: readonly number[]
      late: boolean
      verdictDueAt: Instant
    }
  | { type: 'verdictGiven'; outcome: Outcome; reason: string; round: number }
  | { type: 'reminded'; index: number }
  | { type: 'verdictUrged' }
  | { type: 'breached' }
  | { type: 'orangeProposed'; ground: Proposal['ground']; confirmsAt: Instant }
  /** `verdictDueAt`: for a feedback that waited under the proposal. */
  | { type: 'orangeDismissed'; reason: string; verdictDueAt: Instant }
  | { type: 'deadlineSet'; deadline: Deadline; plan: readonly PlannedReminder[] }
  /** Why the director gave an overdue orange another day. */
  | { type: 'deadlineReset'; reason: string }
  | { type: 'escalated'; orange: SlipId }
  | { type: 'closed' }
  | { type: 'closingProposed' }
  | { type: 'extensionRequested'; reason: string; until: Day; rulingDueAt: Instant }
  | { type: 'extensionRuled'; granted: boolean; reason: string }
  | { type: 'returnRequested'; reason: string; unit: UnitCode; rulingDueAt: Instant }
  | { type: 'returnRuled'; granted: boolean; reason: string }
  /** D7: the slip goes to the right unit and is served anew. */
  | { type: 'transferred'; unit: UnitCode }
  | { type: 'rulingUrged'; about: 'extension' | 'return' }
  | { type: 'interimReplied'; text: string }
  | { type: 'handedOver'; to: OpenId }
  | { type: 'urged' }
  | { type: 'corrected'; content: SlipContent; reason: string }
  | { type: 'withdrawn'; reason: string }
  | { type: 'serviceRetried' }
  | { type: 'lookBackPlanned'; lookBack: LookBack }
  | { type: 'lookBackDue' }
  | { type: 'lookedBack'; finding: LookBackFinding; reason: string }
