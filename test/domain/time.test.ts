import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  clockOf,
  DAY,
  dayOf,
  endOf,
  isDay,
  startOf,
  timeOn,
  weekdayOf,
} from '../../src/domain/time.ts'
import { DAYS } from './day-walker.ts'

test.each([
  ['2026-11-15T15:59:59.999Z', '2026-11-15', '23:59'],
  ['2026-11-15T16:00:00.000Z', '2026-11-16', '00:00'],
  ['2025-12-31T16:00:00.000Z', '2026-01-01', '00:00'],
  ['2024-02-28T16:00:00.000Z', '2024-02-29', '00:00'],
])('%s is %s %s in Shanghai', (iso, day, clock) => {
  expect([dayOf(Date.parse(iso)), clockOf(Date.parse(iso))]).toEqual([day, clock])
})

test('every day from 2019 follows the one before, and has its weekday', () => {
  const walked = DAYS.map(({ day }) => day)
  expect(walked.slice(1)).toEqual(walked.slice(0, -1).map((day) => addDays(day, 1)))
  expect(walked.map(weekdayOf)).toEqual(walked.map((_, i) => (i + 2) % 7))
})

test('a moment lies in its day, and reads back from its clock', () => {
  const moments = fc.integer({ min: startOf('2019-01-01'), max: endOf('2099-12-31') - 1 })
  fc.assert(
    fc.property(moments, (moment) => {
      const day = dayOf(moment)
      expect(startOf(day) <= moment && moment < endOf(day)).toBe(true)
      expect(endOf(day) - startOf(day)).toBe(DAY)
      expect(timeOn(day, clockOf(moment))).toBe(moment - (moment % 60_000))
    }),
  )
})

test.each([
  ['2026-11-16', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-1-5', false],
  [' 2026-11-16', false],
  ['2026-11-16T00:00', false],
  ['9999-12-31', false],
  ['', false],
])('%j is a day: %s', (text, real) => {
  expect(isDay(text)).toBe(real)
})
