import { statutoryHoliday } from './statutory-holidays.ts'
import { addDays, type Day, weekdayOf, yearOf } from './time.ts'

/** What a yearly State Council notice says of one day. */
export interface DayNotice {
  /** `off`: a day off by the notice. `work`: a make-up working day (调休上班). */
  kind: 'off' | 'work'
  /** The holiday it belongs to, e.g. 国庆节. */
  name: string
}

/** Day-level notices on top of weekends and the statutory holidays. A value: never edited, only replaced by a later version. */
export interface Calendar {
  version: string
  /** Years whose notice is loaded. For any other year the law alone speaks. */
  years: readonly number[]
  notices: Readonly<Record<Day, DayNotice>>
}

/** How a day counts, and why. */
export interface DayStatus {
  day: Day
  working: boolean
  reason: 'weekday' | 'weekend' | 'holiday' | 'makeUp'
  /** Name of the holiday, for `holiday` and `makeUp`. */
  name?: string
  /** False when the notice for the year is not loaded. */
  byNotice: boolean
}

/**
 * Whether the notice that speaks of a day is loaded. The last days of December have two: 元旦 reached back
 * to 29 December 2018 (a make-up day) and 31 December 2022 (a day off) by the notices of the years after.
 */
export function hasNotice({ years }: Calendar, day: Day): boolean {
  const year = yearOf(day)
  return years.includes(year) && (day < `${year}-12-29` || years.includes(year + 1))
}

/** The status of a day: notice first, then the law, then the weekday. */
export function dayStatus(calendar: Calendar, day: Day): DayStatus {
  const byNotice = hasNotice(calendar, day)
  const notice = calendar.notices[day]
  if (notice?.kind === 'work')
    return { day, working: true, reason: 'makeUp', name: notice.name, byNotice }
  const holiday = notice?.name ?? statutoryHoliday(day)
  if (holiday) return { day, working: false, reason: 'holiday', name: holiday, byNotice }
  const weekend = weekdayOf(day) % 6 === 0
  return { day, working: !weekend, reason: weekend ? 'weekend' : 'weekday', byNotice }
}

export const isWorking = (calendar: Calendar, day: Day): boolean => dayStatus(calendar, day).working

/** The day itself when it is working, else the first working day after it. */
export function workingDayFrom(calendar: Calendar, day: Day): Day {
  let candidate = day
  while (!isWorking(calendar, candidate)) candidate = addDays(candidate, 1)
  return candidate
}

/** The first working day after a day. */
export const nextWorkingDay = (calendar: Calendar, day: Day): Day =>
  workingDayFrom(calendar, addDays(day, 1))

/** The day itself when it is working, else the last working day before it. */
export function workingDayUntil(calendar: Calendar, day: Day): Day {
  let candidate = day
  while (!isWorking(calendar, candidate)) candidate = addDays(candidate, -1)
  return candidate
}
