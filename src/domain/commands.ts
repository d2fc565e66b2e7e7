import type { Actor } from './authority.ts'
import type { OpenId } from './organisation.ts'
import type { Serial } from './serial.ts'
import type { BlueHistory, FeedbackContent, Outcome, SlipContent, SlipId } from './slip.ts'
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
    }
  | { type: 'recordService'; messageId: string }
  | { type: 'recordServiceFailure'; code: number; reason: string }
  | { type: 'signFor' }
  | { type: 'submitFeedback'; feedback: FeedbackContent }
  /** `round`: the feedback the reviewer had before their eyes. */
  | { type: 'judge'; outcome: Outcome; reason: string; round: number }
  /** `orange`: id for the orange slip to come. */
  | { type: 'confirmOrange'; orange: SlipId }
  | { type: 'dismissOrange'; reason: string; until: Day }
  /** A timer ran out; `orange` as above, for the case that silence confirms. */
  | { type: 'runStep'; step: Step['kind']; orange: SlipId }
