import { expect, test } from 'vitest'
import {
  collectForm,
  type FieldValue,
  initialValue,
  wireValue,
} from '../../emulator/page/card/form-values.ts'

const text = (content: string) => ({ tag: 'plain_text', content })
const options = [
  { text: text('管理'), value: 'mgmt' },
  { text: text('设施'), value: 'old' },
]
const form = {
  tag: 'form',
  name: 'f',
  elements: [
    { tag: 'input', name: 'note', required: true },
    {
      tag: 'column_set',
      columns: [
        { tag: 'column', elements: [{ tag: 'date_picker', name: 'on' }] },
        { tag: 'column', elements: [{ tag: 'picker_datetime', name: 'at' }] },
      ],
    },
    { tag: 'picker_time', name: 'time' },
    { tag: 'select_static', name: 'cause', options },
    { tag: 'multi_select_person', name: 'who', options: [] },
    { tag: 'checker', name: 'seen', text: text('已核对') },
    { tag: 'input', name: 'extra' },
    { tag: 'button', name: 'send', form_action_type: 'submit' },
  ],
}
const typing = (typed: Record<string, FieldValue>) => collectForm(form, ({ name }) => typed[name])

test.each([
  ['date_picker', '2026-11-24', '2026-11-24 +0800'],
  ['picker_time', '07:07', '07:07 +0800'],
  ['picker_datetime', '2026-04-29T07:07', '2026-04-29 07:07 +0800'],
  ['input', '2026-11-24', '2026-11-24'],
])('%s sends %s as %s', (tag, value, wire) => {
  expect(wireValue(tag, value)).toBe(wire)
})

test('a filled form sends every field in the format of the platform', () => {
  const typed = {
    note: '第一行\n第二行',
    on: '2026-11-24',
    at: '2026-04-29T07:07',
    time: '00:00',
    cause: 'mgmt',
    who: ['ou_a', 'ou_b'],
    seen: true,
    extra: 'x',
  }
  expect(typing(typed)).toEqual({
    missing: [],
    formValue: {
      ...typed,
      on: '2026-11-24 +0800',
      at: '2026-04-29 07:07 +0800',
      time: '00:00 +0800',
    },
  })
})

test('an untouched form: empty text is sent, empty choices are left out, a tick is false', () => {
  expect(typing({})).toEqual({
    missing: ['note'],
    formValue: { note: '', extra: '', seen: false },
  })
})

test('blanks do not fill a required field', () => {
  expect(typing({ note: '  \n' }).missing).toEqual(['note'])
})

test('what the card itself filled in counts until somebody types', () => {
  const filled = {
    elements: [{ tag: 'date_picker', name: 'on', required: true, initial_date: '2026-11-27' }],
  }
  expect(collectForm(filled, () => undefined)).toEqual({
    missing: [],
    formValue: { on: '2026-11-27 +0800' },
  })
  expect(collectForm(filled, () => '').missing).toEqual(['on'])
})

test.each([
  [{ tag: 'select_static', options, initial_option: 'old' }, 'old'],
  [{ tag: 'select_static', options, initial_option: '设施' }, 'old'],
  [{ tag: 'select_static', options, initial_index: 1 }, 'mgmt'],
  [{ tag: 'select_static', options, initial_index: 0 }, ''],
  [{ tag: 'picker_datetime', initial_datetime: '2026-04-29 07:07' }, '2026-04-29T07:07'],
  [{ tag: 'multi_select_static', selected_values: ['a'] }, ['a']],
  [{ tag: 'checker', checked: true }, true],
])('%j starts with %j', (node, value) => {
  expect(initialValue(node)).toEqual(value)
})
