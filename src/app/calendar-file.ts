import { z } from 'zod'
import type { DayNotice } from '../domain/calendar.ts'
import { statutoryHoliday, statutoryHolidays } from '../domain/statutory-holidays.ts'
import { type Day, isDay, weekdayOf } from '../domain/time.ts'
import { type Flaw, type Judged, type ReadFile, readYaml, shaped } from './yaml-file.ts'

/** The State Council's notice for one year. */
export interface YearNotice {
  year: number
  notices: Readonly<Record<Day, DayNotice>>
}

const name = z.string('应是节日名称').trim().min(1, '应写明是哪个节日')
const File = z.strictObject({
  year: z.int('应是年份').min(2019, '应是 2019 以后的年份').max(2100, '应是年份'),
  off: z.record(z.string(), name),
  work: z.record(z.string(), name).default({}),
})
type File = z.infer<typeof File>

/** Reads a year's notice: `year: 2027`, `off: {2027-01-01: 元旦, …}`, `work: {2027-02-06: 春节}`. */
export const readCalendar = (text: string): ReadFile<YearNotice> =>
  readYaml(text, (raw): Judged<YearNotice> => {
    const shape = shaped(File, raw)
    if (!('value' in shape)) return shape
    const { year, off, work } = shape.value
    const notices = { ...marked('off', off), ...marked('work', work) }
    return { value: { year, notices }, flaws: mistakesIn(shape.value) }
  })

const marked = (kind: DayNotice['kind'], days: File['off']): Record<Day, DayNotice> =>
  Object.fromEntries(Object.entries(days).map(([day, holiday]) => [day, { kind, name: holiday }]))

/** What no notice says: a day outside the year, a statutory holiday that is worked, a make-up day in mid-week. */
function mistakesIn({ year, off, work }: File): Flaw[] {
  const unknown = statutoryHolidays(year).size === 0
  return [
    ...(unknown ? [{ path: ['year'], sentence: `还没有 ${year} 年的法定节假日表，无法核对` }] : []),
    ...Object.keys(off).flatMap((day) => outside(year, ['off', day], day)),
    ...Object.keys(work).flatMap((day) => outside(year, ['work', day], day)),
    ...Object.keys(work).flatMap((day) => notMakeUp(off, day)),
    ...[...statutoryHolidays(year)].flatMap(([day, holiday]) =>
      day in off ? [] : [{ path: ['off'], sentence: `缺少法定节假日 ${day} ${holiday}` }],
    ),
  ]
}

/** 元旦 has reached back to 29 December (domain/calendar.ts). */
function outside(year: number, path: string[], day: string): Flaw[] {
  if (!isDay(day)) return [{ path, sentence: '应是 2027-01-01 这样的日期' }]
  const inside = day >= `${year - 1}-12-29` && day <= `${year}-12-31`
  return inside ? [] : [{ path, sentence: `不在 ${year} 年内` }]
}

function notMakeUp(off: File['off'], day: string): Flaw[] {
  if (!isDay(day)) return []
  const path = ['work', day]
  const holiday = statutoryHoliday(day)
  if (day in off) return [{ path, sentence: '既写了放假又写了上班' }]
  if (holiday) return [{ path, sentence: `是法定节假日（${holiday}），不能上班` }]
  return weekdayOf(day) % 6 === 0 ? [] : [{ path, sentence: '不是周六或周日，本来就上班' }]
}
