import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as events from '../../src/db/events.ts'
import { brokenAt } from '../../src/db/hash-chain.ts'
import * as slips from '../../src/db/slips.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { closed, content, issued, NOW, someSlip } from './given.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

async function record(slip = someSlip()): Promise<string> {
  await database.db.transaction(async (tx) => {
    await slips.insert(tx, slip, [])
    await events.appendEvents(tx, slip.id, 0, [issued(slip)])
    await events.appendEvents(tx, slip.id, 1, [closed, closed])
  })
  return slip.id
}

test.for([
  ['an update', sql`update events set rule = 'D5'`],
  ['a deletion', sql`delete from events`],
  ['emptying the table', sql`truncate events`],
  ['emptying the slips with all that hangs on them', sql`truncate slips cascade`],
] as const)('%s is refused by the database itself', async ([, statement]) => {
  await record()
  await expect(database.db.execute(statement)).rejects.toMatchObject({
    cause: { code: '23001', message: expect.stringContaining('append-only') },
  })
})

test('facts come back as they went in, and their chain holds', async () => {
  const text = '“引号”\\ 换行\n 表情🙂 1e21'
  const slip = someSlip({ content: { ...content, findings: [{ text, requirement: '' }] } })
  const id = await record(slip)
  const recorded = await events.eventsOf(database.db, id)
  expect(recorded.map(({ event }) => event)).toEqual([issued(slip), closed, closed])
  expect(recorded.map(({ seq }) => seq)).toEqual([1, 2, 3])
  expect(brokenAt(id, recorded)).toBeUndefined()
})

test('a byte changed behind the back of the bot is found', async () => {
  const id = await record()
  await database.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(sql`update events set data = jsonb_set(data, '{rule}', '"D5"')
      where slip_id = ${id} and seq = 2`)
  })
  expect(brokenAt(id, await events.eventsOf(database.db, id))).toBe(2)
})

test('two writers of the same version: the second gets nothing in', async () => {
  const id = await record()
  const write = () => database.db.transaction((tx) => events.appendEvents(tx, id, 3, [closed]))
  const outcomes = await Promise.allSettled([write(), write()])
  expect(outcomes.map((o) => o.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(brokenAt(id, await events.eventsOf(database.db, id))).toBeUndefined()
})

test('a fact cannot be added beyond a gap', async () => {
  const id = await record()
  const beyond = database.db.transaction((tx) => events.appendEvents(tx, id, 7, [closed]))
  await expect(beyond).rejects.toThrow('no event 7')
})

test('the account of a day has its facts and no others', async () => {
  const slip = someSlip()
  const id = await record(slip)
  const day = await events.eventsBetween(database.db, NOW, NOW + 1)
  expect(day.filter((e) => e.slipId === id).map((e) => e.event)).toEqual([issued(slip)])
})
