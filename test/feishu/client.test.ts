import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { createFeishu, type FeishuSettings } from '../../src/feishu/client.ts'
import { createRecordingLog, type RecordingLog } from './recording-log.ts'
import { type Said, startStubFeishu, type StubFeishu } from './stub-feishu.ts'

const SECRET = 'sEcReT-0123456789'
const TEXT = '锅炉房二号阀门渗漏'
const GROUP = { type: 'chat_id', id: 'oc_1' } as const
const CARD = { type: 'card', card: { schema: '2.0', body: { elements: [] } } } as const
const SENT: Said = {
  body: { code: 0, msg: 'success', data: { message_id: 'om_1', chat_id: 'oc_1' } },
}

let stub: StubFeishu
let log: RecordingLog

beforeEach(async () => {
  stub = await startStubFeishu()
  log = createRecordingLog()
})
afterEach(() => stub.close())

function feishu(settings: Partial<FeishuSettings> = {}) {
  const appId = 'cli_a1b2c3d4e5f60718'
  return createFeishu({ appId, appSecret: SECRET, domain: stub.url, log, ...settings })
}

describe('send, reply and patch', () => {
  test('a card goes out as the documentation asks', async () => {
    stub.answer = () => SENT
    const sent = await feishu({ domain: `${stub.url}/` }).send(GROUP, CARD, 'uuid-1')
    expect(sent).toEqual({ outcome: 'accepted', messageId: 'om_1', chatId: 'oc_1' })
    expect(stub.calls).toEqual([
      {
        method: 'POST',
        path: '/open-apis/im/v1/messages?receive_id_type=chat_id',
        authorization: 'Bearer t-1',
        body: {
          receive_id: 'oc_1',
          uuid: 'uuid-1',
          msg_type: 'interactive',
          content: JSON.stringify(CARD.card),
        },
      },
    ])
  })

  test('a reply and a patch find their message', async () => {
    stub.answer = ({ method }) => (method === 'PATCH' ? { body: { code: 0, data: {} } } : SENT)
    const it = feishu()
    expect(await it.reply('om_9', { type: 'text', text: TEXT }, 'uuid-2')).toMatchObject({
      outcome: 'accepted',
    })
    expect(await it.patch('om_9', CARD.card)).toEqual({ outcome: 'accepted' })
    expect(stub.calls).toMatchObject([
      {
        path: '/open-apis/im/v1/messages/om_9/reply',
        body: { uuid: 'uuid-2', msg_type: 'text', content: JSON.stringify({ text: TEXT }) },
      },
      {
        method: 'PATCH',
        path: '/open-apis/im/v1/messages/om_9',
        body: { content: JSON.stringify(CARD.card) },
      },
    ])
  })
})

describe('refused: Feishu said no, by its code', () => {
  test.each([400, 403, 200])('HTTP %i with a code', async (status) => {
    const body = {
      code: 230002,
      msg: 'The bot can not be outside the group.',
      error: { log_id: '20261123' },
    }
    stub.answer = () => ({ status, body })
    expect(await feishu().send(GROUP, CARD, 'u')).toEqual({
      outcome: 'refused',
      code: 230002,
      message: body.msg,
      logId: '20261123',
    })
  })

  test('a rate limit says when to come back', async () => {
    stub.answer = () => ({
      status: 429,
      headers: { 'x-ogw-ratelimit-reset': '3', 'x-tt-logid': 'log-7' },
      body: { code: 99991400, msg: 'request trigger frequency limit' },
    })
    expect(await feishu().patch('om_1', {})).toEqual({
      outcome: 'refused',
      code: 99991400,
      message: 'request trigger frequency limit',
      logId: 'log-7',
      retryAfterMs: 3000,
    })
  })

  test("the gateway's bare 429 is a rate limit too", async () => {
    stub.answer = () => ({ status: 429, body: 'slow down' })
    expect(await feishu().patch('om_1', {})).toMatchObject({ outcome: 'refused', code: 99991400 })
  })

  test('what the card said is cut out of the refusal', async () => {
    const msg = `Failed to create card content, ext=ErrCode: 200570; ErrorValue: ${TEXT}; `
    stub.answer = () => ({ status: 400, body: { code: 230099, msg } })
    const refused = await feishu().send(GROUP, CARD, 'u')
    expect(refused).toMatchObject({
      message: 'Failed to create card content, ext=ErrCode: 200570;',
    })
  })

  test('a wrong secret refuses with the code of the token endpoint', async () => {
    stub.token = { body: { code: 10014, msg: 'app secret invalid' } }
    expect(await feishu().send(GROUP, CARD, 'u')).toMatchObject({
      outcome: 'refused',
      code: 10014,
    })
    expect(stub.calls).toEqual([])
  })
})

