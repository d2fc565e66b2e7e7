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
 */
export type Stage = 'unserved' | 'rectifying' | 'reviewing' | 'proposed' | 'escalated' | 'closed'

/** 督办事项 with its own 整改要求. */
export interface Finding {
  text: string
  requirement: string
}

/** What the inspector writes (A2, A3). */
export interface SlipContent {
  colour: 'blue' | 'orange'
  unit: UnitCode
  site?: string
  /** 督办项目. */
  subject: string
  /** 督查时间, the day of the inspection. */
  inspectedOn: Day
  findings: readonly Finding[]
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
  ground: Extract<RuleId, 'I4a' | 'I4b'>
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
  escalatedTo: SlipId | undefined
  closedAt: Instant | undefined
}

export const isOpen = (slip: Slip): boolean => slip.stage !== 'closed' && slip.stage !== 'escalated'

/** D1: past its deadline without having been closed or turned orange in time. */
export const isOverdue = (slip: Slip): boolean => isOpen(slip) && slip.breachedAt !== undefined
