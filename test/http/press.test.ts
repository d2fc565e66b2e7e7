import { describe, expect, test } from 'vitest'

import type { CallbackAnswer } from '../../src/feishu/callback-answer.ts'
import type { CardPressed } from '../../src/feishu/inbound.ts'
import pressEvent from '../feishu/payloads/press-form.json' with { type: 'json' }
import { givenApp } from './given-app.ts'

const DONE: CallbackAnswer = {
  toast: { type: 'success', content: '已提交整改反馈' },
  card: { schema: '2.0', body: { elements: [] } },
}

test('a press is answered with toast and card', async () => {
  const { deliver, received } = givenApp({ press: async () => DONE })
  const response = await deliver(pressEvent)
  expect(await response.json()).toEqual({
    toast: DONE.toast,
    card: { type: 'raw', data: DONE.card },
  })
  expect(received).toEqual([])
})

test('nothing to say is {}, never an empty body', async () => {
  const { deliver, pressed } = givenApp()
  expect(await (await deliver(pressEvent)).text()).toBe('{}')
  expect(pressed).toMatchObject([{ value: { act: 'feedback' } }])
})

describe('a press over its budget', () => {
  test('is answered in time, and the work goes on to its end', async () => {
    const work = Promise.withResolvers<CallbackAnswer>()
    const late = Promise.withResolvers<[CardPressed, CallbackAnswer]>()
    const kept: Promise<unknown>[] = []
    const { deliver } = givenApp({
      budgetMs: 1,
      press: () => work.promise,
      pressedLate: async (press, answer) => late.resolve([press, answer]),
      keepAlive: (promise) => kept.push(promise),
    })
    const response = await deliver(pressEvent)
    expect(await response.json()).toEqual({
      toast: { type: 'info', content: '已收到，正在处理，结果稍后更新在卡片上' },
    })
    work.resolve(DONE)
    const [press, answer] = await late.promise
    expect(press.messageId).toBe('om_x100b4c5d6e7f8091a2b3c4d5e6f70830')
    expect(answer).toBe(DONE)
    expect(await Promise.all(kept)).toHaveLength(1)
  })

  test('that fails later is logged and hurts nobody', async () => {
    const work = Promise.withResolvers<CallbackAnswer>()
    const kept: Promise<unknown>[] = []
    const { deliver, log } = givenApp({
      budgetMs: 1,
      press: () => work.promise,
      keepAlive: (promise) => kept.push(promise),
    })
    expect((await deliver(pressEvent)).status).toBe(200)
    work.reject(new RangeError('公示'))
    await Promise.all(kept)
    expect(log.lines.at(-1)).toMatchObject({
      sentence: 'press failed',
      fields: { fault: 'RangeError' },
    })
    expect(log.text()).not.toContain('公示')
  })
})

test('a press that fails says so in a toast instead of an error number', async () => {
  const { deliver, log } = givenApp({
    async press() {
      throw new Error('duplicate key: 公示已上墙')
    },
  })
  const response = await deliver(pressEvent)
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({
    toast: { type: 'error', content: '处理时出了问题，请稍后再试' },
  })
  expect(log.lines).toMatchObject([{ level: 'error', sentence: 'press failed' }])
  expect(log.text()).not.toContain('公示')
})

test('a press we cannot read is stored, and the person is told', async () => {
  const { deliver, received } = givenApp()
  const response = await deliver({ ...pressEvent, event: { ...pressEvent.event, operator: {} } })
  expect(await response.json()).toMatchObject({ toast: { type: 'error' } })
  expect(received[0]?.inbound).toMatchObject({ kind: 'other', type: 'card.action.trigger' })
})
