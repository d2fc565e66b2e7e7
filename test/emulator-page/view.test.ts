import { expect, test } from 'vitest'
import { askingAt, withMention } from '../../emulator/page/chat/mention-text.ts'
import {
  dayLabel,
  formatDate,
  fromLocalInput,
  localDatetime,
  shortLabel,
  stampOf,
  toLocalInput,
} from '../../emulator/page/state/shanghai-time.ts'
import { formatView, parseView } from '../../emulator/page/state/view.ts'

const NOW = Date.parse('2026-11-24T09:30:00+08:00')
const HOUR = 3_600_000

test('every state of the page survives the address bar', () => {
  const address =
    '?as=周明远&chat=督查群&beside=李文静&besideChat=bot&tab=card&card=om_1&theme=dark&width=phone'
  expect(parseView(formatView(parseView(address)))).toEqual(parseView(address))
  expect(formatView(parseView(''))).toBe('')
})

test('nonsense in the address bar is as good as nothing', () => {
  expect(parseView('?tab=nothing&theme=pink&width=watch')).toEqual(parseView(''))
})

test('moments are shown as Shanghai reads them, whatever the machine thinks', () => {
  expect(stampOf(NOW)).toBe('2026-11-24 周二 09:30')
  expect(stampOf(Date.parse('2026-11-24T16:00:00Z'))).toBe('2026-11-25 周三 00:00')
  expect(formatDate(NOW, 'YYYY/MM/DD HH:mm:ss')).toBe('2026/11/24 09:30:00')
  expect(localDatetime(NOW, 'week')).toBe('星期二')
})

test('days are named from the virtual now', () => {
  expect(dayLabel(NOW - HOUR, NOW)).toBe('今天')
  expect(dayLabel(NOW - 10 * HOUR, NOW)).toBe('昨天')
  expect(dayLabel(NOW - 72 * HOUR, NOW)).toBe('11月21日 周六')
  expect(shortLabel(NOW - 10 * HOUR, NOW)).toBe('昨天')
  expect(shortLabel(NOW - HOUR, NOW)).toBe('08:30')
})

test('the date-time field speaks the same wall clock', () => {
  expect(toLocalInput(NOW)).toBe('2026-11-24T09:30')
  expect(fromLocalInput('2026-11-24T09:30')).toBe(NOW)
  expect(fromLocalInput('')).toBeUndefined()
})

test('an @ being typed is found at the cursor and replaced by the name chosen', () => {
  const typed = '请@李 看看'
  const asking = askingAt(typed, 3)
  expect(asking).toEqual({ from: 1, query: '李' })
  expect(asking && withMention(typed, asking, '李文静')).toBe('请@李文静  看看')
  expect(askingAt('没有', 2)).toBeUndefined()
  expect(askingAt('@李文静 说完了', 8)).toBeUndefined()
})
