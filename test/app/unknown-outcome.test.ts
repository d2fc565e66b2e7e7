import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../src/domain/time.ts'
import { type GivenBot, givenBot } from './given-bot.ts'

const SEND = 'POST /im/v1/messages'
const REPLY = 'POST /im/v1/messages/:id/reply'
const HISTORY = 'GET /im/v1/messages'

let it: GivenBot
let numbers = 0
let key: string
beforeAll(async () => {
  it = await givenBot('2026-11-09T10:00:00+08:00')
})
afterAll(() => it.close())
beforeEach(async () => {
  key = `第${++numbers}条`
  it.complaints.length = 0
  it.feishu.platform.faults.clear()
  await it.turn()
})

const asked = (at: string) =>
  it.feishu.traffic().filter((call) => `${call.method} ${call.path}`.startsWith(at)).length
/** How often the chat shows the message of this test. */
const seen = (chatId = it.org.office.chat) =>
  it.said(chatId).filter(({ body }) => JSON.stringify(body).includes(key)).length

describe('a send whose answer was lost after it had arrived', () => {
  test('is repeated with the same uuid at 59 minutes: Feishu shows it once', async () => {
    it.feishu.fault({ at: SEND, cut: 'after' })
    await it.enqueue({ key })
    await it.bot.pump.run()
    expect(await it.row(key)).toMatchObject({ state: 'pending', attempts: 1 })
    it.pass(59 * MINUTE)
    await it.turn()
    expect(await it.row(key)).toMatchObject({ state: 'accepted', attempts: 2 })
    expect(seen()).toBe(1)
  })

  test('is looked for at 61 minutes, found, and adopted', async () => {
    it.feishu.fault({ at: SEND, cut: 'after' })
    await it.enqueue({ key })
    await it.bot.pump.run()
    it.pass(61 * MINUTE)
    await it.turn()
    const [message] = it.said(it.org.office.chat).slice(-1)
    expect(await it.row(key)).toMatchObject({ state: 'accepted', messageId: message?.id })
    expect(seen()).toBe(1)
  })

  test('does not take its neighbour’s place: both are on the screen once', async () => {
    it.feishu.fault({ at: SEND, cut: 'after' })
    await it.enqueue({ key })
    await it.enqueue({ key: `${key}乙` })
    await it.bot.pump.run()
    it.pass(61 * MINUTE)
    await it.turn()
    expect(await it.row(key)).toMatchObject({ state: 'accepted' })
    expect(await it.row(`${key}乙`)).toMatchObject({ state: 'accepted' })
    // The second name holds the first.
    expect(seen()).toBe(2)
  })

  test('is adopted when it was recalled meanwhile: it has been said', async () => {
    it.feishu.fault({ at: SEND, cut: 'after' })
    await it.enqueue({ key })
    await it.bot.pump.run()
    const [message] = it.said(it.org.office.chat).slice(-1)
    if (!message) throw new Error('nothing was said')
    it.feishu.platform.state.messages.set(message.id, { ...message, recalled: true })
    it.pass(61 * MINUTE)
    await it.turn()
    expect(await it.row(key)).toMatchObject({ state: 'accepted', messageId: message.id })
  })

  test('to a person whose private chat is known is looked for there', async () => {
    const to = it.org.office.director
    const message = { lane: to, destination: { type: 'open_id', id: to } } as const
    const view = { card: 'said', text: `${key}前`, tone: 'note' } as const
    await it.enqueue({ key: `先有${numbers}`, ...message, view })
    await it.bot.pump.run()
    it.feishu.fault({ at: SEND, cut: 'after' })
    await it.enqueue({ key: `${key}后`, ...message })
    await it.bot.pump.run()
    it.pass(61 * MINUTE)
    await it.turn()
    expect(await it.row(`${key}后`)).toMatchObject({ state: 'accepted' })
    const p2p = it.feishu.as(to).inDm().chatId
    expect(seen(p2p)).toBe(2)
  })

  test('to a person whose private chat is not known is not risked: it ends as unknown, aloud', async () => {
    const [to = ''] = it.org.leaders.members
    it.feishu.fault({ at: SEND, cut: 'after' })
    await it.enqueue({ key, lane: to, destination: { type: 'open_id', id: to } })
    await it.bot.pump.run()
    it.pass(61 * MINUTE)
    await it.turn()
    expect(await it.row(key)).toMatchObject({ state: 'unknown' })
    expect(it.complaints.join()).toContain('may have arrived')
    expect(seen(it.feishu.as(to).inDm().chatId)).toBe(1)
  })

  test('in plain words, because its card had been refused, is found as well', async () => {
    it.feishu.fault({ at: SEND, code: 230025 })
    it.feishu.fault({ at: SEND, cut: 'after' })
    await it.enqueue({ key })
    await it.bot.pump.run()
    it.pass(61 * MINUTE)
    await it.turn()
    expect(await it.row(key)).toMatchObject({ state: 'accepted' })
    expect(seen()).toBe(1)
  })

  test('as a reply is looked for in its chat', async () => {
    const chat = it.feishu.as(it.org.office.director).in(it.org.office.chat)
    const { id: messageId } = await chat.say('大家好')
    it.feishu.fault({ at: REPLY, cut: 'after' })
    await it.enqueue({ key, kind: 'reply', destination: { messageId } })
    await it.bot.pump.run()
    it.pass(61 * MINUTE)
    await it.turn()
    expect(await it.row(key)).toMatchObject({ state: 'accepted' })
    expect(seen()).toBe(1)
  })
})

