import chineseDays from 'chinese-days'
import { describe, expect, test } from 'vitest'
import { dayStatus, isWorking, nextWorkingDay, workingDayUntil } from '../../src/domain/calendar.ts'
import { statutoryHolidays } from '../../src/domain/statutory-holidays.ts'
import { addDays } from '../../src/domain/time.ts'
import { CALENDAR } from './given.ts'
import { DAYS } from './day-walker.ts'

test('the calendar names its source and carries the notices of 2019 to 2026', () => {
  expect(CALENDAR.version).toBe('chinese-days-1.5.7')
  expect(CALENDAR.years).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
  expect(CALENDAR.notices['2026-02-14']).toEqual({ kind: 'work', name: '春节' })
  expect(CALENDAR.notices['2025-10-08']).toEqual({ kind: 'off', name: '国庆节' })
})

test('D1 · every day of 2019 to 2026 is off or working exactly as a walk over the notices says', () => {
  const ours = DAYS.map(({ day }) => ({ day, working: isWorking(CALENDAR, day) }))
  expect(ours).toEqual(DAYS)
})

test.each([
  ['2026-11-18', { working: true, reason: 'weekday', byNotice: true }],
  ['2026-11-21', { working: false, reason: 'weekend', byNotice: true }],
  ['2026-10-05', { working: false, reason: 'holiday', name: '国庆节', byNotice: true }],
  ['2026-10-10', { working: true, reason: 'makeUp', name: '国庆节', byNotice: true }],
  ['2027-02-08', { working: false, reason: 'holiday', name: '春节', byNotice: false }],
  ['2027-02-09', { working: true, reason: 'weekday', byNotice: false }],
])('D1 · %s is judged with its reason', (day, status) => {
  expect(dayStatus(CALENDAR, day)).toEqual({ day, ...status })
})

test('D1 · the notice of a year may reach into the last days of December before, as in 2018 and 2022', () => {
  expect(dayStatus(CALENDAR, '2026-12-28').byNotice).toBe(true)
  expect(dayStatus(CALENDAR, '2026-12-29').byNotice).toBe(false)
  expect(dayStatus(CALENDAR, '2026-12-31').byNotice).toBe(false)
  expect(dayStatus(CALENDAR, '2025-12-31').byNotice).toBe(true)
})

test('D1 · working days are found in both directions across a long holiday', () => {
  expect(nextWorkingDay(CALENDAR, '2026-09-30')).toBe('2026-10-08')
  expect(workingDayUntil(CALENDAR, '2026-10-07')).toBe('2026-09-30')
  expect(nextWorkingDay(CALENDAR, '2026-02-13')).toBe('2026-02-14')
})

/** The years of the law's table. */
const YEARS = Array.from({ length: 22 }, (_, i) => 2019 + i)

describe('the law', () => {
  test('gives 11 days since the reform of 2014 and 13 since the law of 2025', () => {
    const days = [2019, 2021, 2022, 2023, 2024, 2025, 2026, 2027].map(
      (year) => statutoryHolidays(year).size,
    )
    expect(days).toEqual([11, 11, 11, 11, 11, 13, 13, 13])
  })

  test.each([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])(
    'every statutory holiday of %i is a day off in the notice of that year',
    (year) => {
      const days = [...statutoryHolidays(year).keys()]
      expect(days.filter((day) => CALENDAR.notices[day]?.kind !== 'off')).toEqual([])
    },
  )

  test.each([
    ['端午节', 5, 5],
    ['中秋节', 8, 15],
  ])('%s falls on its lunar day in every year to 2040', (name, month, date) => {
    const wrong = YEARS.flatMap((year) => {
      const { date: lunar } = chineseDays.getSolarDateFromLunar(`${year}-${month}-${date}`)
      const ours = statutoryHolidays(year).get(lunar)
      return ours === name || ours === '国庆节' ? [] : [{ year, lunar, ours }]
    })
    expect(wrong).toEqual([])
  })

  test('清明节 falls on its solar term in every year to 2040', () => {
    const wrong = YEARS.filter((year) => {
      const term = chineseDays.getSolarTermDate(year, 4, 'pure_brightness')
      return statutoryHolidays(year).get(term) !== '清明节'
    })
    expect(wrong).toEqual([])
  })

  const springDays = (year: number) =>
    [...statutoryHolidays(year)].filter(([, name]) => name === '春节').map(([day]) => day)

  test('春节 is three days from New Year’s Day, and New Year’s Eve too since 2025', () => {
    const lunar = (year: number) => chineseDays.getSolarDateFromLunar(`${year}-1-1`).date
    const expected = YEARS.map((year) =>
      (year < 2025 ? [0, 1, 2] : [-1, 0, 1, 2]).map((days) => addDays(lunar(year), days)),
    )
    expect(YEARS.map(springDays)).toEqual(expected)
    expect(springDays(2027)).toEqual(['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08'])
  })
})
