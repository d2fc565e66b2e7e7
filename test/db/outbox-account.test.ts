import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as account from '../../src/db/outbox-account.ts'
import * as outbox from '../../src/db/outbox.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { NOW, someMessage } from './given.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('what became of each message about a slip can be told, and what needs a human is listed', async () => {
  const slipId = randomUUID()
  for (const lane of ['a', 'b', 'c'])
    await outbox.enqueue(database.db, someMessage({ lane, slipId }), NOW)
  expect(await account.backlog(database.db, NOW)).toEqual({ due: 3, oldest: NOW })
  const [a, b] = await outbox.claim(database.db, NOW, 2)
  if (!a || !b) throw new Error('nothing to claim')
  const refused = { code: 230002, reason: 'bot not in chat' }
  await outbox.settle(database.db, a, { state: 'accepted', messageId: 'om_a' }, NOW + 1)
  await outbox.settle(database.db, b, { state: 'refused', ...refused }, NOW + 2)

  const told = await account.messagesOf(database.db, slipId)
  expect(told.map(({ state }) => state)).toEqual(['accepted', 'refused', 'pending'])
  const trouble = { id: b.id, slipId, state: 'refused', doneAt: NOW + 2, result: refused }
  expect(await account.troubles(database.db, 10)).toMatchObject([trouble])
  expect(await account.backlog(database.db, NOW)).toEqual({ due: 1, oldest: NOW })
})