describe('a send that was cut before anything was done', () => {
  test('is looked for at 61 minutes, not found, and sent', async () => {
    it.feishu.fault({ at: SEND, cut: 'before' })
    await it.enqueue({ key })
    await it.bot.pump.run()
    expect(seen()).toBe(0)
    it.pass(61 * MINUTE)
    await it.turn()
    expect(await it.row(key)).toMatchObject({ state: 'accepted' })
    expect(seen()).toBe(1)
  })

  test('and cut again is looked for again, however often', async () => {
    it.feishu.fault({ at: SEND, cut: 'before' })
    await it.enqueue({ key })
    await it.bot.pump.run()
    it.pass(61 * MINUTE)
    it.feishu.fault({ at: SEND, cut: 'after' })
    await it.turn()
    it.pass(61 * MINUTE)
    await it.turn()
    expect(await it.row(key)).toMatchObject({ state: 'accepted', attempts: 3 })
    expect(seen()).toBe(1)
  })
})

describe('when there is no looking', () => {
  test('a history out of reach for a while is asked again before anything is sent', async () => {
    it.feishu.fault({ at: SEND, cut: 'after' })
    await it.enqueue({ key })
    await it.bot.pump.run()
    it.pass(61 * MINUTE)
    it.feishu.fault({ at: HISTORY, status: 502 })
    await it.turn()
    expect(await it.row(key)).toMatchObject({ state: 'pending' })
    await it.turn()
    expect(await it.row(key)).toMatchObject({ state: 'accepted' })
    expect(seen()).toBe(1)
  })

  test('a history that is refused leaves the outcome unknown: nothing is sent a second time', async () => {
    it.feishu.fault({ at: SEND, cut: 'after' })
    await it.enqueue({ key })
    await it.bot.pump.run()
    it.pass(61 * MINUTE)
    it.feishu.fault({ at: HISTORY, code: 232011 })
    await it.turn()
    expect(await it.row(key)).toMatchObject({ state: 'unknown' })
    expect(seen()).toBe(1)
  })

  test('an attempt that certainly left nothing behind needs no look', async () => {
    it.feishu.fault({ at: SEND, code: 230020 })
    await it.enqueue({ key })
    await it.bot.pump.run()
    it.pass(2 * HOUR)
    const before = asked(HISTORY)
    await it.turn()
    expect(await it.row(key)).toMatchObject({ state: 'accepted' })
    expect(asked(HISTORY)).toBe(before)
  })
})
