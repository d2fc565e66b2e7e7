import type { PeriodRule } from './deadline.ts'
import type { OfficeHours } from './office-hours.ts'
import type { Role } from './organisation.ts'
import type { Colour } from './slip.ts'
import type { Day } from './time.ts'

/** Ids of `regulation/rules.md`; every automatic step and every refusal names one. */
export type RuleId =
  | 'G1'
  | 'O1'
  | 'O2'
  | 'O4'
  | 'O5'
  | 'R1'
  | 'R2'
  | 'R3'
  | 'R4'
  | 'R5'
  | 'R6'
  | 'I1'
  | 'I2'
  | 'I3'
  | 'I4'
  | 'I4a'
  | 'I4b'
  | 'I4c'
  | 'I5'
  | 'I6'
  | 'I7'
  | 'I8'
  | 'I9'
  | 'A1'
  | 'A2'
  | 'A3'
  | 'D1'
  | 'D2'
  | 'D3'
  | 'D4'
  | 'D5'
  | 'D6'
  | 'D7'
  | 'D8'
  | 'D9'
  | 'D10'
  | 'D11'
  | 'D12'
  | 'D13'
  | 'D14'
  | 'D15'

/** When a reminder of the plan falls: a share of the time gone, the last half working day, the deadline, or n working days after. */
export type ReminderMoment =
  | { when: 'share'; share: number }
  | { when: 'lastHalfDay' }
  | { when: 'due' }
  | { when: 'after'; days: number }

export type ReminderRule = ReminderMoment & { to: readonly Role[] }

/** The regulation as data: a new version takes effect for new slips only. */
export interface RuleBook {
  version: string
  effectiveFrom: Day
  /** D1 per colour. */
  period: { blue: PeriodRule; orange: PeriodRule }
  /** D11. */
  officeHours: OfficeHours
  /** D11: the finite plan, in order; after its last line the slip lies on `finally`'s desk. */
  reminders: { plan: readonly ReminderRule[]; finally: Role }
  /** Colours whose closing needs the director's countersignature after the reviewer's 通过. */
  countersign: readonly Colour[]
  /** D5. */
  repeat: { months: number }
  /** D6: the furthest a single extension may reach beyond the deadline, calendar days. */
  extensionDaysMax: number
  /** Manual 催办: hours between two on one slip. */
  urgeEveryHours: number
  /** D10. */
  lookBack: {
    always: readonly Colour[]
    sample: { colour: Colour; share: number; seed: string }
    afterDays: number
    /** 再督查 after a look-back that found it kept in part only. */
    againAfterDays: number
  }
  /** D3: hours of silence after which an orange proposal is confirmed by rule; 0 = at once. */
  silenceHours: number
  /** D9: working days for a verdict. */
  verdictWorkingDays: number
  /** 督办项目 R1–R6. */
  subjects: readonly Subject[]
}

/** 督办项目 with its checklist (R1–R6). */
export interface Subject {
  rule: RuleId
  name: string
  types: readonly ProblemType[]
}

/** One line of a checklist. */
export interface ProblemType {
  /** `R3.1`; never reused for another problem, for D5 compares by it. */
  code: string
  name: string
  /** Words that hint at it in what the inspector types. */
  hints: readonly string[]
  /** Suggested 整改要求. */
  requirement: string
  /** D1 for this type; the shortest of a slip's findings counts. Missing: the colour's own. */
  period?: PeriodRule
}

/** 服务窗口, or a part of it that fits one subject only. */
export function findSubject(
  subjects: readonly Subject[],
  typed: string | undefined,
): string | undefined {
  const text = typed?.trim() ?? ''
  const fitting = subjects.filter(
    ({ name }) => name === text || (text.length >= 2 && name.includes(text)),
  )
  const exact = fitting.find(({ name }) => name === text)
  return (exact ?? (fitting.length === 1 ? fitting[0] : undefined))?.name
}
