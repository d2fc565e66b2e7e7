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
  const planned = rules.reminders.plan.map((rule) => {
    const wished = momentOf(rule, rules, calendar, servedAt, deadline)
    const at = shiftIntoHours(rules.officeHours, calendar, Math.max(servedAt, wished))
    return { at, when: rule.when, to: rule.to }
  })
  return planned.toSorted((a, b) => a.at - b.at)
}

function momentOf(
  moment: ReminderMoment,
  rules: RuleBook,
  calendar: Calendar,
  servedAt: Instant,
  deadline: Deadline,
): Instant {
  const { officeHours } = rules
  const { dueAt, lastDay } = deadline
  switch (moment.when) {
    case 'share':
      // Whole milliseconds, as the timer's row keeps them: a fraction would make the step seem early when it is run.
      return servedAt + Math.round((dueAt - servedAt) * moment.share)
    case 'lastHalfDay':
      return lastHalfDay(officeHours, calendar, lastDay)
    case 'due':
      return dueAt
    case 'after':
      return openingAfter(
        rules,
        calendar,
        shiftIntoHours(officeHours, calendar, dueAt),
        moment.days,
      )
  }
}

/** Opening of the nth working day after a moment. */
function openingAfter(rules: RuleBook, calendar: Calendar, at: Instant, days: number): Instant {
  let day = dayOf(at)
  for (let i = 0; i < days; i++) day = nextWorkingDay(calendar, day)
  return timeOn(day, rules.officeHours.from)
}
