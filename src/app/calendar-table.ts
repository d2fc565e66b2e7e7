import { dayText } from '../../cards/when.ts'
import { type Calendar, type DayNotice, dayStatus } from '../domain/calendar.ts'
import { statutoryHolidays } from '../domain/statutory-holidays.ts'
import { addDays, type Day, type Instant, startOf, yearOf } from '../domain/time.ts'

/** Days in a row under one name. */
interface Run {
  from: Day
  to: Day
  days: number
  name: string
}

/** A year as its notice reads, to be laid beside the notice itself. */
export function calendarTable(calendar: Calendar, year: number): string[] {
  const now = startOf(`${year}-01-01`)
  const days = daysSpokenOf(calendar, year)
  const loaded = calendar.years.includes(year)
  const off = runsOf(days.filter(([, { kind }]) => kind === 'off'))
  const work = days.filter(([, { kind }]) => kind === 'work')
  return [
    `${year} 年（日历版本 ${calendar.version}）`,
    ...(loaded ? [] : ['尚未载入当年放假通知：以下只有法定节假日']),
    ...off.map((run) => lineOf(run, now)),
    ...work.map(([day, { name }]) => `上班 ${name} ${dayText(day, now)}`),
    `共 ${workingDays(calendar, year)} 个工作日，调休上班 ${work.length} 天`,
  ]
}

function lineOf({ from, to, days, name }: Run, now: Instant): string {
  const span = days === 1 ? dayText(from, now) : `${dayText(from, now)}至${dayText(to, now)}`
  return `放假 ${name} ${span} 共 ${days} 天`
}

/** What the notice says of a year, the last days before it included; without one, what the law says. */
function daysSpokenOf({ notices, years }: Calendar, year: number): [Day, DayNotice][] {
  if (!years.includes(year))
    return [...statutoryHolidays(year)].map(([day, name]) => [day, { kind: 'off', name }])
  return Object.entries(notices)
    .filter(([day]) => day >= `${year - 1}-12-29` && yearOf(day) <= year)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
}

function runsOf(days: readonly [Day, DayNotice][]): Run[] {
  return days.reduce<Run[]>((runs, [day, { name }]) => {
    const last = runs.at(-1)
    const goesOn = last && last.name === name && addDays(last.to, 1) === day
    const run = goesOn
      ? { ...last, to: day, days: last.days + 1 }
      : { from: day, to: day, days: 1, name }
    return [...(goesOn ? runs.slice(0, -1) : runs), run]
  }, [])
}

function workingDays(calendar: Calendar, year: number): number {
  let count = 0
  for (let day: Day = `${year}-01-01`; yearOf(day) === year; day = addDays(day, 1))
    if (dayStatus(calendar, day).working) count++
  return count
}
