import { describe, expect, test } from 'vitest'

import { verify, type VerifySettings } from '../../src/feishu/verify.ts'
import messageEvent from './payloads/message-text-group.json' with { type: 'json' }
import pressEvent from './payloads/press-form.json' with { type: 'json' }
import { encrypt, seal, type Sealed, sign } from './sealed-request.ts'

const KEY = 'kQ9vX2mR7tLb4nWc'
const TOKEN = messageEvent.header.token
const NOW = Date.UTC(2026, 10, 23, 1)
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const settings: VerifySettings = { encryptKeys: [KEY], verificationTokens: [TOKEN] }

function check({ body, headers }: Sealed, with_ = settings, now = NOW) {
  return verify(new TextEncoder().encode(body), new Headers(headers), with_, now)
}

function statusOf(request: Sealed, with_ = settings, now = NOW): number {
  const result = check(request, with_, now)
  return result.ok ? 200 : result.status
}

function unsigned(body: string): Sealed {
  return { body, headers: {} }
}

describe('a signed and encrypted event', () => {
  test('opens, and the verification token stays behind', () => {
    const { token: _, ...header } = messageEvent.header
    expect(check(seal(KEY, messageEvent, NOW))).toEqual({
      ok: true,
      plain: { ...messageEvent, header },
    })
  })

  test('passes again when replayed: dedupe is the inbox’s business', () => {
    const request = seal(KEY, messageEvent, NOW)
    expect([statusOf(request), statusOf(request)]).toEqual([200, 200])
  })

  test('passes pretty-printed when the signature is over those very bytes', () => {
    const encrypted = encrypt(KEY, JSON.stringify(messageEvent, null, 2))
    const body = `{\n  "encrypt" : "${encrypted.replaceAll('/', String.raw`\/`)}"\n}\n`
    expect(statusOf({ body, headers: sign(KEY, body, NOW) })).toBe(200)
  })

  test('is refused when pretty-printed on the way', () => {
    const { body, headers } = seal(KEY, messageEvent, NOW)
    expect(statusOf({ body: JSON.stringify(JSON.parse(body), null, 2), headers })).toBe(401)
  })

  test.each([
    ['truncated', (body: string) => body.slice(0, -20)],
    ['with one byte changed', (body: string) => body.replace('"encrypt"', '"encrypT"')],
    ['replaced by broken JSON', () => '{"encrypt":'],
  ])('is refused %s', (_, change) => {
    const { body, headers } = seal(KEY, messageEvent, NOW)
    expect(statusOf({ body: change(body), headers })).toBe(401)
  })

  test.each([
    ['forged', { 'x-lark-signature': '0'.repeat(64) }],
    ['of the wrong length', { 'x-lark-signature': 'abc' }],
    ['empty', { 'x-lark-signature': '' }],
    ['not hexadecimal', { 'x-lark-signature': 'z'.repeat(64) }],
    ['over another timestamp', { 'x-lark-request-timestamp': '1795399999' }],
    ['over another nonce', { 'x-lark-request-nonce': 'other' }],
  ])('is refused with a signature %s', (_, forged) => {
    const { body, headers } = seal(KEY, messageEvent, NOW)
    expect(statusOf({ body, headers: { ...headers, ...forged } })).toBe(401)
  })

  test.each(['x-lark-signature', 'x-lark-request-timestamp', 'x-lark-request-nonce'])(
    'is refused without %s',
    (name) => {
      const { body, headers } = seal(KEY, messageEvent, NOW)
      const rest = Object.fromEntries(Object.entries(headers).filter(([each]) => each !== name))
      expect(statusOf({ body, headers: rest })).toBe(401)
    },
  )

  test('is refused without any signature', () => {
    expect(statusOf(unsigned(seal(KEY, messageEvent, NOW).body))).toBe(401)
  })

  test('is refused with the token of another app, or none', () => {
    const { token: _, ...header } = messageEvent.header
    const foreign = { ...messageEvent, header: { ...header, token: `${TOKEN}x` } }
    expect(statusOf(seal(KEY, foreign, NOW))).toBe(401)
    expect(statusOf(seal(KEY, { ...messageEvent, header }, NOW))).toBe(401)
  })

  test('is malformed when it cannot be decrypted or read', () => {
    for (const body of [
      JSON.stringify({ encrypt: 'bm90IGEgY2lwaGVydGV4dA==' }),
      JSON.stringify({ encrypt: encrypt('another key', JSON.stringify(messageEvent)) }),
      JSON.stringify({ encrypt: encrypt(KEY, 'not JSON') }),
      JSON.stringify({ encrypt: encrypt(KEY, '[]') }),
      JSON.stringify({ encrypt: 42 }),
      JSON.stringify(messageEvent),
      '{"encrypt":',
      'null',
      '',
    ]) {
      expect([body, statusOf({ body, headers: sign(KEY, body, NOW) })]).toEqual([body, 400])
    }
  })

  test('over 1 MB is too large, whatever its signature', () => {
    const body = 'x'.repeat(1_048_577)
    expect(statusOf({ body, headers: sign(KEY, body, NOW) })).toBe(413)
    expect(statusOf(unsigned(body))).toBe(413)
  })
})

