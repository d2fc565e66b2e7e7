import { describe, expect, test } from 'vitest'
import { periodFrom } from '../../src/domain/deadline.ts'
import { endOf } from '../../src/domain/time.ts'
import { DAYS, walkedDeadline } from './day-walker.ts'
import { at, CALENDAR } from './given.ts'

const dueAfter = (day: string) =>
  periodFrom({ days: 3, count: 'calendar' }, CALENDAR, at(`${day} 10:00`)).lastDay

describe('D1 · a third day inside a long holiday moves to the next working day', () => {
  test.each([
    ['春节 2019', '2019-02-01', '2019-02-11'],
    ['春节 2020, prolonged', '2020-01-21', '2020-02-03'],
    ['春节 2021', '2021-02-08', '2021-02-18'],
    ['春节 2022', '2022-01-28', '2022-02-07'],
    ['春节 2023, onto a make-up Saturday', '2023-01-18', '2023-01-28'],
    ['春节 2024, onto a make-up Sunday', '2024-02-07', '2024-02-18'],
    ['春节 2025', '2025-01-26', '2025-02-05'],
    ['春节 2026', '2026-02-12', '2026-02-24'],
    ['劳动节 2019, onto a make-up Sunday', '2019-04-28', '2019-05-05'],
    ['劳动节 2020', '2020-04-28', '2020-05-06'],
    ['劳动节 2021', '2021-04-28', '2021-05-06'],
    ['劳动节 2022', '2022-04-27', '2022-05-05'],
    ['劳动节 2023', '2023-04-26', '2023-05-04'],
    ['劳动节 2024', '2024-04-28', '2024-05-06'],
    ['劳动节 2025', '2025-04-28', '2025-05-06'],
    ['劳动节 2026', '2026-04-28', '2026-05-06'],
    ['端午 2020, onto a make-up Sunday', '2020-06-22', '2020-06-28'],
    ['端午 2023, onto a make-up Sunday', '2023-06-19', '2023-06-25'],
    ['国庆 2019', '2019-09-28', '2019-10-08'],
    ['国庆 2020', '2020-09-28', '2020-10-09'],
    ['国庆 2021', '2021-09-28', '2021-10-08'],
    ['国庆 2022, onto a make-up Saturday', '2022-09-28', '2022-10-08'],
    ['国庆 2023, onto a make-up Saturday', '2023-09-26', '2023-10-07'],
    ['国庆 2024', '2024-09-28', '2024-10-08'],
    ['国庆 2025', '2025-09-28', '2025-10-09'],
    ['国庆 2026', '2026-09-28', '2026-10-08'],
  ])('%s: served %s, due %s', (_, served, lastDay) => {
    expect(dueAfter(served)).toBe(lastDay)
  })
})

describe('D1 · a make-up Saturday or Sunday is a working day: a deadline on it stays', () => {
  test.each([
    ['2019-09-26', '2019-09-29'],
    ['2020-09-24', '2020-09-27'],
    ['2021-02-04', '2021-02-07'],
    ['2021-10-06', '2021-10-09'],
    ['2022-01-26', '2022-01-29'],
    ['2022-01-27', '2022-01-30'],
    ['2023-05-03', '2023-05-06'],
    ['2024-09-26', '2024-09-29'],
    ['2025-09-25', '2025-09-28'],
    ['2026-02-11', '2026-02-14'],
    ['2026-09-17', '2026-09-20'],
  ])('served %s, due %s', (served, lastDay) => {
    expect(dueAfter(served)).toBe(lastDay)
  })
})

describe.each(['calendar', 'working'] as const)('D1 · three %s days', (count) => {
  const served = DAYS.slice(0, -31)

  test('every day of 2019 to 2026 comes out as a walk with the finger on the calendar', () => {
    const ours = served.map(
      ({ day }) => periodFrom({ days: 3, count }, CALENDAR, at(`${day} 12:00`)).lastDay,
    )
    expect(ours).toEqual(served.map((_, nth) => walkedDeadline(nth, count)))
  })

  test('the working is a row of successive days that ends on a working day, three of them counted', () => {
    for (const { day } of served.filter((_, i) => i % 5 === 0)) {
      const { working, lastDay, dueAt } = periodFrom(
        { days: 3, count },
        CALENDAR,
        at(`${day} 23:59`),
      )
      const start = DAYS.findIndex((walked) => walked.day === day)
      expect(working.map((line) => line.day)).toEqual(
        DAYS.slice(start, start + working.length).map((walked) => walked.day),
      )
      expect(working.filter((line) => line.number !== undefined).length).toBe(3)
      expect(working.at(-1)).toMatchObject({ day: lastDay, role: 'last', working: true })
      expect(dueAt).toBe(endOf(lastDay))
    }
  })
})
