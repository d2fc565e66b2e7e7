/** A moment: epoch milliseconds. */
export type Instant = number

/** A civil day in the business zone (Asia/Shanghai), `YYYY-MM-DD`. */
export type Day = string

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Asia/Shanghai has kept UTC+8 without summer time since 1991. */
const ZONE_OFFSET = 8 * HOUR

/** The civil day on which a moment falls. */
export const dayOf = (at: Instant): Day => new Date(at + ZONE_OFFSET).toISOString().slice(0, 10)

/** 00:00 of a day; also 24:00 of the day before. */
export const startOf = (day: Day): Instant => Date.parse(`${day}T00:00:00Z`) - ZONE_OFFSET

/** 24:00 of a day. */
export const endOf = (day: Day): Instant => startOf(day) + DAY

/** A wall-clock time `HH:mm` on a day. */
export const timeOn = (day: Day, hhmm: string): Instant => {
  const [hours = 0, minutes = 0] = hhmm.split(':').map(Number)
  return startOf(day) + hours * HOUR + minutes * MINUTE
}

/** `HH:mm` of a moment. */
export const clockOf = (at: Instant): string =>
  new Date(at + ZONE_OFFSET).toISOString().slice(11, 16)

export const addDays = (day: Day, days: number): Day => dayOf(startOf(day) + days * DAY)

/** The same day some months before; a day that month lacks becomes its last. */
export function monthsBefore(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  const moved = new Date(Date.UTC(year, month - 1 - months, Math.min(date, last)))
  return moved.toISOString().slice(0, 10)
}

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay()

export const yearOf = (day: Day): number => Number(day.slice(0, 4))

/** Whether a text is a real civil day, `2026-02-30` is not; nor `9999-12-31`, whose tomorrow has no four-digit year. */
export const isDay = (text: string): boolean => {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return false
  const midnight = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(text)
}
