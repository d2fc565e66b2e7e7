import { describe, expect, test } from 'vitest'

import messageEvent from '../feishu/payloads/message-text-group.json' with { type: 'json' }
import pressEvent from '../feishu/payloads/press-form.json' with { type: 'json' }
import { encrypt, seal, sign } from '../feishu/sealed-request.ts'
import { givenApp, KEY, NOW } from './given-app.ts'

const HOUR = 3_600_000

test('an event is stored, then answered with {}', async () => {
  const { deliver, received } = givenApp()
  const response = await deliver(messageEvent)
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({})
  expect(received).toHaveLength(1)
  expect(received[0]?.inbound).toMatchObject({ kind: 'message', chatType: 'group' })
})

test('what is stored no longer carries the verification token', async () => {
  const { deliver, received } = givenApp()
  await deliver(messageEvent)
  expect(received[0]?.raw).toMatchObject({ header: { event_id: messageEvent.header.event_id } })
  expect(JSON.stringify(received[0]?.raw)).not.toContain(messageEvent.header.token)
})

test('an event that could not be stored is answered with 500, so that Feishu tries again', async () => {
  const { deliver, log } = givenApp({
    async receive() {
      throw new Error(`insert failed: ${messageEvent.event.message.content}`)
    },
  })
  const response = await deliver(messageEvent)
  expect(response.status).toBe(500)
  expect(await response.json()).toEqual({ error: 'internal' })
  expect(log.text()).toContain('request failed')
  expect(log.text()).not.toContain('蓝单')
})

test('an event of a known type that cannot be read is stored and reported', async () => {
  const { deliver, received, log } = givenApp()
  const response = await deliver({ ...messageEvent, event: { message: {} } })
  expect(response.status).toBe(200)
  expect(received[0]?.inbound).toMatchObject({ kind: 'other', type: 'im.message.receive_v1' })
  expect(log.lines).toMatchObject([
    { level: 'error', sentence: expect.stringContaining('not understood') },
  ])
})

test('an event nobody asked for is stored without complaint', async () => {
  const { deliver, received, log } = givenApp()
  const header = { ...messageEvent.header, event_type: 'im.chat.updated_v1' }
  await deliver({ ...messageEvent, header })
  expect(received[0]?.inbound.kind).toBe('other')
  expect(log.lines).toEqual([])
})

describe('refused, and nothing is stored:', () => {
  const good = seal(KEY, messageEvent, NOW)
  const broken = JSON.stringify({ encrypt: 'bm90IGEgY2lwaGVydGV4dA==' })
  const huge = JSON.stringify({ encrypt: 'x'.repeat(1_048_576) })
  const foreign = {
    ...messageEvent,
    header: { ...messageEvent.header, token: 'of another app' },
  }
  test.each([
    ['forged', 401, { ...good, headers: { ...good.headers, 'x-lark-signature': '0'.repeat(64) } }],
    ['unsigned', 401, { ...good, headers: {} }],
    ['wrong token', 401, seal(KEY, foreign, NOW)],
    ['wrong key', 401, seal('another key', messageEvent, NOW)],
    ['stale event', 401, seal(KEY, messageEvent, NOW - 9 * HOUR)],
    ['stale press', 401, seal(KEY, pressEvent, NOW - HOUR)],
    ['truncated', 401, { ...good, body: good.body.slice(0, 100) }],
    ['plain', 401, { body: JSON.stringify(messageEvent), headers: {} }],
    ['broken cipher', 400, { body: broken, headers: sign(KEY, broken, NOW) }],
    ['broken JSON', 400, { body: '{', headers: sign(KEY, '{', NOW) }],
    ['empty', 400, { body: '', headers: {} }],
    ['oversized', 413, { body: huge, headers: sign(KEY, huge, NOW) }],
  ])('%s → %i', async (_, status, request) => {
    const { post, received, pressed, log } = givenApp()
    const response = await post(request)
    expect(response.status).toBe(status)
    expect([received, pressed]).toEqual([[], []])
    expect(log.lines).toMatchObject([{ level: 'warn', fields: { status } }])
    for (const secret of [KEY, messageEvent.header.token, '蓝单']) {
      expect(log.text()).not.toContain(secret)
    }
  })

  test('oversized in a stream of unknown length', async () => {
    const { app, received } = givenApp()
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(huge))
        controller.close()
      },
    })
    const init = { method: 'POST', body, headers: sign(KEY, huge, NOW), duplex: 'half' as const }
    expect((await app.request('/webhook/feishu', init)).status).toBe(413)
    expect(received).toEqual([])
  })
})

test('a stale event inside the retry ladder is taken', async () => {
  const { deliver, received } = givenApp()
  expect((await deliver(messageEvent, NOW - 7 * HOUR)).status).toBe(200)
  expect(received).toHaveLength(1)
})

test('url_verification is answered and not stored', async () => {
  const { post, received } = givenApp()
  const token = messageEvent.header.token
  const question = { challenge: 'ajls384kdjx98XX', token, type: 'url_verification' }
  const body = JSON.stringify({ encrypt: encrypt(KEY, JSON.stringify(question)) })
  const response = await post({ body, headers: {} })
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ challenge: 'ajls384kdjx98XX' })
  expect(received).toEqual([])
})

test('answers carry security headers, other paths are 404', async () => {
  const { app, deliver } = givenApp()
  const response = await deliver(messageEvent)
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect((await app.request('/webhook/feishu')).status).toBe(404)
  expect((await app.request('/__dev/clock')).status).toBe(404)
  expect((await app.request('/metrics')).status).toBe(404)
})
