import { afterEach, beforeEach, expect, test } from 'vitest'

import { type Emulator, startEmulator } from '../../emulator/main.ts'
import { createFeishu } from '../../src/feishu/client.ts'
import { plainText } from '../../src/feishu/plain-text.ts'
import type { Card, Feishu } from '../../src/feishu/port.ts'
import type { CardPressed, MessageReceived } from '../../src/feishu/inbound.ts'
import { createRecordingLog } from '../feishu/recording-log.ts'
import { givenApp, KEY } from './given-app.ts'

const TOKEN = 'v7xkQ2mE9rTtB4nWcYpLsD3hGfZuJ8aK'
const seed = {
  app: {
    id: 'cli_a1b2c3d4e5f60718',
    secret: 'sEcReT',
    encryptKey: KEY,
    verificationToken: TOKEN,
    name: '三色督查',
  },
  people: [{ name: '王建国' }, { name: '李娜' }],
  groups: [{ name: '第一热力公司', members: ['王建国', '李娜'] }],
}

let emulator: Emulator
let feishu: Feishu
let edge: ReturnType<typeof givenApp>

beforeEach(async () => {
  emulator = await startEmulator({ seed })
  const { id: appId, secret: appSecret } = seed.app
  const log = createRecordingLog()
  feishu = createFeishu({ appId, appSecret, domain: emulator.url, log })
  edge = givenApp({
    wallClock: Date.now,
    async press(press) {
      edge.pressed.push(press)
      return { toast: { type: 'success', content: '已签收' }, card: slipCard('已签收') }
    },
  })
  const { app } = edge
  await emulator.connectBot({ url: 'http://bot.invalid', fetch: (request) => app.fetch(request) })
})
afterEach(() => emulator.close())

function slipCard(state: string): Card {
  const label = { tag: 'plain_text', content: '签收' }
  const behaviors = [{ type: 'callback', value: { act: 'receive', slip: 'B-0042' } }]
  return {
    schema: '2.0',
    config: { update_multi: true },
    body: {
      elements: [
        { tag: 'markdown', content: `督查落实单 ${state}` },
        { tag: 'button', name: 'receive', text: label, behaviors },
      ],
    },
  }
}

test('what a person says arrives readable, with names', async () => {
  const wang = emulator.as('王建国')
  await wang.in('第一热力公司').say('@三色督查 蓝单 请 @李娜 负责')
  const bot = await feishu.bot()
  const messages = edge.received.flatMap(({ inbound }): MessageReceived[] =>
    inbound.kind === 'message' ? [inbound] : [],
  )
  expect(messages).toMatchObject([{ sender: wang.openId, chatType: 'group', senderType: 'user' }])
  expect(messages.map((each) => plainText(each, bot.openId))).toEqual(['蓝单 请 @李娜 负责'])
  expect(await feishu.names([wang.openId])).toEqual(new Map([[wang.openId, '王建国']]))
})

test('a card is sent once per uuid, pressed, answered, and patched afterwards', async () => {
  const group = emulator.chat('第一热力公司')
  const to = { type: 'chat_id', id: group.id } as const
  const sent = await feishu.send(to, { type: 'card', card: slipCard('待签收') }, 'uuid-1')
  expect(await feishu.send(to, { type: 'card', card: slipCard('待签收') }, 'uuid-1')).toEqual(sent)
  if (sent.outcome !== 'accepted') throw new Error(JSON.stringify(sent))

  const wang = emulator.as('王建国').in('第一热力公司')
  await (await wang.card(/待签收/)).press('签收')
  expect(edge.pressed).toMatchObject([
    {
      operator: emulator.person('王建国').openId,
      messageId: sent.messageId,
      value: { act: 'receive', slip: 'B-0042' },
    } satisfies Partial<CardPressed>,
  ])
  await wang.card(/已签收/)

  expect(await feishu.patch(sent.messageId, slipCard('已办结'))).toEqual({ outcome: 'accepted' })
  await wang.card(/已办结/)
})

test('a reply hangs below its message, and an unknown group is refused by code', async () => {
  const said = await emulator.as('李娜').in('第一热力公司').say('@三色督查 /待办')
  const content = { type: 'text', text: '没有待办' } as const
  expect(await feishu.reply(said.id, content, 'uuid-2')).toMatchObject({ outcome: 'accepted' })
  const nowhere = { type: 'chat_id', id: `oc_${'0'.repeat(32)}` } as const
  expect(await feishu.send(nowhere, content, 'uuid-3')).toMatchObject({ outcome: 'refused' })
})
