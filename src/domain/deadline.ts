import { type Calendar, dayStatus, type DayStatus, hasNotice } from './calendar.ts'
import { addDays, type Day, dayOf, endOf, type Instant } from './time.ts'

/** Rule D1 as data: how the days of a period are counted. */
export interface PeriodRule {
  days: number
  count: 'calendar' | 'working'
}

/** One line of the working shown with a deadline. */
export interface WorkedDay extends DayStatus {
  /** `start`: the day of service, not counted. `skipped`: passed over. `last`: the period ends at its 24:00. */
  role: 'start' | 'counted' | 'skipped' | 'last'
  /** 1, 2, 3 … for counted days; the last day keeps its own number unless it was moved to. */
  number?: number
}

/** A due moment with its working, stored once: no later edit of rules or calendar moves it. */
export interface Deadline {
  /** Exclusive: 24:00 of the last day in Asia/Shanghai. Whatever arrives before it is in time. */
  dueAt: Instant
  lastDay: Day
  /** Rule id the deadline rests on: D1, or D6/D3 for one granted by a decision. */
  rule: 'D1' | 'D3' | 'D6'
  calendar: string
  working: readonly WorkedDay[]
  /** True when a counted day lies in a year whose holiday notice is not loaded: computed from the law alone. */
  lawOnly: boolean
}

/**
 * D1: the day of service does not count; the period ends at 24:00 of the last counted day,
 * moved to the next working day when that day is off (Civil Code, articles 201 to 203).
 */
export function periodFrom(rule: PeriodRule, calendar: Calendar, servedAt: Instant): Deadline {
  const counted = count(rule, calendar, dayOf(servedAt))
  return deadlineOf('D1', calendar, moveOffHoliday(calendar, counted))
}

/** A deadline set by a decision for a named day (D6 extension, D3 dismissal); a day off is moved like any other (D1). */
export const deadlineOn = (rule: 'D3' | 'D6', calendar: Calendar, day: Day): Deadline =>
  deadlineOf(
    rule,
    calendar,
    moveOffHoliday(calendar, [{ ...dayStatus(calendar, day), role: 'counted' }]),
  )

function count(rule: PeriodRule, calendar: Calendar, start: Day): WorkedDay[] {
  const working: WorkedDay[] = [{ ...dayStatus(calendar, start), role: 'start' }]
  let number = 0
  for (let day = addDays(start, 1); number < rule.days; day = addDays(day, 1)) {
    const status = dayStatus(calendar, day)
    const counts = rule.count === 'calendar' || status.working
    working.push(
      counts ? { ...status, role: 'counted', number: ++number } : { ...status, role: 'skipped' },
    )
  }
  return working
}

function moveOffHoliday(calendar: Calendar, working: readonly WorkedDay[]): WorkedDay[] {
  const moved = [...working]
  let last = moved.at(-1)
  while (last && !last.working) {
    last = { ...dayStatus(calendar, addDays(last.day, 1)), role: 'skipped' }
    moved.push(last)
  }
  return moved.map((day, i) => (i === moved.length - 1 ? { ...day, role: 'last' } : day))
}

function deadlineOf(
  rule: Deadline['rule'],
  calendar: Calendar,
  working: readonly WorkedDay[],
): Deadline {
  const lastDay = working.at(-1)?.day ?? ''
  const lawOnly = working.some((line) => !hasNotice(calendar, line.day))
  return { dueAt: endOf(lastDay), lastDay, rule, calendar: calendar.version, working, lawOnly }
}
