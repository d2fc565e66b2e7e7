import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO_APP } from '../../src/demo/seed.ts'
import { encrypt, sign } from '../feishu/sealed-request.ts'
import { setStage, type Stage } from '../support/stage.ts'

const KEY = DEMO_APP.encryptKey

/** 《接收消息》 as Feishu would send it. */
const event = (token = DEMO_APP.verificationToken) => ({
  schema: '2.0',
  header: {
    event_id: randomBytes(16).toString('hex'),
    event_type: 'im.message.receive_v1',
    create_time: String(Date.now()),
    token,
    app_id: DEMO_APP.id,
    tenant_key: 'demo',
  },
  event: {
    sender: { sender_id: { open_id: 'ou_1' }, sender_type: 'user' },
    message: {
      message_id: 'om_1',
      chat_id: 'oc_1',
      chat_type: 'group',
      message_type: 'text',
      content: '{"text":"待办"}',
    },
  },
})

const DAY = 86_400_000

interface Letter {
  plain?: string
  key?: string
  signedWith?: string
  at?: number
  /** The last bytes are lost on the way, after signing or before. */
  cut?: number
}

function requestOf({
  plain,
  key = KEY,
  signedWith = KEY,
  at = Date.now(),
  cut = 0,
}: Letter): Request {
  const sealed = encrypt(key, plain ?? JSON.stringify(event()))
  const whole = JSON.stringify({ encrypt: sealed })
  const body = whole.slice(0, whole.length - cut)
  const headers = { 'content-type': 'application/json', ...sign(signedWith, body, at) }
  return new Request('http://bot.test/webhook/feishu', { method: 'POST', body, headers })
}

describe('§7 · what is forged, stale, oversized or broken stays outside, and nothing of it is stored', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await setStage({ at: '2026-11-09T10:00:00+08:00', expectLogs: /webhook refused/ })
  })
  afterAll(() => stage.close())

  const stored = async (): Promise<number> => {
    const [row] = await stage.db.execute<{ n: number }>(sql`select count(*)::int as n from inbox`)
    return row?.n ?? 0
  }

  test.each<[what: string, status: number, letter: Letter]>([
    ['signed with another key', 401, { signedWith: 'guess' }],
    ['with the wrong token', 401, { plain: JSON.stringify(event('guess')) }],
    ['a day old', 401, { at: Date.now() - DAY }],
    ['from tomorrow', 401, { at: Date.now() + DAY }],
    ['encrypted with another key', 400, { key: 'guess' }],
    ['truncated', 400, { cut: 20 }],
    ['broken inside', 400, { plain: '{"schema":' }],
    ['over 1 MB', 413, { plain: 'x'.repeat(1_100_000) }],
  ])('%s: %i', async (_, status, letter) => {
    const before = await stored()
    const answer = await stage.bot.app.fetch(requestOf(letter))
    expect(answer.status).toBe(status)
    expect(await stored()).toBe(before)
  })

  test('the same letter, properly signed, is stored once however often it comes', async () => {
    const before = await stored()
    const plain = JSON.stringify(event())
    const answers = await Promise.all(
      [1, 2, 3].map(() => Promise.resolve(stage.bot.app.fetch(requestOf({ plain })))),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await stored()).toBe(before + 1)
  })
})
