import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as outbox from '../../src/db/outbox.ts'
import { outbox as table } from '../../src/db/schema/outbox.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { NOW, someMessage } from './given.ts'

const EXPIRED = -1_000
const HOUR = 3_600_000

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(() => database.db.delete(table))

const enqueue = (change: Parameters<typeof someMessage>[0] = {}) =>
  outbox.enqueue(database.db, someMessage(change), NOW)
const claim = (limit = 10, leaseMs?: number, now = NOW) =>
  outbox.claim(database.db, now, limit, leaseMs)
const accept = (claimed: outbox.ClaimedMessage) =>
  outbox.settle(database.db, claimed, { state: 'accepted', messageId: `om_${claimed.id}` }, NOW)
const patch = { messageId: 'om_card', lane: 'om_card', slipId: undefined, priority: 1 }
const enqueuePatch = (conn: Parameters<typeof outbox.enqueuePatch>[0] = database.db) =>
  outbox.enqueuePatch(conn, { ...patch, view: { card: 'todo', person: 'ou_1' } }, NOW)
const rowsOf = () => database.db.select().from(table).orderBy(table.id)

test('a second enqueue of the same key does nothing', async () => {
  expect(await enqueue({ key: 'once', lane: 'first' })).toBe(true)
  expect(await enqueue({ key: 'once', lane: 'second' })).toBe(false)
  expect((await rowsOf()).map((row) => row.lane)).toEqual(['first'])
})

test('a message comes back from the database as it went in', async () => {
  const message = someMessage({ validIn: ['rectifying'], proof: true, mergeKey: 'ou_1' })
  await outbox.enqueue(database.db, message, NOW)
  const [claimed] = await claim()
  expect(claimed).toMatchObject({ ...message, attempts: 1, firstTriedAt: NOW, createdAt: NOW })
})

test('claimers working side by side never share a message and keep the order of every lane', async () => {
  for (let i = 0; i < 60; i++) await enqueue({ key: `m${i}`, lane: `lane ${i % 6}` })
  const seen: outbox.ClaimedMessage[] = []
  const inFlight = new Set<string>()
  const work = async (): Promise<void> => {
    const claimed = await claim(4)
    for (const message of claimed) {
      expect(inFlight.has(message.lane)).toBe(false)
      inFlight.add(message.lane)
      seen.push(message)
    }
    for (const message of claimed) {
      // Before the row is settled: from that moment on the lane is anybody's.
      inFlight.delete(message.lane)
      expect(await accept(message)).toBe(true)
    }
    const open = await database.db.$count(table, eq(table.state, 'pending'))
    if (open > 0) await work()
  }
  await Promise.all([work(), work(), work(), work()])
  expect(new Set(seen.map((message) => message.key)).size).toBe(60)
  expect(seen).toHaveLength(60)
  for (const lane of new Set(seen.map((message) => message.lane))) {
    const ids = seen.filter((message) => message.lane === lane).map((message) => message.id)
    expect(ids).toEqual(ids.toSorted((a, b) => a - b))
  }
})

test('what is more urgent goes first when not all lanes fit', async () => {
  await enqueue({ key: 'reminder', lane: 'a', priority: 2 })
  await enqueue({ key: 'slip', lane: 'b', priority: 1 })
  await enqueue({ key: 'click', lane: 'c', priority: 0 })
  expect((await claim(2)).map((message) => message.key)).toEqual(['click', 'slip'])
})

test('a message of tomorrow morning blocks nobody tonight', async () => {
  for (const lane of ['a', 'b', 'c']) {
    await enqueue({ lane, key: `${lane} morning`, notBefore: NOW + HOUR })
    await enqueue({ lane, key: `${lane} now` })
  }
  const keys = (await claim()).map((message) => message.key)
  expect(keys).toEqual(['a now', 'b now', 'c now'])
})

