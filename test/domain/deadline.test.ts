import { describe, expect, test } from 'vitest'
import { deadlineOn, periodFrom } from '../../src/domain/deadline.ts'
import { at, CALENDAR, wall } from './given.ts'

const THREE_DAYS = { days: 3, count: 'calendar' } as const
const dueAfter = (served: string) => periodFrom(THREE_DAYS, CALENDAR, at(served))

/** Served → the day at whose 24:00 the period ends. The office can read and sign these tables. */
describe('D1 · three days: the day of service does not count', () => {
  test.each([
    ['Monday', '2026-11-16 10:00', '2026-11-19'],
    ['Tuesday', '2026-11-17 10:00', '2026-11-20'],
    ['Wednesday, the third day a Saturday', '2026-11-18 10:00', '2026-11-23'],
    ['Thursday, the third day a Sunday', '2026-11-19 10:00', '2026-11-23'],
    ['Friday', '2026-11-20 10:00', '2026-11-23'],
    ['Saturday', '2026-11-21 10:00', '2026-11-24'],
    ['Sunday', '2026-11-22 10:00', '2026-11-25'],
    ['the last minute of Monday', '2026-11-16 23:59', '2026-11-19'],
    ['the first minute of Tuesday', '2026-11-17 00:00', '2026-11-20'],
    ['in the small hours, still Monday in UTC', '2026-11-17 05:30', '2026-11-20'],
    ['on a holiday, the third day off too', '2026-10-01 10:00', '2026-10-08'],
    ['on the last days of a holiday', '2026-10-06 10:00', '2026-10-09'],
    ['on 28 February of a leap year', '2024-02-28 10:00', '2024-03-04'],
    ['a single day off: 清明 2026 begins on a Saturday', '2026-04-01 10:00', '2026-04-07'],
    ['端午 on a Friday', '2026-06-16 10:00', '2026-06-22'],
    ['中秋 on a Friday', '2026-09-22 10:00', '2026-09-28'],
  ])('served on %s (%s)', (_, served, lastDay) => {
    expect(dueAfter(served)).toMatchObject({ lastDay, rule: 'D1', lawOnly: false })
  })

  test('the period ends at 24:00 in Shanghai, to the millisecond', () => {
    expect(dueAfter('2026-11-16 10:00').dueAt).toBe(Date.parse('2026-11-19T16:00:00Z'))
  })

  test('with working days as the rule’s other value, days off are passed over', () => {
    const due = (served: string) =>
      periodFrom({ days: 3, count: 'working' }, CALENDAR, at(served)).lastDay
    expect(due('2026-11-16 10:00')).toBe('2026-11-19')
    expect(due('2026-11-19 10:00')).toBe('2026-11-24')
    expect(due('2026-09-28 10:00')).toBe('2026-10-08')
    expect(due('2026-10-08 10:00')).toBe('2026-10-12')
    expect(due('2026-02-13 10:00')).toBe('2026-02-25')
  })
})

describe('D1 · at the turn of the year', () => {
  test.each([
    ['2020-12-29 10:00', '2021-01-04', false],
    ['2022-12-28 10:00', '2023-01-03', false],
    ['2024-12-29 10:00', '2025-01-02', false],
    ['2025-12-29 10:00', '2026-01-04', false],
    ['2025-12-30 10:00', '2026-01-04', false],
    ['2025-12-31 10:00', '2026-01-04', false],
    ['2026-12-25 10:00', '2026-12-28', false],
    ['2026-12-28 10:00', '2026-12-31', true],
    ['2026-12-29 10:00', '2027-01-04', true],
    ['2026-12-30 10:00', '2027-01-04', true],
    ['2026-12-31 10:00', '2027-01-04', true],
    ['2027-02-02 10:00', '2027-02-09', true],
    ['2027-09-28 10:00', '2027-10-04', true],
  ])('served %s it ends on %s, from the law alone: %s', (served, lastDay, lawOnly) => {
    expect(dueAfter(served)).toMatchObject({ lastDay, lawOnly })
  })

  test('the working shows every day with its reason', () => {
    const { working, calendar } = dueAfter('2025-12-29 10:00')
    expect(calendar).toBe(CALENDAR.version)
    expect(
      working.map(({ day, role, number, reason, name }) => [day, role, number, reason, name]),
    ).toEqual([
      ['2025-12-29', 'start', undefined, 'weekday', undefined],
      ['2025-12-30', 'counted', 1, 'weekday', undefined],
      ['2025-12-31', 'counted', 2, 'weekday', undefined],
      ['2026-01-01', 'counted', 3, 'holiday', '元旦'],
      ['2026-01-02', 'skipped', undefined, 'holiday', '元旦'],
      ['2026-01-03', 'skipped', undefined, 'holiday', '元旦'],
      ['2026-01-04', 'last', undefined, 'makeUp', '元旦'],
    ])
  })

  test('the last day keeps its number when it was not moved', () => {
    const { working } = dueAfter('2026-11-16 10:00')
    expect(working.at(-1)).toMatchObject({ day: '2026-11-19', role: 'last', number: 3 })
  })
})

test('D3, D6 · a deadline set by a decision ends at 24:00 of the day it names, or of the next working day', () => {
  expect(deadlineOn('D6', CALENDAR, '2026-11-28').lastDay).toBe('2026-11-30')
  const deadline = deadlineOn('D3', CALENDAR, '2026-11-27')
  expect(deadline).toMatchObject({ lastDay: '2026-11-27', rule: 'D3', lawOnly: false })
  expect(wall(deadline.dueAt)).toBe('2026-11-28 00:00')
})
