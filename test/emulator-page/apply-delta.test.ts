import { expect, test } from 'vitest'
import { applyDelta } from '../../emulator/page/state/apply-delta.ts'
import type { Delta, Message, Snapshot, Traffic } from '../../emulator/wire.ts'

const message = (id: string, revision = 0): Message => ({
  id,
  chat: 'oc_1',
  from: { kind: 'user', id: 'ou_1' },
  body: { type: 'text', text: id },
  mentions: [],
  createdAt: 1,
  updatedAt: 1,
  revision,
  recalled: false,
  urged: [],
  readBy: [],
  locked: false,
})

const traffic = (id: number): Traffic => ({
  id,
  direction: 'bot→feishu',
  at: 1,
  wallAt: 1,
  method: 'GET',
  path: '/',
  status: 200,
  ms: 1,
  request: null,
  response: null,
})

const state: Snapshot = {
  seq: 7,
  now: 1000,
  bot: { openId: 'ou_bot', name: '机器人', appId: 'cli_0', reachable: true },
  people: [],
  chats: [],
  messages: [message('om_1'), message('om_2')],
  deliveries: [],
  traffic: [],
}

const applied = (delta: Delta): Snapshot => {
  const result = applyDelta(state, delta)
  if (result.kind !== 'applied') throw new Error(result.kind)
  return result.snapshot
}

test('a new message comes last, a changed one keeps its place, the others stay the same objects', () => {
  const added = applied({ seq: 8, type: 'message', message: message('om_3') })
  expect(added.messages.map(({ id }) => id)).toEqual(['om_1', 'om_2', 'om_3'])
  const changed = applied({ seq: 8, type: 'message', message: message('om_1', 2) })
  expect(changed.messages.map(({ id, revision }) => [id, revision])).toEqual([
    ['om_1', 2],
    ['om_2', 0],
  ])
  expect(changed.messages[1]).toBe(state.messages[1])
  expect(changed.seq).toBe(8)
})

test('the clock and the health of the bot follow', () => {
  expect(applied({ seq: 8, type: 'clock', now: 5000 }).now).toBe(5000)
  const { bot } = applied({ seq: 8, type: 'bot', reachable: false })
  expect(bot).toMatchObject({ name: '机器人', reachable: false })
})

test('no more traffic is kept than a fresh snapshot would hold', () => {
  const full = { ...state, traffic: Array.from({ length: 200 }, (_, i) => traffic(i)) }
  const result = applyDelta(full, { seq: 8, type: 'traffic', traffic: traffic(200) })
  expect(result).toMatchObject({ kind: 'applied' })
  const rows = result.kind === 'applied' ? result.snapshot.traffic : []
  expect([rows.length, rows[0]?.id, rows.at(-1)?.id]).toEqual([200, 1, 200])
})

test('what the snapshot already held is passed over', () => {
  expect(applyDelta(state, { seq: 7, type: 'clock', now: 1 })).toEqual({ kind: 'stale' })
})

test('a missed number or a reset asks for the whole state again', () => {
  expect(applyDelta(state, { seq: 9, type: 'clock', now: 1 })).toEqual({ kind: 'gap' })
  expect(applyDelta(state, { seq: 8, type: 'reset' })).toEqual({ kind: 'gap' })
  expect(applyDelta(state, { seq: 1, type: 'reset' })).toEqual({ kind: 'gap' })
})
