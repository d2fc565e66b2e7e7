import type { Actor } from './authority.ts'
import type { OpenId, UnitCode } from './organisation.ts'
import type { Serial } from './serial.ts'
import type {
  BlueHistory,
  FeedbackContent,
  Grounds,
  LookBackFinding,
  Outcome,
  RepeatVerdict,
  SlipContent,
  SlipId,
} from './slip.ts'
import type { Step } from './next-step.ts'
import type { Day, Instant } from './time.ts'

/** What people and timers may ask of a slip. The moment and every new id are in the command: deciding knows no clock and no chance. */
export type Command = Order & { by: Actor; at: Instant }

export type Order =
  | {
      type: 'issue'
      content: SlipContent
      serial: Serial
      inspector: OpenId
      blue?: BlueHistory
      grounds?: Grounds
      repeat?: RepeatVerdict
    }
  | { type: 'recordService'; messageId: string }
  | { type: 'recordServiceFailure'; code: number; reason: string }
  | { type: 'signFor' }
  /** `findings`: which it answers, by their place; missing: all that are open. */
  | { type: 'submitFeedback'; feedback: FeedbackContent; findings?: readonly number[] }
  | { type: 'replyInterim'; text: string }
  | { type: 'requestExtension'; reason: string; until: Day }
  | { type: 'ruleExtension'; granted: boolean; reason: string }
  /** `unit`: the right one, by its code. */
  | { type: 'requestReturn'; reason: string; unit: UnitCode }
  | { type: 'ruleReturn'; granted: boolean; reason: string }
  /** `members`: who belongs to the unit today. */
  | { type: 'handOver'; to: OpenId; members: readonly OpenId[] }
  | { type: 'urge' }
  | { type: 'correct'; content: SlipContent; reason: string }
  | { type: 'withdraw'; reason: string }
  | { type: 'retryService' }
  /** The director's second signature under a closing, or the refusal of it. */
  | { type: 'countersign'; agreed: boolean; reason: string }
  | { type: 'lookBack'; finding: LookBackFinding; reason: string }
  /** `round`: the feedback the reviewer had before their eyes. */
  | { type: 'judge'; outcome: Outcome; reason: string; round: number }
  /** `orange`: id for the orange slip to come. */
  | { type: 'confirmOrange'; orange: SlipId }
  | { type: 'dismissOrange'; reason: string; until: Day }
  /** The director's way on when an orange has run overdue and its reminders are spent. */
  | { type: 'resetDeadline'; reason: string; until: Day }
  /** A timer ran out; `orange` as above, for the case that silence confirms. */
  | { type: 'runStep'; step: Step['kind']; orange: SlipId }
