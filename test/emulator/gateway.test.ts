import { expect, test } from 'vitest'
import { FEISHU_LIMITS } from '../../emulator/rates.ts'
import { card } from './cards.ts'
import { refusal, sdkClient, sendCard, tokenOf } from './sdk.ts'
import { seed } from './seed.ts'
import { stage } from './tiny-bot.ts'

test.each([
  ['missing', {}, 99991661],
  ['of a strange shape', { authorization: 'Bearer x-1' }, 99991671],
  ['unknown', { authorization: 'Bearer t-g1dead' }, 99991663],
])('a token %s has its own code', async (_, headers, code) => {
  await using s = await stage()
  const response = await fetch(`${s.fs.url}/open-apis/im/v1/chats`, { headers })
  expect(response.status).toBe(400)
  expect(response.headers.get('x-tt-logid')).toMatch(/^[0-9A-F]{32}$/)
  expect(await response.json()).toMatchObject({ code, error: { log_id: expect.any(String) } })
})

test('wrong credentials are refused under HTTP 200, as the platform does', async () => {
  await using s = await stage()
  const ask = async (app_id: string) => {
    const response = await fetch(`${s.fs.url}/open-apis/auth/v3/tenant_access_token/internal`, {
      method: 'POST',
      body: JSON.stringify({ app_id, app_secret: 'wrong' }),
    })
    return [response.status, ((await response.json()) as { code: number }).code]
  }
  expect(await ask('')).toEqual([200, 10003])
  expect(await ask(seed.app.id)).toEqual([200, 10014])
})

test('a token outlives any jump of the virtual clock, and is handed out again while it is young', async () => {
  await using s = await stage()
  const token = await tokenOf(s.fs)
  await s.fs.clock.advance({ by: '30d' })
  expect(await tokenOf(s.fs)).toBe(token)
  const headers = { authorization: `Bearer ${token}` }
  expect((await fetch(`${s.fs.url}/open-apis/im/v1/chats`, { headers })).status).toBe(200)
})

test('the sixth message to one chat within a second is refused with 230020', async () => {
  await using s = await stage({ limits: FEISHU_LIMITS })
  const client = sdkClient(s.fs)
  const chat = s.fs.chat('一热').id
  for (let sent = 0; sent < 5; sent++) await sendCard(client, chat, card('一', []))
  expect(await refusal(sendCard(client, chat, card('一', [])))).toMatchObject({ code: 230020 })
})

test('above the ceiling of an API the gateway answers 429 and says how long to wait', async () => {
  await using s = await stage({ limits: { ...FEISHU_LIMITS, perApiSecond: 2 } })
  const headers = { authorization: `Bearer ${await tokenOf(s.fs)}` }
  const ask = () => fetch(`${s.fs.url}/open-apis/im/v1/chats/oc_a`, { headers })
  await ask()
  await ask()
  const refused = await ask()
  expect(refused.status).toBe(429)
  expect(refused.headers.get('x-ogw-ratelimit-limit')).toBe('2')
  expect(refused.headers.get('x-ogw-ratelimit-reset')).toBe('1')
  expect(await refused.json()).toMatchObject({ code: 99991400 })
})

test('secrets and tokens never reach the traffic log', async () => {
  await using s = await stage()
  await sendCard(sdkClient(s.fs), s.fs.chat('一热').id, card('一', []))
  await s.fs.as('张检').in('一热').say('嗯')
  const log = JSON.stringify(s.fs.traffic())
  expect(log).toContain('im.message.receive_v1')
  const token = await tokenOf(s.fs)
  for (const secret of [seed.app.secret, seed.app.encryptKey, seed.app.verificationToken, token]) {
    expect(log).not.toContain(secret)
  }
})
