import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as slips from '../../src/db/slips.ts'
import { timers as table } from '../../src/db/schema/timers.ts'
import * as timers from '../../src/db/timers.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { NOW, someSlip } from './given.ts'

const EXPIRED = -1_000
const MINUTE = 60_000

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(() => database.db.delete(table))

async function planned(change: Partial<timers.Timer> = {}): Promise<timers.Timer> {
  const slip = someSlip()
  await database.db.transaction((tx) => slips.insert(tx, slip, []))
  const timer: timers.Timer = {
    slipId: slip.id,
    step: 'remind',
    dueAt: NOW,
    expectedVersion: 1,
    expiresAt: undefined,
    ...change,
  }
  await timers.put(database.db, timer)
  return timer
}
const claim = (now = NOW, leaseMs?: number) => timers.claimDue(database.db, now, 10, leaseMs)

test('what is due is found by the clock it is given, the longest due first', async () => {
  const second = await planned({ dueAt: NOW - 1, expiresAt: NOW + MINUTE })
  const first = await planned({ dueAt: NOW - 2 })
  await planned({ dueAt: NOW + 1 })
  expect(await claim()).toMatchObject([first, second])
  expect(await timers.nextDueAt(database.db)).toBe(NOW + 1)
})

test('claimers side by side never get the same step', async () => {
  await Promise.all(Array.from({ length: 25 }, () => planned()))
  const claims = (await Promise.all([claim(), claim(), claim(), claim()])).flat()
  expect(new Set(claims.map((timer) => timer.slipId)).size).toBe(claims.length)
  const rest = (await Promise.all([claim(), claim(), claim()])).flat()
  expect(claims.length + rest.length).toBe(25)
})

test('a slip has one next step: the new one takes the place of the old', async () => {
  const timer = await planned()
  const [late] = await claim()
  if (!late) throw new Error('nothing due')
  await timers.put(database.db, { ...timer, step: 'breach', expectedVersion: 2 })
  expect(await timers.fail(database.db, late, { error: 'late', retryInMs: MINUTE })).toBe(false)
  expect(await claim()).toMatchObject([{ step: 'breach', expectedVersion: 2, attempts: 1 }])
})

test('a step set anew after it was cleared is not confused with the one before', async () => {
  const timer = await planned()
  const [late] = await claim()
  if (!late) throw new Error('nothing due')
  await timers.clear(database.db, timer.slipId)
  expect(await timers.ofSlip(database.db, timer.slipId)).toBeUndefined()
  await timers.put(database.db, { ...timer, expectedVersion: 2 })
  await claim()
  expect(await timers.fail(database.db, late, { error: 'late', retryInMs: MINUTE })).toBe(false)
})

test('a step whose runner vanished is claimed again, one that failed after a while', async () => {
  await planned()
  const [lost] = await claim(NOW, EXPIRED)
  const [again] = await claim()
  if (!lost || !again) throw new Error('nothing due')
  expect(await timers.fail(database.db, lost, { error: 'late', retryInMs: MINUTE })).toBe(false)
  expect(await timers.fail(database.db, again, { error: 'busy', retryInMs: MINUTE })).toBe(true)
  expect(await claim()).toEqual([])
  expect(await timers.nextDueAt(database.db)).toBeUndefined()
  expect(await timers.fail(database.db, again, { error: 'busy', retryInMs: EXPIRED })).toBe(true)
  expect(await claim()).toMatchObject([{ attempts: 3 }])
})
