import { afterAll, beforeAll, expect, test } from 'vitest'
import { nextSerial } from '../../src/db/serials.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

class ChangedMyMind extends Error {}

test('twenty writers at once, some of whom roll back, leave no gap and no double', async () => {
  const attempt = (i: number) =>
    database.db.transaction(async (tx) => {
      const { number } = await nextSerial(tx, 'blue', 2026)
      if (i % 3 === 0) throw new ChangedMyMind()
      return number
    })
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, (_, i) => attempt(i)))
  const given = outcomes.flatMap((o) => (o.status === 'fulfilled' ? [o.value] : []))
  const refused = outcomes.flatMap((o) => (o.status === 'rejected' ? [o.reason] : []))
  expect(refused.every((reason) => reason instanceof ChangedMyMind)).toBe(true)
  expect(given.toSorted((a, b) => a - b)).toEqual(given.map((_, i) => i + 1))
})

test('each colour and each year counts for itself', async () => {
  const first = (colour: 'green' | 'orange', year: number) =>
    database.db.transaction((tx) => nextSerial(tx, colour, year))
  expect(await first('orange', 2026)).toEqual({ colour: 'orange', year: 2026, number: 1 })
  expect(await first('orange', 2027)).toEqual({ colour: 'orange', year: 2027, number: 1 })
  expect(await first('green', 2026)).toEqual({ colour: 'green', year: 2026, number: 1 })
})
