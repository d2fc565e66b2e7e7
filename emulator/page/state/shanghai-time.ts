/** Shanghai keeps +08:00 all year, so wall-clock fields are plain arithmetic on the instant. */
const OFFSET_MS = 8 * 3_600_000
const DAY_MS = 86_400_000
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

const two = (n: number): string => String(n).padStart(2, '0')

const shifted = (at: number): Date => new Date(at + OFFSET_MS)

const dayNumber = (at: number): number => Math.floor((at + OFFSET_MS) / DAY_MS)

export const isSameDay = (a: number, b: number): boolean => dayNumber(a) === dayNumber(b)

/** `2026-11-24` */
export const dateOf = (at: number): string => shifted(at).toISOString().slice(0, 10)

/** `09:30` */
export const clockOf = (at: number): string => shifted(at).toISOString().slice(11, 16)

/** `09:30:05` */
export const secondsOf = (at: number): string => shifted(at).toISOString().slice(11, 19)

export const weekdayOf = (at: number): string => WEEKDAYS[shifted(at).getUTCDay()] ?? ''

/** `2026-11-24 周二 09:30` */
export const stampOf = (at: number): string => `${dateOf(at)} ${weekdayOf(at)} ${clockOf(at)}`

const monthDay = (at: number): string => {
  const d = shifted(at)
  return `${d.getUTCMonth() + 1}月${d.getUTCDate()}日`
}

/** Separator between days: `今天`, `昨天`, `11月24日 周二`; the year when it is not this one. */
export const dayLabel = (at: number, now: number): string => {
  const ago = dayNumber(now) - dayNumber(at)
  if (ago === 0) return '今天'
  if (ago === 1) return '昨天'
  const year =
    dateOf(at).slice(0, 4) === dateOf(now).slice(0, 4) ? '' : `${dateOf(at).slice(0, 4)}年`
  return `${year}${monthDay(at)} ${weekdayOf(at)}`
}

/** Chat-list time: the clock today, the day before that. */
export const shortLabel = (at: number, now: number): string => {
  const ago = dayNumber(now) - dayNumber(at)
  if (ago === 0) return clockOf(at)
  if (ago === 1) return '昨天'
  return ago > 1 && ago < 7 ? weekdayOf(at) : monthDay(at)
}

/** Value of `<input type="datetime-local">` for an instant, and back. */
export const toLocalInput = (at: number): string => `${dateOf(at)}T${clockOf(at)}`

export const fromLocalInput = (value: string): number | undefined => {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(value)) return undefined
  const at = Date.parse(`${value}:00Z`)
  return Number.isNaN(at) ? undefined : at - OFFSET_MS
}

/** The formats of `<local_datetime>` and of a table's date column. */
export const formatDate = (at: number, format: string): string => {
  const d = shifted(at)
  const parts: Record<string, string> = {
    YYYY: String(d.getUTCFullYear()),
    MM: two(d.getUTCMonth() + 1),
    DD: two(d.getUTCDate()),
    HH: two(d.getUTCHours()),
    mm: two(d.getUTCMinutes()),
    ss: two(d.getUTCSeconds()),
  }
  return format.replace(/YYYY|MM|DD|HH|mm|ss/g, (token) => parts[token] ?? token)
}

export const localDatetime = (at: number, type: string): string => {
  switch (type) {
    case 'date_num':
      return dateOf(at)
    case 'date_short':
      return monthDay(at)
    case 'date':
      return `${dateOf(at).slice(0, 4)}年${monthDay(at)}`
    case 'week':
      return weekdayOf(at).replace('周', '星期')
    case 'week_short':
      return weekdayOf(at)
    case 'time':
      return clockOf(at)
    case 'time_sec':
      return secondsOf(at)
    case 'timezone':
      return 'GMT+8'
    default:
      return `${dateOf(at)} ${clockOf(at)}`
  }
}
