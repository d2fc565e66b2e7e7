import {
  addDays,
  clockOf,
  DAY,
  type Day,
  dayOf,
  HOUR,
  type Instant,
  MINUTE,
  weekdayOf,
  yearOf,
} from '../src/domain/time.ts'

/** 11月26日（周四）; with the year when it is not this year's. */
export function dayText(day: Day, now: Instant): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const prefix = yearOf(day) === yearOf(dayOf(now)) ? '' : `${year}年`
  return `${prefix}${Number(month)}月${Number(date)}日（周${'日一二三四五六'.charAt(weekdayOf(day))}）`
}

/** 2026年11月26日, for the 日期 cell of the forms. */
export function fullDay(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}

/** 11月26日（周四）14:05 */
export const momentText = (at: Instant, now: Instant): string =>
  `${dayText(dayOf(at), now)}${clockOf(at)}`

/** 11月26日 14:05, where the weekday says nothing. */
export const stampText = (at: Instant): string => {
  const [, month = '', date = ''] = dayOf(at).split('-')
  return `${Number(month)}月${Number(date)}日 ${clockOf(at)}`
}

/** A deadline is exclusive: 00:00 reads as 24:00 of the day before. */
export const dueText = (dueAt: Instant, now: Instant): string =>
  clockOf(dueAt) === '00:00'
    ? `${dayText(addDays(dayOf(dueAt), -1), now)}24:00`
    : momentText(dueAt, now)

/** The same without the weekday, for lists. */
export const dueStamp = (dueAt: Instant): string =>
  clockOf(dueAt) === '00:00' ? stampText(dueAt - DAY).replace('00:00', '24:00') : stampText(dueAt)

/** 还剩 1 天 6 小时, 已逾期 2 天. */
export const timeLeft = (dueAt: Instant, now: Instant): string =>
  now < dueAt ? `还剩${left(dueAt - now)}` : `已逾期${spanText(now - dueAt)}`

function left(span: number): string {
  const days = Math.floor(span / DAY)
  const hours = Math.floor((span % DAY) / HOUR)
  const minutes = Math.floor((span % HOUR) / MINUTE)
  if (days > 0) return hours > 0 ? ` ${days} 天 ${hours} 小时` : ` ${days} 天`
  if (hours > 0) return minutes > 0 ? ` ${hours} 小时 ${minutes} 分` : ` ${hours} 小时`
  return minutes > 0 ? ` ${minutes} 分钟` : '不到 1 分钟'
}

/** How long something is over. */
export function spanText(span: number): string {
  if (span >= DAY) return ` ${Math.floor(span / DAY)} 天`
  return span >= HOUR ? ` ${Math.floor(span / HOUR)} 小时` : '不到 1 小时'
}