describe('unknown: it may be on the screen', () => {
  test.each<[string, Said, string]>([
    ['no answer in time', { instead: 'silence' }, 'ECONNABORTED'],
    ['the connection drops', { instead: 'hangUp' }, 'ECONNRESET'],
    ['a 502', { status: 502, body: '<html>bad gateway</html>' }, 'HTTP 502'],
    ['a 500 even with a code', { status: 500, body: { code: 230001 } }, 'HTTP 500'],
    ["a portal's page", { body: '<html>log in</html>' }, 'HTTP 200, no code'],
    ['a redirect', { status: 302, headers: { location: '/x' } }, 'HTTP 302, no code'],
    ['no message_id', { body: { code: 0 } }, 'accepted, but the answer has no message_id'],
  ])('%s', async (_, said, cause) => {
    stub.answer = () => said
    const sent = await feishu({ timeoutMs: 50 }).send(GROUP, CARD, 'u')
    expect(sent).toEqual({ outcome: 'unknown', cause })
    expect(stub.calls).toHaveLength(1)
  })

  test('a connection refused, or no token, certainly sent nothing', async () => {
    const silent = feishu({ timeoutMs: 50 })
    stub.token = { instead: 'silence' }
    expect(await silent.send(GROUP, CARD, 'u')).toEqual({
      outcome: 'unknown',
      cause: 'no access token: ECONNABORTED',
      sent: false,
    })
    stub.token = undefined
    // No connection is left open to be reset: the second call must make one.
    stub.answer = () => ({ ...SENT, headers: { connection: 'close' } })
    const gone = feishu()
    await gone.send(GROUP, CARD, 'u')
    await stub.close()
    expect(await gone.send(GROUP, CARD, 'u')).toEqual({
      outcome: 'unknown',
      cause: 'ECONNREFUSED',
      sent: false,
    })
    stub = await startStubFeishu()
  })
})

describe('the access token', () => {
  test('is fetched once however many wait for it', async () => {
    stub.answer = () => SENT
    const it = feishu()
    await Promise.all(Array.from({ length: 20 }, (_, i) => it.send(GROUP, CARD, `u${i}`)))
    await it.send(GROUP, CARD, 'later')
    expect(stub.tokens).toBe(1)
    expect(stub.calls).toHaveLength(21)
  })

  test('is not shared between clients of the same app', async () => {
    stub.answer = () => SENT
    await feishu().send(GROUP, CARD, 'u')
    await feishu().send(GROUP, CARD, 'u')
    expect(stub.tokens).toBe(2)
  })

  test('when dead is dropped and replaced once, for all who hold it', async () => {
    stub.answer = ({ authorization }) =>
      authorization === 'Bearer t-1' ? { status: 400, body: { code: 99991663 } } : SENT
    const it = feishu()
    const sent = await Promise.all(
      Array.from({ length: 5 }, (_, i) => it.send(GROUP, CARD, `${i}`)),
    )
    expect(sent.every(({ outcome }) => outcome === 'accepted')).toBe(true)
    expect(stub.tokens).toBe(2)
  })

  test('when dead again is not chased', async () => {
    stub.answer = () => ({ status: 400, body: { code: 99991663, msg: 'invalid' } })
    expect(await feishu().send(GROUP, CARD, 'u')).toMatchObject({ code: 99991663 })
    expect(stub.calls.map((call) => call.authorization)).toEqual(['Bearer t-1', 'Bearer t-2'])
  })

  test('is asked for anew after a failure', async () => {
    stub.answer = () => SENT
    stub.token = { status: 503, body: 'down' }
    const it = feishu()
    expect(await it.send(GROUP, CARD, 'u')).toMatchObject({ outcome: 'unknown', sent: false })
    stub.token = undefined
    expect(await it.send(GROUP, CARD, 'u')).toMatchObject({ outcome: 'accepted' })
  })
})

