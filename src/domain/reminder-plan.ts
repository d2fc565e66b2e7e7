import { type Calendar, nextWorkingDay } from './calendar.ts'
import type { Deadline } from './deadline.ts'
import { lastHalfDay, shiftIntoHours } from './office-hours.ts'
import type { Role } from './organisation.ts'
import type { ReminderMoment, RuleBook } from './rule-book.ts'
import { dayOf, type Instant, timeOn } from './time.ts'

/** One line of a slip's finite reminder plan (D11). */
export interface PlannedReminder {
  at: Instant
  when: ReminderMoment['when']
  to: readonly Role[]
}

/** D11: made once, with the slip. Moments outside office hours are shifted to the next opening, never dropped. */
export function planReminders(
  rules: RuleBook,
  calendar: Calendar,
  servedAt: Instant,
  deadline: Deadline,
): PlannedReminder[] {
  const planned = rules.reminders.plan.map((rule) => ({
    at: Math.max(servedAt, momentOf(rule, rules, calendar, servedAt, deadline)),
    when: rule.when,
    to: rule.to,
  }))
  return planned.toSorted((a, b) => a.at - b.at)
}

function momentOf(
  moment: ReminderMoment,
  rules: RuleBook,
  calendar: Calendar,
  servedAt: Instant,
  deadline: Deadline,
): Instant {
  const shift = (at: Instant) => shiftIntoHours(rules.officeHours, calendar, at)
  switch (moment.when) {
    case 'share':
      return shift(servedAt + (deadline.dueAt - servedAt) * moment.share)
    case 'lastHalfDay':
      return shift(lastHalfDay(rules.officeHours, calendar, deadline.lastDay))
    case 'due':
      return shift(deadline.dueAt)
    case 'after':
      return openingAfter(rules, calendar, shift(deadline.dueAt), moment.days)
  }
}

/** Opening of the nth working day after a moment. */
function openingAfter(rules: RuleBook, calendar: Calendar, at: Instant, days: number): Instant {
  let day = dayOf(at)
  for (let i = 0; i < days; i++) day = nextWorkingDay(calendar, day)
  return timeOn(day, rules.officeHours.from)
}
