import { expect, test } from 'vitest'
import { dayText, dueText, momentText, timeLeft } from '../../cards/when.ts'
import { DAY, endOf, HOUR, MINUTE } from '../../src/domain/time.ts'
import { at } from './sample.ts'

const NOW = at('2026-11-23', '14:05')

test('days and moments carry their weekday, and the year when it is another', () => {
  expect(dayText('2026-11-26', NOW)).toBe('11月26日（周四）')
  expect(dayText('2027-01-03', NOW)).toBe('2027年1月3日（周日）')
  expect(momentText(NOW, NOW)).toBe('11月23日（周一）14:05')
})

test('a deadline at midnight is 24:00 of the day before', () => {
  expect(dueText(endOf('2026-11-26'), NOW)).toBe('11月26日（周四）24:00')
  expect(dueText(endOf('2026-12-31'), NOW)).toBe('12月31日（周四）24:00')
  expect(dueText(at('2026-11-26', '17:30'), NOW)).toBe('11月26日（周四）17:30')
})

test.for<[number, string]>([
  [3 * DAY + 10 * HOUR, '还剩 3 天 10 小时'],
  [2 * DAY, '还剩 2 天'],
  [DAY + 30 * MINUTE, '还剩 1 天'],
  [DAY - 1, '还剩 23 小时 59 分'],
  [6 * HOUR, '还剩 6 小时'],
  [35 * MINUTE, '还剩 35 分钟'],
  [1, '还剩不到 1 分钟'],
  [0, '已逾期不到 1 小时'],
  [-HOUR, '已逾期 1 小时'],
  [-(DAY - 1), '已逾期 23 小时'],
  [-DAY, '已逾期 1 天'],
  [-(2 * DAY + 5 * HOUR), '已逾期 2 天'],
])('%i ms before the deadline reads %s', ([span, words]) => {
  expect(timeLeft(NOW + span, NOW)).toBe(words)
})
