import { expect, test } from 'vitest'
import { cardBytes, countElements } from '../../emulator/page/card/measure.ts'
import { cardSummary, resolveMentions } from '../../emulator/page/state/summary.ts'

const text = (content: string) => ({ tag: 'plain_text', content })
const body = {
  elements: [
    { tag: 'hr' },
    {
      tag: 'column_set',
      columns: [{ tag: 'column', elements: [{ tag: 'markdown', content: '**首段** 文字' }] }],
    },
    { tag: 'markdown', content: '第二段' },
  ],
}
const header = { title: text('整改单'), template: 'blue' }
const config = { summary: { content: '【整改】待处理' } }

test('the chat list shows summary, else title, else the first text, else a word for it', () => {
  expect(cardSummary({ schema: '2.0', config, header, body })).toBe('【整改】待处理')
  expect(cardSummary({ schema: '2.0', header, body })).toBe('整改单')
  expect(cardSummary({ schema: '2.0', body })).toBe('首段 文字')
  expect(cardSummary({ schema: '2.0' })).toBe('卡片消息')
})

test('marks and tags do not show in the summary', () => {
  const content = "# <font color='red'>逾期</font> [台账](https://example.com) &#42;号"
  expect(cardSummary({ body: { elements: [{ tag: 'markdown', content }] } })).toBe('逾期 台账 *号')
})

test('placeholders become names, the tenth one not the first with a zero', () => {
  const mentions = [
    { key: '@_user_1', openId: 'ou_1', name: '甲' },
    { key: '@_user_10', openId: 'ou_10', name: '癸' },
  ]
  expect(resolveMentions('@_user_10 和 @_user_1，@_all', mentions)).toBe('@癸 和 @甲，@所有人')
})

test('inner text objects count as elements, and bytes are bytes of UTF-8', () => {
  expect(countElements({ header, body })).toBe(6)
  expect(cardBytes({ a: '三色' })).toBe(14)
})
