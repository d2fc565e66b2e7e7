import { type Calendar, workingDayFrom } from './calendar.ts'
import { deskOf, nextStep, type Step } from './next-step.ts'
import type { Serial } from './serial.ts'
import type { Slip, SlipId, Stage } from './slip.ts'
import { addDays, type Day, dayOf, type Instant, timeOn } from './time.ts'

/** Something that is not as the bot promises. */
export type Find = SlipFind | RowFind

export type SlipFind = {
  slip: SlipId
  serial: Serial
} & (
  | { kind: 'missingStep' | 'wrongStep' | 'strayStep' | 'wrongDesk' }
  /** Long due and not taken, for the reason of its last try. */
  | { kind: 'stuckStep'; reason: string }
  /** `seq`: the first fact that does not fit. */
  | { kind: 'brokenChain'; seq: number }
  /** The slip is not what its facts make of it. */
  | { kind: 'driftedState' }
)

/** `row`: its id in `outbox` or `inbox`. */
export interface RowFind {
  kind: 'stuckMessage' | 'silentFailure' | 'stuckArrival' | 'failedArrival'
  row: number
  reason: string
}

const SET_RIGHT: readonly Find['kind'][] = ['missingStep', 'wrongStep', 'strayStep', 'wrongDesk']

/** What follows from the slip alone is set right at once; anything else is for a human. */
export const isSetRight = ({ kind }: Find): boolean => SET_RIGHT.includes(kind)

/** What became of the messages that were to leave in a span of time. */
export interface Promises {
  kept: number
  late: number
  failed: number
  /** Still waiting, for less time than would make it a find. */
  waiting: number
}

/** What an audit found: the figures of its receipt, frozen. */
export interface Account {
  /** From when the promises are counted: the last receipt. */
  since: Instant
  promises: Promises
  failures: readonly { code: number; reason: string; count: number }[]
  open: number
  /** Slips whose record was gone through. */
  records: number
  /** How many finds there were, and the first of them. */
  found: number
  finds: readonly Find[]
  /** A receipt of it was sent. */
  told: boolean
}

/** The step a slip is down for. */
export type PlannedStep = Step & { version: number }

export function stepFault(
  slip: Slip,
  planned: PlannedStep | undefined,
): 'missingStep' | 'wrongStep' | 'strayStep' | undefined {
  const step = nextStep(slip)
  if (!step) return planned && 'strayStep'
  if (!planned) return 'missingStep'
  const same =
    planned.kind === step.kind && planned.at === step.at && planned.version === slip.version
  return same ? undefined : 'wrongStep'
}

/** Lists find a slip by the desk and the stage beside it. */
export const isListedRight = (
  slip: Slip,
  { stage, desk }: { stage: Stage; desk: string | undefined },
): boolean => stage === slip.stage && desk === deskOf(slip)

const AUDIT_AT = '08:00'

/** The day whose audit is due or done at a moment. */
export const auditDayAt = (now: Instant): Day => {
  const today = dayOf(now)
  return now < timeOn(today, AUDIT_AT) ? addDays(today, -1) : today
}

/** The next morning with a receipt. */
export const nextReceiptAt = (calendar: Calendar, now: Instant): Instant =>
  timeOn(workingDayFrom(calendar, addDays(auditDayAt(now), 1)), AUDIT_AT)
