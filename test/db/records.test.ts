import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Draft } from '../../src/domain/draft.ts'
import type { Organisation } from '../../src/domain/organisation.ts'
import * as cardMessages from '../../src/db/card-messages.ts'
import * as drafts from '../../src/db/drafts.ts'
import * as organisations from '../../src/db/organisations.ts'
import * as slots from '../../src/db/slots.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { NOW } from './given.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const someDraft = (change: Partial<Draft> = {}): Draft => ({
  id: randomUUID(),
  inspector: 'ou_1',
  version: 1,
  state: 'open',
  content: { colour: 'blue', findings: [] },
  slip: undefined,
  createdAt: NOW,
  ...change,
})

test('a draft is changed by whoever saw its last version', async () => {
  const draft = someDraft()
  await drafts.insert(database.db, draft)
  const changed = { ...draft, version: 2, content: { ...draft.content, site: '崂山路服务站' } }
  expect(await drafts.update(database.db, changed, 1, NOW + 1)).toBe(true)
  expect(await drafts.update(database.db, changed, 1, NOW + 1)).toBe(false)
  expect(await drafts.find(database.db, draft.id)).toEqual(changed)
})

test('an inspector sees their own open drafts, the newest first', async () => {
  const inspector = 'ou_2'
  const [older, newer] = [someDraft({ inspector }), someDraft({ inspector, createdAt: NOW + 1 })]
  for (const draft of [older, newer, someDraft({ inspector, state: 'cancelled' }), someDraft()])
    await drafts.insert(database.db, draft)
  expect(await drafts.openOf(database.db, inspector)).toEqual([newer, older])
})

test('the cards of a slip are known until they are closed, by one caller', async () => {
  const slip = randomUUID()
  const card = {
    messageId: 'om_1',
    chatId: 'oc_1',
    view: { card: 'slip', slip },
    sentAt: NOW,
  } as const
  await cardMessages.remember(database.db, card)
  await cardMessages.remember(database.db, { ...card, chatId: 'oc_2' })
  expect(await cardMessages.liveOfSlip(database.db, slip)).toEqual([card])
  expect(await cardMessages.liveSentBefore(database.db, NOW + 1, 10)).toEqual([card])
  expect(await cardMessages.liveSentBefore(database.db, NOW, 10)).toEqual([])
  const closed = await Promise.all([1, 2].map(() => cardMessages.close(database.db, 'om_1')))
  expect(closed.filter(Boolean)).toHaveLength(1)
  expect(await cardMessages.liveOfSlip(database.db, slip)).toEqual([])
})

test('the card of a draft is known by the draft, and by the slip it became', async () => {
  const [draft, slip] = [randomUUID(), randomUUID()]
  const view = { card: 'draft', draft } as const
  const card = { messageId: 'om_2', chatId: 'oc_1', view, sentAt: NOW }
  await cardMessages.remember(database.db, card)
  expect(await cardMessages.liveOfDraft(database.db, draft)).toEqual([card])
  await cardMessages.tieToSlip(database.db, draft, slip)
  expect(await cardMessages.liveOfSlip(database.db, slip)).toEqual([card])
})

test('the newest organisation is in force, the earlier ones remain', async () => {
  const organisation: Organisation = {
    office: { chat: 'oc_o', director: 'ou_d', inspectors: [], reviewers: [] },
    leaders: { chat: 'oc_l', members: [] },
    units: [],
    people: { ou_d: '王建国' },
    substitutes: [],
  }
  expect(await organisations.current(database.db)).toBeUndefined()
  expect(await organisations.currentVersion(database.db)).toBe(0)
  const by = { importedAt: NOW, importedBy: 'operator', note: undefined }
  const first = await organisations.add(database.db, { organisation, ...by })
  const later = { ...organisation, people: {} }
  const second = await organisations.add(database.db, { organisation: later, ...by })
  expect(second).toBeGreaterThan(first)
  const inForce = { version: second, organisation: later, ...by }
  expect(await organisations.current(database.db)).toEqual(inForce)
})

test('a slot is taken once, and given back when its work is rolled back', async () => {
  const taken = await Promise.all([1, 2, 3].map(() => slots.take(database.db, 'digest:1', NOW)))
  expect(taken.filter(Boolean)).toHaveLength(1)
  const failing = database.db.transaction(async (tx) => {
    await slots.take(tx, 'digest:2', NOW)
    throw new Error('the work failed')
  })
  await expect(failing).rejects.toThrow('the work failed')
  expect(await slots.take(database.db, 'digest:2', NOW)).toBe(true)
})
