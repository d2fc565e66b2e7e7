import {
  type Calendar,
  isWorking,
  nextWorkingDay,
  workingDayFrom,
  workingDayUntil,
} from './calendar.ts'
import { type Day, dayOf, type Instant, timeOn } from './time.ts'

/** D11: when people may be disturbed, `HH:mm` on working days. */
export interface OfficeHours {
  from: string
  to: string
  /** Where the second half of a working day begins. */
  afternoon: string
}

/** Whether somebody may be disturbed at a moment. */
export function inOfficeHours(hours: OfficeHours, calendar: Calendar, at: Instant): boolean {
  const day = dayOf(at)
  return isWorking(calendar, day) && at >= timeOn(day, hours.from) && at < timeOn(day, hours.to)
}

/** The moment itself when it lies in office hours, else the next opening. Shifted, never dropped. */
export function shiftIntoHours(hours: OfficeHours, calendar: Calendar, at: Instant): Instant {
  const day = dayOf(at)
  if (inOfficeHours(hours, calendar, at)) return at
  const opens = isWorking(calendar, day) && at < timeOn(day, hours.from)
  return timeOn(opens ? day : nextWorkingDay(calendar, day), hours.from)
}

/** Start of the last half working day that ends at or before a day's 24:00. */
export const lastHalfDay = (hours: OfficeHours, calendar: Calendar, lastDay: Day): Instant =>
  timeOn(workingDayUntil(calendar, lastDay), hours.afternoon)

/** Closing time of the nth working day after a moment: one working day's time for the office (D9). */
export function workingDaysLater(
  hours: OfficeHours,
  calendar: Calendar,
  at: Instant,
  days: number,
): Instant {
  let day = workingDayFrom(calendar, dayOf(shiftIntoHours(hours, calendar, at)))
  for (let i = 0; i < days; i++) day = nextWorkingDay(calendar, day)
  return timeOn(day, hours.to)
}
