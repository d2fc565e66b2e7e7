import { describe, expect, test } from 'vitest'

import type { CardPressed } from '../../src/feishu/inbound.ts'
import { parseEvent } from '../../src/feishu/parse-event.ts'
import atRoot from './payloads/press-context-at-root.json' with { type: 'json' }
import form from './payloads/press-form.json' with { type: 'json' }
import input from './payloads/press-input-alone.json' with { type: 'json' }
import withoutValue from './payloads/press-without-value.json' with { type: 'json' }

const CLERK = `ou_${'7'.repeat(32)}`

function press(payload: unknown): CardPressed {
  const inbound = parseEvent(payload, 0)
  if (inbound.kind !== 'press') throw new Error(`not a press: ${JSON.stringify(inbound)}`)
  return inbound
}

/** The press of `form` with another action. */
function acting(action: Record<string, unknown>): CardPressed {
  return press({ ...form, event: { ...form.event, action } })
}

test('a submitted form', () => {
  expect(press(form)).toEqual({
    kind: 'press',
    eventId: form.header.event_id,
    semanticKey: `press:${form.event.token}`,
    createdAt: 1_795_399_210_456,
    operator: CLERK,
    messageId: 'om_x100b4c5d6e7f8091a2b3c4d5e6f70830',
    chatId: `oc_${'a1'.repeat(16)}`,
    name: 'submit_feedback',
    value: { act: 'feedback', slip: '2026-B-0042', v: 3 },
    form: {
      feedback: '公示已上墙，\n并更换了旧价目表',
      done_on: '2026-11-24 +0800',
      people: [CLERK, `ou_${'8'.repeat(32)}`],
      confirmed: 'true',
      site: '崂山路服务站',
    },
  })
})

test('context at the root, value as a string', () => {
  expect(press(atRoot)).toMatchObject({
    messageId: 'om_x100b4c5d6e7f8091a2b3c4d5e6f70830',
    name: 'unit',
    option: 'rl1',
    value: { act: 'pick' },
    form: {},
  })
})

test('a button without a value, its form an empty string', () => {
  expect(press(withoutValue)).toMatchObject({ name: 'issue', value: {}, form: {} })
})

test('an input outside a form answers under its own name', () => {
  expect(press(input)).toMatchObject({ value: {}, form: { reason: '管道井积水，等待排水' } })
})

describe('odd shapes', () => {
  test.each([
    ['null form', { form_value: null }, {}],
    ['list form', { form_value: [] }, {}],
    ['blank text', { form_value: { a: '  \n' } }, {}],
    ['number', { form_value: { a: 3 } }, { a: '3' }],
    ['wrapped list', { form_value: { a: { value: ['x'] } } }, { a: ['x'] }],
    ['object without value', { form_value: { a: { b: 'x' } } }, {}],
    ['list with holes', { form_value: { a: ['x', null, ''] } }, { a: ['x'] }],
    ['options outside a form', { name: 'who', options: ['ou_1'] }, { who: ['ou_1'] }],
    ['checker outside a form', { name: 'done', checked: false }, { done: 'false' }],
  ])('%s', (_, action, expected) => {
    expect(acting({ tag: 'button', ...action }).form).toEqual(expected)
  })

  test.each([[undefined], [null], ['plain'], ['[1]'], [7], [[1]]])('value %j is {}', (value) => {
    expect(acting({ tag: 'button', value }).value).toEqual({})
  })

  test('a field named __proto__ stays a field', () => {
    const action: unknown = JSON.parse('{"tag":"button","form_value":{"__proto__":"x"}}')
    const { form: fields } = press({ ...form, event: { ...form.event, action } })
    expect(Object.getPrototypeOf(fields)).toBe(Object.prototype)
    expect(Object.keys(fields)).toEqual(['__proto__'])
  })

  test.each([
    ['nobody pressed', { operator: {} }],
    ['nothing was pressed', { context: { url: 'https://example.com', preview_token: 't' } }],
    ['there is no action', { action: undefined }],
  ])('stored as other when %s', (_, change) => {
    const inbound = parseEvent({ ...form, event: { ...form.event, ...change } }, 0)
    expect(inbound).toMatchObject({ kind: 'other', type: 'card.action.trigger' })
    expect(inbound).toHaveProperty('problem')
  })
})
