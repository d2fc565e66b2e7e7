import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { onePixelPng } from '../../emulator/driver.ts'
import { seed } from './seed.ts'
import { stage } from './tiny-bot.ts'

test('the vendor’s dispatcher verifies and decrypts what we deliver, mention and all', async () => {
  await using s = await stage()
  const said = await s.fs.as('张检').in('一热').say('@三色 蓝单 一热 @李文员')
  const { openId, name } = s.fs.platform.bot
  expect(s.bot.received).toMatchObject([
    {
      event_type: 'im.message.receive_v1',
      sender: { sender_type: 'user', sender_id: { open_id: s.fs.person('张检').openId } },
      message: {
        message_id: said.id,
        chat_type: 'group',
        message_type: 'text',
        content: JSON.stringify({ text: '@_user_1 蓝单 一热 @_user_2' }),
        mentions: [
          { key: '@_user_1', id: { open_id: openId }, mentioned_type: 'bot', name },
          {
            key: '@_user_2',
            id: { open_id: s.fs.person('李文员').openId },
            mentioned_type: 'user',
          },
        ],
      },
    },
  ])
})

test('a bot with another key refuses, and the event waits', async () => {
  const other = { ...seed, app: { ...seed.app, encryptKey: 'another key altogether' } }
  await using s = await stage({ seed: other })
  await s.fs.as('张检').in('一热').say('嗯')
  expect(s.bot.received).toEqual([])
  expect([...s.fs.platform.retries.pending.values()]).toHaveLength(1)
})

test('without im:message.group_msg a group is heard only when the bot is mentioned, and never its photos', async () => {
  await using s = await stage({ readAllGroupMessages: false })
  const group = s.fs.as('张检').in('一热')
  await group.say('闲聊')
  await group.photo(onePixelPng, '现场.png')
  await group.say('@三色 待办')
  await s.fs.as('张检').inDm().photo(onePixelPng, '现场.png')
  const types = s.bot.received.map(
    ({ message }) => (message as Record<string, string>)['chat_type'],
  )
  expect(types).toEqual(['group', 'p2p'])
})

test('a refused event comes again after 15 s, 5 min, 1 h and 6 h with the same id, then never', async () => {
  await using s = await stage({ now: Date.parse('2026-11-23T00:00:00Z') })
  s.bot.status = 500
  await s.fs.as('张检').in('一热').say('嗯')
  await s.fs.clock.advance({ by: '2d' })
  const attempts = s.fs.traffic().filter(({ event }) => event?.type === 'im.message.receive_v1')
  expect(attempts.map(({ event }) => event?.attempt)).toEqual([1, 2, 3, 4, 5])
  expect(new Set(attempts.map(({ event }) => event?.id)).size).toBe(1)
  const [first, ...later] = attempts.map(({ at }) => at)
  const gaps = later.map((at, index) => at - (attempts[index]?.at ?? first ?? 0))
  expect(gaps.slice(1)).toEqual([300_000, 3_600_000, 21_600_000])
  expect(s.fs.platform.retries.pending.size).toBe(0)
})

test('“to the next due moment” is the next retry, and an accepted one ends the ladder', async () => {
  await using s = await stage()
  s.bot.status = 503
  const said = await s.fs.as('张检').in('一热').say('嗯')
  s.bot.status = 200
  const before = s.fs.clock.now()
  expect((await s.fs.clock.advance({ toNext: true })) - before).toBeGreaterThan(14_000)
  expect(s.bot.received).toMatchObject([{ message: { message_id: said.id } }])
  expect(s.fs.platform.retries.pending.size).toBe(0)
})

test('a bot that nobody can reach is shown so, over a real socket', async () => {
  await using s = await stage()
  const server = createServer(
    (_, response) => void response.writeHead(302, { location: '/' }).end(),
  )
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  s.fs.platform.link.connect({ url: `http://127.0.0.1:${port}` })
  await s.fs.as('张检').in('一热').say('一')
  await new Promise((resolve) => server.close(resolve))
  await s.fs.as('张检').in('一热').say('二')
  const errors = [...s.fs.platform.retries.pending.values()].map(({ lastError }) => lastError)
  expect(errors).toEqual(['HTTP 302', 'connect: ECONNREFUSED'])
  expect(s.fs.platform.link.reachable()).toBe(false)
})

test('the bot hears of being added, of being removed, and of a recalled message', async () => {
  await using s = await stage()
  const zhang = s.fs.as('张检')
  await zhang.addBot('无机器人群')
  await zhang.removeBot('一热')
  await zhang.in('一热').say('没人听见')
  const said = await zhang.in('无机器人群').say('嗯')
  await zhang.in('无机器人群').recall(said)
  expect(s.bot.received.map(({ event_type }) => event_type)).toEqual([
    'im.chat.member.bot.added_v1',
    'im.chat.member.bot.deleted_v1',
    'im.message.receive_v1',
    'im.message.recalled_v1',
  ])
})
