import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as inbox from '../../src/db/inbox.ts'
import { inbox as table } from '../../src/db/schema/inbox.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { NOW, someArrival } from './given.ts'

const EXPIRED = -1_000
const MINUTE = 60_000

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(() => database.db.delete(table))

const store = (change: Parameters<typeof someArrival>[0] = {}, holdMs?: number) =>
  inbox.store(database.db, someArrival(change), holdMs)
const claim = (limit = 10, leaseMs?: number) => inbox.claimNext(database.db, limit, leaseMs)
const finish = (claimed: { id: number; token: number }, answer?: unknown) =>
  inbox.finish(database.db, claimed, { at: NOW, answer })

test('of four deliveries at once one is new', async () => {
  const arrival = someArrival({ eventId: 'e1' })
  const stored = await Promise.all([1, 2, 3, 4].map(() => inbox.store(database.db, arrival)))
  expect(stored.filter(({ outcome }) => outcome === 'new')).toHaveLength(1)
  expect(new Set(stored.map(({ id }) => id)).size).toBe(1)
})

test('the same act under another event id is known, with what it was answered', async () => {
  const first = await store({ semanticKey: 'press 7' }, MINUTE)
  if (first.outcome !== 'new') throw new Error('not new')
  const toast = { toast: '已签收' }
  expect(await finish(first, toast)).toBe(true)
  const again = await store({ semanticKey: 'press 7' })
  expect(again).toEqual({ outcome: 'known', id: first.id, state: 'done', answer: toast })
})

test('a press born held is left alone by the loop until its holder is gone', async () => {
  await store({}, MINUTE)
  expect(await claim()).toEqual([])
  await store({ lane: 'oc_2' }, EXPIRED)
  expect(await claim()).toMatchObject([{ lane: 'oc_2', attempts: 2 }])
})

test('a lane has one event in work and keeps the order of arrival', async () => {
  for (const lane of ['a', 'a', 'b', 'a', 'b']) await store({ lane })
  const [a, b] = await claim()
  if (!a || !b) throw new Error('nothing to claim')
  expect([a.lane, b.lane]).toEqual(['a', 'b'])
  expect(await claim()).toEqual([])
  await finish(b)
  const [next] = await claim()
  expect(next?.lane).toBe('b')
  expect(next?.id).toBeGreaterThan(b.id)
})

test('two workers side by side take every event once and in order', async () => {
  for (let i = 0; i < 40; i++) await store({ lane: `lane ${i % 4}`, payload: { i } })
  const seen: inbox.ClaimedArrival[] = []
  const work = async (): Promise<void> => {
    for (const event of await claim(3)) {
      seen.push(event)
      expect(await finish(event)).toBe(true)
    }
    if ((await inbox.backlog(database.db)).open > 0) await work()
  }
  await Promise.all([work(), work()])
  expect(seen).toHaveLength(40)
  for (const lane of new Set(seen.map((event) => event.lane))) {
    const ids = seen.filter((event) => event.lane === lane).map((event) => event.id)
    expect(ids).toEqual(ids.toSorted((a, b) => a - b))
  }
})

test('one event can be claimed out of turn, by one request only', async () => {
  await store()
  const second = await store()
  const claims = await Promise.all([1, 2, 3].map(() => inbox.claimOne(database.db, second.id)))
  expect(claims.filter((claimed) => claimed !== undefined)).toMatchObject([{ id: second.id }])
})

test('whoever comes back after the lease ran out finishes nothing', async () => {
  await store()
  const [late] = await claim(1, EXPIRED)
  const [second] = await claim(1)
  if (!late || !second) throw new Error('nothing to claim')
  expect(await finish(late)).toBe(false)
  const failure = { at: NOW, error: 'late', retryInMs: undefined }
  expect(await inbox.fail(database.db, late, failure)).toBe(false)
  expect(await finish(second)).toBe(true)
})

test('an event that failed comes again after a while, or never when it is given up', async () => {
  await store()
  const [first] = await claim()
  if (!first) throw new Error('nothing to claim')
  await inbox.fail(database.db, first, { at: NOW, error: 'no luck', retryInMs: MINUTE })
  expect(await claim()).toEqual([])
  await inbox.fail(database.db, first, { at: NOW, error: 'no luck', retryInMs: EXPIRED })
  const [again] = await claim()
  if (!again) throw new Error('nothing to claim')
  expect(again.attempts).toBe(2)
  await inbox.fail(database.db, again, { at: NOW, error: 'hopeless', retryInMs: undefined })
  expect(await database.db.select().from(table)).toMatchObject([
    { state: 'failed', error: 'hopeless', doneAt: NOW },
  ])
})

test('characters the database refuses do not make an event unstorable', async () => {
  await store({ payload: { text: 'a\0b\ud800c', nested: ['漏\0水'] } })
  const [event] = await claim()
  expect(event?.payload).toEqual({ text: 'ab\ufffdc', nested: ['漏水'] })
})

test('what is done with is forgotten after its time, what is open never', async () => {
  await store({ eventId: 'old', receivedAt: NOW - 72 * 60 * MINUTE })
  await store({ eventId: 'open', receivedAt: NOW - 72 * 60 * MINUTE, lane: 'oc_2' })
  await store({ eventId: 'young', lane: 'oc_3' })
  for (const event of await claim()) if (event.lane !== 'oc_2') await finish(event)
  await inbox.forget(database.db, NOW - 48 * 60 * MINUTE)
  const left = await database.db.select({ id: table.eventId }).from(table).orderBy(table.id)
  expect(left.map(({ id }) => id)).toEqual(['open', 'young'])
})
