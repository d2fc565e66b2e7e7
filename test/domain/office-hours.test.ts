import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  inOfficeHours,
  lastHalfDay,
  shiftIntoHours,
  workingDaysLater,
} from '../../src/domain/office-hours.ts'
import { MINUTE } from '../../src/domain/time.ts'
import { at, CALENDAR, RULES, wall } from './given.ts'

const HOURS = RULES.officeHours

test.each([
  ['2026-11-16 08:29', false],
  ['2026-11-16 08:30', true],
  ['2026-11-16 17:29', true],
  ['2026-11-16 17:30', false],
  ['2026-11-21 10:00', false],
  ['2026-10-10 10:00', true],
  ['2026-10-05 10:00', false],
])('D11 · at %s somebody may be disturbed: %s', (moment, may) => {
  expect(inOfficeHours(HOURS, CALENDAR, at(moment))).toBe(may)
})

test.each([
  ['in hours it stays', '2026-11-16 10:00', '2026-11-16 10:00'],
  ['before opening', '2026-11-16 05:00', '2026-11-16 08:30'],
  ['at closing', '2026-11-16 17:30', '2026-11-17 08:30'],
  ['Friday evening', '2026-11-20 20:00', '2026-11-23 08:30'],
  ['Saturday before opening', '2026-11-21 05:00', '2026-11-23 08:30'],
  ['before a make-up Saturday', '2026-10-09 18:00', '2026-10-10 08:30'],
  ['in 国庆', '2026-10-03 10:00', '2026-10-08 08:30'],
  ['over the turn of the year', '2025-12-31 18:00', '2026-01-04 08:30'],
])('D11 · shifted, never dropped: %s', (_, from, to) => {
  expect(wall(shiftIntoHours(HOURS, CALENDAR, at(from)))).toBe(to)
})

test.each([
  ['2026-11-19', '2026-11-19 13:00'],
  ['2026-11-22', '2026-11-20 13:00'],
  ['2026-10-07', '2026-09-30 13:00'],
])('D11 · the last half working day before the end of %s', (lastDay, start) => {
  expect(wall(lastHalfDay(HOURS, CALENDAR, lastDay))).toBe(start)
})

test.each([
  ['on Monday morning', '2026-11-16 09:00', '2026-11-17 17:30'],
  ['on Friday afternoon', '2026-11-20 16:00', '2026-11-23 17:30'],
  ['after closing on Friday, so on Monday', '2026-11-20 18:00', '2026-11-24 17:30'],
  ['on Sunday, so on Monday', '2026-11-22 12:00', '2026-11-24 17:30'],
  ['before 国庆', '2026-09-30 10:00', '2026-10-08 17:30'],
])('D9 · one working day for what comes in %s', (_, from, to) => {
  expect(wall(workingDaysLater(HOURS, CALENDAR, at(from), 1))).toBe(to)
})

describe('D11 · any minute of 2019 to 2026', () => {
  const minute = fc
    .integer({ min: at('2019-01-01 00:00') / MINUTE, max: at('2026-12-31 23:59') / MINUTE })
    .map((minutes) => minutes * MINUTE)

  test('is shifted to the first moment in office hours at or after it', () => {
    fc.assert(
      fc.property(minute, (moment) => {
        const shifted = shiftIntoHours(HOURS, CALENDAR, moment)
        expect(inOfficeHours(HOURS, CALENDAR, shifted)).toBe(true)
        let finger = moment
        while (finger < shifted) {
          expect(inOfficeHours(HOURS, CALENDAR, finger)).toBe(false)
          finger += 30 * MINUTE
        }
      }),
      { numRuns: 60 },
    )
  })
})
