import * as calendars from '../db/calendars.ts'
import type { Db } from '../db/connect.ts'
import type { Instant } from '../domain/time.ts'
import { readCalendar } from './calendar-file.ts'
import { calendarTable } from './calendar-table.ts'
import { readLaw, withNotice } from './current-law.ts'
import { inLines } from './yaml-file.ts'

export interface CalendarImport {
  text: string
  /** Its name, for the error list. */
  file: string
  by: string
  at: Instant
  dryRun: boolean
}

/** `calendar import`: a year's notice on top of the calendar in force. Deadlines already given keep the calendar they were worked out with. */
export const importCalendar = (
  db: Db,
  { text, file, by, at, dryRun }: CalendarImport,
): Promise<string[]> =>
  db.transaction(async (tx) => {
    await calendars.lock(tx)
    const read = readCalendar(text)
    if (!read.ok) throw new Error(inLines(file, read.problems))
    const { year, notices } = read.value
    const { calendar: before } = await readLaw(tx)
    const calendar = withNotice(before, year, notices)
    const table = calendarTable(calendar, year)
    const was = before.years.includes(year) ? calendarTable(before, year) : []
    if (was.slice(1).join() === table.slice(1).join()) return [`${year} 年与现行日历相同，没有改变`]
    const changes = was.length === 0 ? table : difference(was, table)
    if (dryRun) return [...changes, '（只是预览，没有导入）']
    await calendars.add(tx, { calendar, importedAt: at, importedBy: by })
    return [...changes, `已导入日历 ${calendar.version}；已定的期限不变`]
  })

const difference = (was: readonly string[], is: readonly string[]): string[] => [
  ...was.filter((line) => !is.includes(line)).map((line) => `- ${line}`),
  ...is.filter((line) => !was.includes(line)).map((line) => `+ ${line}`),
]

/** `calendar show`. */
export async function showCalendar(db: Db, typed: string): Promise<string[]> {
  if (!/^20\d{2}$/.test(typed)) throw new Error(`${typed} 不是年份，应是 2027 这样的四位数`)
  const { calendar } = await readLaw(db)
  return calendarTable(calendar, Number(typed))
}
