import { afterAll, beforeAll, expect, test } from 'vitest'
import { reserve } from '../../src/db/pace.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('no second lets more through than rate plus burst, however many ask at once', async () => {
  const [rate, burst, asked] = [20, 5, 120]
  const begun = performance.now()
  const waits = await Promise.all(
    Array.from({ length: asked }, () => reserve(database.db, 'app', rate, burst)),
  )
  const took = performance.now() - begun
  // A slot lies between `wait` and `wait + took` after the beginning; the waits alone are therefore early, never late.
  const slots = waits.toSorted((a, b) => a - b)
  const full = slots.slice(rate + burst).map((later, i) => later + took - (slots[i] ?? 0))
  expect(Math.min(...full)).toBeGreaterThanOrEqual(1_000)
  const last = slots.at(-1) ?? 0
  expect(last + took).toBeGreaterThanOrEqual(((asked - burst) / rate) * 1_000)
  expect(last).toBeLessThanOrEqual(((asked - burst) / rate) * 1_000 + 1)
})

test('a burst goes at once, and keys do not slow each other', async () => {
  const waits: number[] = []
  for (let i = 0; i < 4; i++) waits.push(await reserve(database.db, 'oc_1', 0.01, 3))
  expect(waits.slice(0, 3)).toEqual([0, 0, 0])
  expect(waits[3]).toBeGreaterThan(90_000)
  expect(await reserve(database.db, 'oc_2', 0.01, 3)).toBe(0)
})