describe('freshness of the signed timestamp', () => {
  test.each([
    ['event', 'now', messageEvent, 0, 200],
    ['event', 'of the last retry', messageEvent, 7 * HOUR, 200],
    ['event', 'just inside 8 h', messageEvent, 8 * HOUR, 200],
    ['event', 'older than 8 h', messageEvent, 8 * HOUR + 1000, 401],
    ['event', '5 min in the future', messageEvent, -5 * MINUTE, 200],
    ['event', 'further in the future', messageEvent, -5 * MINUTE - 1000, 401],
    ['press', 'just inside 5 min', pressEvent, 5 * MINUTE, 200],
    ['press', 'older than 5 min', pressEvent, 5 * MINUTE + 1000, 401],
  ])('%s %s', (_kind, _when, payload, age, status) => {
    expect(statusOf(seal(KEY, payload, NOW - age))).toBe(status)
  })

  test('a timestamp that is no number is refused although it is signed', () => {
    const { body } = seal(KEY, messageEvent, NOW)
    const headers = sign(KEY, body, Number.NaN)
    expect(headers['x-lark-request-timestamp']).toBe('NaN')
    expect(statusOf({ body, headers })).toBe(401)
  })
})

describe('url_verification', () => {
  const question = { challenge: 'ajls384kdjx98XX', token: TOKEN, type: 'url_verification' }
  const sealed = (plain: unknown) =>
    JSON.stringify({ encrypt: encrypt(KEY, JSON.stringify(plain)) })

  test('encrypted needs no signature: decrypting and the token prove it', () => {
    expect(check(unsigned(sealed(question)))).toEqual({ ok: true, challenge: 'ajls384kdjx98XX' })
  })

  test('signed is answered too', () => {
    expect(check(seal(KEY, question, NOW))).toEqual({ ok: true, challenge: 'ajls384kdjx98XX' })
  })

  test('signed without a challenge is malformed', () => {
    expect(statusOf(seal(KEY, { token: TOKEN, type: 'url_verification' }, NOW))).toBe(400)
  })

  test.each([
    ['with the wrong token', sealed({ ...question, token: 'other' })],
    ['without a challenge', sealed({ token: TOKEN, type: 'url_verification' })],
    ['under another key', JSON.stringify({ encrypt: encrypt('other', JSON.stringify(question)) })],
    ['that is really an event', sealed(messageEvent)],
    ['in plain while a key is configured', JSON.stringify(question)],
    ['with broken padding', JSON.stringify({ encrypt: Buffer.alloc(64, 7).toString('base64') })],
  ])('unsigned %s is refused, and all look the same from outside', (_, body) => {
    expect(check(unsigned(body))).toEqual({ ok: false, status: 401, why: 'unsigned' })
  })

  test('unsigned noise is malformed', () => {
    expect(statusOf(unsigned('hello'))).toBe(400)
  })
})

describe('without an encrypt key', () => {
  const tokenOnly: VerifySettings = { encryptKeys: [], verificationTokens: [TOKEN] }

  test('the token alone decides', () => {
    expect(statusOf(unsigned(JSON.stringify(messageEvent)), tokenOnly)).toBe(200)
    const question = { challenge: 'c', token: TOKEN, type: 'url_verification' }
    expect(check(unsigned(JSON.stringify(question)), tokenOnly)).toEqual({
      ok: true,
      challenge: 'c',
    })
    const foreign = { ...question, token: 'other' }
    expect(statusOf(unsigned(JSON.stringify(foreign)), tokenOnly)).toBe(401)
  })

  test('an encrypted body is malformed', () => {
    expect(statusOf(seal(KEY, messageEvent, NOW), tokenOnly)).toBe(400)
  })

  test('and without a token nothing gets in', () => {
    const nothing: VerifySettings = { encryptKeys: [], verificationTokens: [] }
    expect(statusOf(unsigned(JSON.stringify(messageEvent)), nothing)).toBe(401)
  })
})

test('during a rotation both keys and both tokens are taken', () => {
  const both = { encryptKeys: ['new key', KEY], verificationTokens: ['new token', TOKEN] }
  const renewed = { ...messageEvent, header: { ...messageEvent.header, token: 'new token' } }
  expect(statusOf(seal(KEY, messageEvent, NOW), both)).toBe(200)
  expect(statusOf(seal('new key', renewed, NOW), both)).toBe(200)
  expect(statusOf(seal('third key', messageEvent, NOW), both)).toBe(401)
})
