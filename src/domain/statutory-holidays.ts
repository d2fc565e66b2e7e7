import { addDays, type Day } from './time.ts'

/**
 * First days of 春节, 清明, 端午 and 中秋 as month-day.
 * The Hong Kong Observatory's lunar tables; a new moon near midnight makes naive arithmetic wrong in 2027 and 2030.
 */
const MOVING: Record<number, readonly [string, string, string, string]> = {
  2019: ['02-05', '04-05', '06-07', '09-13'],
  2020: ['01-25', '04-04', '06-25', '10-01'],
  2021: ['02-12', '04-04', '06-14', '09-21'],
  2022: ['02-01', '04-05', '06-03', '09-10'],
  2023: ['01-22', '04-05', '06-22', '09-29'],
  2024: ['02-10', '04-04', '06-10', '09-17'],
  2025: ['01-29', '04-04', '05-31', '10-06'],
  2026: ['02-17', '04-05', '06-19', '09-25'],
  2027: ['02-06', '04-05', '06-09', '09-15'],
  2028: ['01-26', '04-04', '05-28', '10-03'],
  2029: ['02-13', '04-04', '06-16', '09-22'],
  2030: ['02-03', '04-05', '06-05', '09-12'],
  2031: ['01-23', '04-05', '06-24', '10-01'],
  2032: ['02-11', '04-04', '06-12', '09-19'],
  2033: ['01-31', '04-04', '06-01', '09-08'],
  2034: ['02-19', '04-05', '06-20', '09-27'],
  2035: ['02-08', '04-05', '06-10', '09-16'],
  2036: ['01-28', '04-04', '05-30', '10-04'],
  2037: ['02-15', '04-04', '06-18', '09-24'],
  2038: ['02-04', '04-05', '06-07', '09-13'],
  2039: ['01-24', '04-05', '05-27', '10-02'],
  2040: ['02-12', '04-04', '06-14', '09-20'],
}

/** 春节 begins on New Year's Eve and 劳动节 has its second day since the law of 2024-11-10, in force 2025-01-01. */
const LAW_OF_2025 = 2025

/** The holidays the law itself fixes for a year, whatever the yearly notice adds. Empty outside the table's years. */
export function statutoryHolidays(year: number): ReadonlyMap<Day, string> {
  const moving = MOVING[year]
  if (!moving) return new Map()
  const [spring, qingming, duanwu, midAutumn] = moving.map((monthDay) => `${year}-${monthDay}`)
  const eve = year >= LAW_OF_2025 ? -1 : 0
  return new Map([
    ...run(`${year}-01-01`, 0, 1, '元旦'),
    ...run(spring, eve, 3, '春节'),
    ...run(qingming, 0, 1, '清明节'),
    ...run(`${year}-05-01`, 0, year >= LAW_OF_2025 ? 2 : 1, '劳动节'),
    ...run(duanwu, 0, 1, '端午节'),
    ...run(midAutumn, 0, 1, '中秋节'),
    ...run(`${year}-10-01`, 0, 3, '国庆节'),
  ])
}

/** Every day of the table, laid out once: each working-day question asks it. */
const BY_DAY: ReadonlyMap<Day, string> = new Map(
  Object.keys(MOVING).flatMap((year) => [...statutoryHolidays(Number(year))]),
)

/** The law's name for a day off, or undefined. */
export const statutoryHoliday = (day: Day): string | undefined => BY_DAY.get(day)

function run(first: Day | undefined, from: number, to: number, name: string): [Day, string][] {
  if (!first) return []
  return Array.from({ length: to - from }, (_, i) => [addDays(first, from + i), name])
}
