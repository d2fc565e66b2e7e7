import type { Law } from './decide.ts'
import { workingDaysLater } from './office-hours.ts'
import type { Instant } from './time.ts'

/** D9: when the office owes its verdict on something that reached it at a moment. */
export const verdictDue = ({ rules, calendar }: Law, at: Instant): Instant =>
  workingDaysLater(rules.officeHours, calendar, at, rules.verdictWorkingDays)
