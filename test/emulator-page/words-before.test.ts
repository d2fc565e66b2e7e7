import { expect, test } from 'vitest'
import { wordsBefore } from '../../emulator/page/card/words-before.ts'

const field = { tag: 'date_picker', name: 'on' }
const line = (content: string) => ({ tag: 'markdown', content })
const column = (...elements: object[]) => ({ tag: 'column', elements })
const cardOf = (...elements: object[]) => ({ body: { elements } })

test.each([
  [
    'a line of markdown',
    cardOf(line("**完成日期** <font color='red'>&#42;</font>"), field),
    '完成日期',
  ],
  ['a plain text', cardOf({ tag: 'div', text: { content: '完成日期：' } }, field), '完成日期'],
  ['another field', cardOf({ tag: 'input', name: 'x' }, field), ''],
  ['a paragraph', cardOf(line('一行\n又一行'), field), ''],
  ['a long sentence', cardOf(line('字'.repeat(41)), field), ''],
])('after %s', (_, card, name) => {
  expect(wordsBefore(card, 'body.elements.1')).toBe(name)
})

test('the label may stand in the column before', () => {
  const set = { tag: 'column_set', columns: [column(line('期限')), column(field)] }
  const form = { tag: 'form', elements: [set] }
  const path = 'body.elements.0.elements.0.columns'
  expect(wordsBefore(cardOf(form), `${path}.1.elements.0`)).toBe('期限')
  expect(wordsBefore(cardOf(form), `${path}.0.elements.0`)).toBe('')
  expect(wordsBefore(cardOf(field), 'body.elements.0')).toBe('')
})
