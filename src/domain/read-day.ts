import { addDays, type Day, isDay, yearOf } from './time.ts'
import { DAY_WORDS } from './vocabulary.ts'

const WRITTEN = /^(?:(\d{4})\s*[-年./])?\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})\s*[日号]?/

/**
 * A day as people write it: 今天, 11月20日, 2026-11-20. Without a year it is the last such day up to today,
 * for an inspection lies behind; a deadline asked for lies ahead (`next`). Undefined when it is no day.
 */
export function readDay(
  typed: string,
  today: Day,
  lies: 'behind' | 'next' = 'behind',
): Day | undefined {
  const text = typed.trim()
  const word = DAY_WORDS[text]
  if (word !== undefined) return addDays(today, word)
  const [, year, month = '', date = ''] = WRITTEN.exec(text) ?? []
  const monthDay = `${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const day = `${year ?? yearOf(today)}-${monthDay}`
  if (!isDay(day)) return undefined
  if (year) return day
  if (lies === 'behind') return day > today ? `${yearOf(today) - 1}-${monthDay}` : day
  return day < today ? `${yearOf(today) + 1}-${monthDay}` : day
}
