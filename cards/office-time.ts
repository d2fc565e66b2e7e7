import { statutoryHoliday } from '../src/domain/statutory-holidays.ts'
import { clockOf, dayOf, weekdayOf } from '../src/domain/time.ts'
import type { Reading } from './reading.ts'

/**
 * D11: whether the director is not to be disturbed now, so that a proposal waits for the opening.
 * A card has no calendar: a day that is not in the working of the deadline goes by the law and the week.
 */
function isAfterHours({ slip, rules, now }: Pick<Reading, 'slip' | 'rules' | 'now'>) {
  const [day, clock] = [dayOf(now), clockOf(now)]
  const known = slip.deadline?.working.find((line) => line.day === day)
  const working = known?.working ?? (weekdayOf(day) % 6 !== 0 && !statutoryHoliday(day))
  return !working || clock < rules.officeHours.from || clock >= rules.officeHours.to
}

/** When a proposal reaches the director, where that is not now. */
export const proposalWaits = (reading: Pick<Reading, 'slip' | 'rules' | 'now'>): string =>
  reading.slip.stage === 'proposed' && isAfterHours(reading)
    ? '提请将在下一个工作时间送达办公室主任。'
    : ''
