import type { Deadline } from './deadline.ts'
import type { OpenId, UnitCode } from './organisation.ts'
import type { PlannedReminder } from './reminder-plan.ts'
import type { RuleId } from './rule-book.ts'
import type { Serial } from './serial.ts'
import type { Day, Instant } from './time.ts'

/** I2, I3, I4. */
export type Colour = 'green' | 'blue' | 'orange'

/** A slip's own id, a UUID; people see the serial. */
export type SlipId = string

/**
 * Where a slip stands.
 * `unserved`: issued, Feishu has not accepted its card into the unit's group, no clock (D2).
 * `rectifying`: the unit's move. `reviewing`: the reviewer's move. `proposed`: the director's move (D3).
 * `countersigning`: passed, the director's second signature is due. `lookingBack`: closed, the inspector goes and looks (I7).
 */
export type Stage =
  | 'unserved'
  | 'rectifying'
  | 'reviewing'
  | 'proposed'
  | 'countersigning'
  | 'lookingBack'
  | 'escalated'
  | 'closed'
  | 'voided'

/** 督办事项 with its own 整改要求. */
export interface Finding {
  text: string
  requirement: string
  /** Code of its problem type in the rule book (R1–R6); D5 compares by it. */
  type?: string
}

/** What the inspector writes (A1, A2, A3). */
export interface SlipContent {
  colour: Colour
  unit: UnitCode
  site?: string | undefined
  /** 督办项目. */
  subject: string
  /** 督查时间, the day of the inspection. */
  inspectedOn: Day
  /** Empty on a green slip. */
  findings: readonly Finding[]
  /** 服务创新及亮点, green only. */
  highlights?: string
  /** 备注, green only. */
  remark?: string
}

/** 整改结果（反馈）, I5; the orange ones additionally I6. */
export interface FeedbackContent {
  cause: string
  measures: string
  result: string
  finishedOn: Day
  /** Name as written by the unit, not an account. */
  responsible: string
  meeting?: Meeting
}

/** I6: what an orange slip demands on top. */
export interface Meeting {
  heldOn: Day
  chair: string
  minutes: string
  plan: string
}

export interface Feedback extends FeedbackContent {
  /** Which findings it answers, by their place in the content; missing: all of them. */
  findings?: readonly number[]
  by: OpenId
  at: Instant
  /** Submitted after the deadline. */
  late: boolean
}

/** D4: 通过, 退回补正, 整改不达标. */
export type Outcome = 'pass' | 'supplement' | 'fail'

export interface Verdict {
  outcome: Outcome
  reason: string
  by: OpenId
  at: Instant
  /** Number of the feedback it judges, from 1. */
  round: number
}

/** D3: an orange waiting for the director, with its ground. */
export interface Proposal {
  ground: Extract<RuleId, 'I4a' | 'I4b' | 'I7'>
  at: Instant
  /** When silence confirms it. */
  confirmsAt: Instant
}

/** 蓝单下达及整改情况 (A3): the blue slip's history, frozen when the orange is issued. */
export interface BlueHistory {
  id: SlipId
  serial: Serial
  ground: Proposal['ground']
  issuedAt: Instant
  servedAt: Instant | undefined
  dueAt: Instant | undefined
  signedAt: Instant | undefined
  feedback: readonly Feedback[]
  verdicts: readonly Verdict[]
  /** Who turned it orange; undefined when silence did. */
  confirmedBy: OpenId | undefined
}

/** Why a slip is orange from the start: I4c the same problem again (D5), or a direct one with its reason. */
export type Grounds =
  | { rule: 'I4c'; earlier: readonly Earlier[]; because: string }
  | { rule: 'I4'; because: string }

/** An earlier slip, as it is named on a later one. */
export interface Earlier {
  id: SlipId
  serial: Serial
}

/** D5: a human's word on whether earlier slips are about the same problem, kept with the slip. */
export interface RepeatVerdict {
  same: boolean
  because: string
  earlier: readonly Earlier[]
}

/** D6: asked once, before the deadline. */
export interface Extension {
  reason: string
  until: Day
  by: OpenId
  at: Instant
  /** D9. */
  rulingDueAt: Instant
  ruling?: Ruling
}

/** D7: 退单异议, once, with the right unit named. */
export interface ReturnRequest {
  reason: string
  unit: UnitCode
  by: OpenId
  at: Instant
  rulingDueAt: Instant
  ruling?: Ruling
}

export interface Ruling {
  granted: boolean
  reason: string
  by: OpenId
  at: Instant
}

/** A word in between; it does not stop the clock. */
export interface Interim {
  text: string
  by: OpenId
  at: Instant
}

/** D10, I7: what the look-back found. */
export type LookBackFinding = 'held' | 'partly' | 'relapsed'

/** I7: a visit planned after closing. */
export interface LookBack {
  at: Instant
  because: 'orange' | 'sample' | 'again'
  /** 0…1, the lot drawn for a sample; below the rule's share it is visited. */
  lot?: number
}

/** I7: a visit paid. */
export interface LookedBack {
  finding: LookBackFinding
  reason: string
  by: OpenId
  at: Instant
}

/** 督查落实单 as it stands, folded from its events. */
export interface Slip {
  id: SlipId
  /** Number of events folded so far. */
  version: number
  serial: Serial
  stage: Stage
  content: SlipContent
  inspector: OpenId
  issuedAt: Instant
  /** D11: when its card leaves, if a rule issued it out of hours. */
  cardLeavesAt?: Instant | undefined
  /** Rule book in force at issue; a later one never touches this slip. */
  rules: string
  blue: BlueHistory | undefined
  /** D2: when Feishu accepted the card into the unit's group. */
  served: { at: Instant; messageId: string } | undefined
  serviceFailure: { at: Instant; code: number; reason: string } | undefined
  deadline: Deadline | undefined
  plan: readonly PlannedReminder[]
  reminded: number
  signedFor: { by: OpenId; at: Instant } | undefined
  feedback: readonly Feedback[]
  verdicts: readonly Verdict[]
  /** D9: when the verdict is due. */
  verdictDueAt: Instant | undefined
  verdictUrged: boolean
  breachedAt: Instant | undefined
  proposal: Proposal | undefined
  grounds: Grounds | undefined
  /** D5: what was said of earlier slips when it was issued. */
  repeat: RepeatVerdict | undefined
  /** The colleague who has it in hand. */
  handler: OpenId | undefined
  extension: Extension | undefined
  returned: ReturnRequest | undefined
  interim: readonly Interim[]
  /** When somebody of the office last urged it by hand. */
  urgedAt: Instant | undefined
  /** Rulings that were overdue and have been urged (D9). */
  rulingsUrged: readonly ('extension' | 'return')[]
  corrections: readonly { reason: string; by: OpenId; at: Instant }[]
  withdrawn: { reason: string; by: OpenId; at: Instant } | undefined
  lookBack: LookBack | undefined
  lookedBack: readonly LookedBack[]
  escalatedTo: SlipId | undefined
  closedAt: Instant | undefined
}

const ENDED: readonly Stage[] = ['closed', 'escalated', 'voided']

export const isOpen = (slip: Slip): boolean => !ENDED.includes(slip.stage)

/** D1: past its deadline without having been closed or turned orange in time; what is opened again for a look-back is not. */
export const isOverdue = (slip: Slip): boolean =>
  isOpen(slip) && slip.closedAt === undefined && slip.breachedAt !== undefined