describe('what we have said in a chat', () => {
  const item = (id: string, sender: string, change: object = {}) => ({
    message_id: id,
    create_time: '1794189600000',
    sender: { id: sender, sender_type: 'app' },
    body: { content: `{"text":"${id}"}` },
    ...change,
  })

  test('is read page by page, as it was sent, and only our own; a recalled message is one of them', async () => {
    const app = 'cli_a1b2c3d4e5f60718'
    const pages = [
      { has_more: true, page_token: 'p2', items: [item('om_1', app), item('om_2', 'ou_1')] },
      {
        has_more: false,
        items: [item('om_3', 'cli_other'), item('om_4', app, { body: undefined })],
      },
    ]
    stub.answer = ({ path }) => ({
      body: { code: 0, data: pages[path.includes('page_token=p2') ? 1 : 0] },
    })
    const createdAt = 1_794_189_600_000
    expect(await feishu().recentOwn('oc_1', 1_794_189_599_999)).toEqual({
      outcome: 'found',
      messages: [
        { messageId: 'om_1', createdAt, content: '{"text":"om_1"}' },
        { messageId: 'om_4', createdAt, content: '' },
      ],
    })
    expect(stub.calls[0]?.path).toContain('container_id=oc_1&start_time=1794189599&')
    expect(stub.calls[0]?.path).toContain('card_msg_content_type=user_card_content')
  })

  test('is unknown when the answer cannot be read, or the chat has said too much since', async () => {
    stub.answer = () => ({ body: { code: 0, data: {} } })
    expect(await feishu().recentOwn('oc_1', 0)).toMatchObject({ outcome: 'unknown' })
    stub.answer = () => ({
      body: { code: 0, data: { has_more: true, page_token: 'p', items: [] } },
    })
    expect(await feishu().recentOwn('oc_1', 0)).toMatchObject({ outcome: 'unknown' })
    stub.answer = () => ({ status: 400, body: { code: 230002, msg: 'outside' } })
    expect(await feishu().recentOwn('oc_1', 0)).toMatchObject({ outcome: 'refused', code: 230002 })
  })
})

describe('who is who', () => {
  test('the bot is asked for once, and again only after a failure', async () => {
    const it = feishu()
    stub.answer = () => ({ status: 400, body: { code: 99991672, msg: 'Access denied' } })
    await expect(it.bot()).rejects.toThrow('bot info: code 99991672')
    stub.answer = () => ({ body: { code: 0, bot: { open_id: 'ou_bot', app_name: '三色督查' } } })
    const [first, second] = await Promise.all([it.bot(), it.bot()])
    expect(first).toEqual({ openId: 'ou_bot', name: '三色督查' })
    expect(second).toBe(first)
    expect(stub.calls.map((call) => call.path)).toEqual(Array(2).fill('/open-apis/bot/v3/info'))
  })

  test('names come ten at a time, each person once', async () => {
    stub.answer = ({ body }) => {
      const { user_ids: ids } = body as { user_ids: string[] }
      const users = ids.map((id) => ({ user_id: id, name: id === 'ou_3' ? '' : `名${id}` }))
      return { body: { code: 0, data: { users } } }
    }
    const ids = Array.from({ length: 12 }, (_, i) => `ou_${i}`)
    const names = await feishu().names([...ids, 'ou_0', 'ou_1'])
    expect(names.get('ou_11')).toBe('名ou_11')
    expect(names.has('ou_3')).toBe(false)
    expect(names.size).toBe(11)
    expect(stub.calls.map(({ path }) => path)).toEqual(
      Array(2).fill('/open-apis/contact/v3/users/basic_batch?user_id_type=open_id'),
    )
  })

  test('nobody to name asks nothing; a refusal leaves the names out', async () => {
    expect((await feishu().names([])).size).toBe(0)
    expect(stub.calls).toEqual([])
    stub.answer = () => ({ status: 400, body: { code: 99991672, msg: 'Access denied' } })
    expect((await feishu().names(['ou_1'])).size).toBe(0)
    expect(log.text()).toContain('99991672')
  })
})

test('the log holds neither secrets nor what people wrote', async () => {
  const content = { type: 'text', text: TEXT } as const
  const it = feishu({ timeoutMs: 50 })
  stub.token = { status: 400, body: { code: 10003, msg: 'invalid param' } }
  await it.send(GROUP, content, 'u')
  stub.token = undefined
  const answers: Said[] = [
    { status: 400, body: { code: 230099, msg: `ErrorValue: ${TEXT}` } },
    { body: { code: 230025, msg: TEXT } },
    { instead: 'hangUp' },
    { instead: 'silence' },
    { status: 502, body: TEXT },
  ]
  for (const said of answers) {
    stub.answer = () => said
    await it.send(GROUP, content, 'u')
    await it.reply('om_1', content, 'u')
    await it.patch('om_1', { text: TEXT })
  }
  expect(log.lines.length).toBeGreaterThan(10)
  expect(log.text()).toContain('/open-apis/im/v1/messages')
  for (const hidden of [SECRET, TEXT, 't-1', 'Bearer']) expect(log.text()).not.toContain(hidden)
})