test('a message waiting for its next attempt holds its lane, and no other', async () => {
  await enqueue({ key: 'first' })
  await enqueue({ key: 'second' })
  const [first] = await claim()
  if (!first) throw new Error('nothing to claim')
  const retry = { waitMs: HOUR, reason: 'too many requests', now: NOW }
  expect(await outbox.retry(database.db, first, retry)).toBe(true)
  await enqueue({ key: 'elsewhere', lane: 'oc_2' })
  expect((await claim()).map((message) => message.key)).toEqual(['elsewhere'])
  expect(await claim(10, undefined, NOW + 2 * HOUR)).toEqual([])
})

test('after its wait a message is claimed again, with the same uuid', async () => {
  await enqueue({ key: 'first' })
  const [first] = await claim()
  if (!first) throw new Error('nothing to claim')
  await outbox.retry(database.db, first, { waitMs: 0, reason: 'too many requests', now: NOW })
  const [again] = await claim()
  expect(again).toMatchObject({ key: 'first', uuid: first.uuid, attempts: 2, firstTriedAt: NOW })
})

test('a lease that ran out is claimed by another, and the first owner settles nothing any more', async () => {
  await enqueue()
  const [late] = await claim(1, EXPIRED)
  const [second] = await claim()
  if (!late || !second) throw new Error('nothing to claim')
  expect(second).toMatchObject({ id: late.id, uuid: late.uuid, attempts: 2 })
  expect(await accept(late)).toBe(false)
  expect(await outbox.retry(database.db, late, { waitMs: 0, reason: '', now: NOW })).toBe(false)
  expect(await accept(second)).toBe(true)
  expect(await accept(second)).toBe(false)
  expect(await rowsOf()).toMatchObject([
    { state: 'accepted', messageId: `om_${second.id}`, doneAt: NOW },
  ])
})

test('a refused message lets the next one of its lane go', async () => {
  await enqueue({ key: 'refused' })
  await enqueue({ key: 'next' })
  const [refused] = await claim()
  if (!refused) throw new Error('nothing to claim')
  const outcome = { state: 'refused', code: 230002, reason: 'bot not in chat' } as const
  await outbox.settle(database.db, refused, outcome, NOW)
  expect((await claim()).map((message) => message.key)).toEqual(['next'])
  const [row] = await rowsOf()
  expect(row?.result).toEqual({ code: 230002, reason: 'bot not in chat' })
})

test('one patch per message waits, however often it is asked for', async () => {
  await Promise.all([enqueuePatch(), enqueuePatch(), enqueuePatch()])
  expect(await rowsOf()).toHaveLength(1)
})

test('a patch asked for while one is under way is a second one, because the first may show the old state', async () => {
  await enqueuePatch()
  await claim()
  await enqueuePatch()
  await enqueuePatch()
  expect(await rowsOf()).toHaveLength(2)
})

test('a patch that failed makes room for the younger one behind it', async () => {
  await enqueuePatch()
  const [failed] = await claim()
  if (!failed) throw new Error('nothing to claim')
  await enqueuePatch()
  await outbox.retry(database.db, failed, { waitMs: HOUR, reason: 'timeout', now: NOW })
  expect((await rowsOf()).map((row) => row.state)).toEqual(['void', 'pending'])
  expect(await claim()).toHaveLength(1)
})

test('nobody renders a patch while the change it is to show is still uncommitted', async () => {
  await enqueuePatch()
  await database.db.transaction(async (tx) => {
    await enqueuePatch(tx)
    expect(await claim()).toEqual([])
  })
  expect(await claim()).toHaveLength(1)
})

test('it knows when there will be something to do', async () => {
  const next = () => outbox.nextDueAt(database.db, NOW)
  expect(await next()).toBeUndefined()
  await enqueue({ lane: 'later', notBefore: NOW + 2 * HOUR })
  expect(await next()).toBe(NOW + 2 * HOUR)
  await enqueue({ key: 'head' })
  await enqueue({ key: 'behind', notBefore: NOW - HOUR })
  expect(await next()).toBe(NOW)
  const [head] = await claim()
  if (!head) throw new Error('nothing to claim')
  expect(await next()).toBe(NOW + 2 * HOUR)
  await outbox.retry(database.db, head, { waitMs: HOUR, reason: 'busy', now: NOW })
  expect(await next()).toBe(NOW + 2 * HOUR)
})
