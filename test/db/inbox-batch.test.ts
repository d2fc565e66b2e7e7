import { setTimeout as pause } from 'node:timers/promises'
import { inArray } from 'drizzle-orm'
import type postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { connect, openDatabase } from '../../src/db/connect.ts'
import { finish, type Stored } from '../../src/db/inbox.ts'
import { storeEvent } from '../../src/db/inbox-batch.ts'
import { inbox as table } from '../../src/db/schema/inbox.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { NOW, someArrival } from './given.ts'

let database: TestDatabase
/** Somebody else, who sees only what is committed. */
let witness: postgres.Sql
beforeAll(async () => {
  database = await createTestDatabase()
  witness = connect(database.url, 3)
})
afterAll(async () => {
  await witness.end()
  await database.drop()
})
beforeEach(() => database.db.delete(table))

type Change = NonNullable<Parameters<typeof someArrival>[0]>

const store = (change: Change = {}): Promise<Stored> => storeEvent(database.db, someArrival(change))
const numbered = (count: number): { eventId: string }[] =>
  Array.from({ length: count }, (_, i) => ({ eventId: `e${i}` }))

/** Keeps every statement that stores something waiting until it is let go. */
async function holdInbox(): Promise<() => Promise<void>> {
  const { promise: letGo, resolve } = Promise.withResolvers<void>()
  const locked = Promise.withResolvers<void>()
  const done = witness.begin(async (tx) => {
    await tx`lock table inbox in share mode`
    locked.resolve()
    await letGo
  })
  await locked.promise
  return async () => {
    resolve()
    await done
  }
}

const held = async (): Promise<number[]> => {
  const rows = await witness<{ pid: number }[]>`
    select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  return rows.map(({ pid }) => pid)
}

/** The statements that wait for the inbox, once there are so many. */
async function untilHeld(count: number): Promise<number[]> {
  const pids = await held()
  if (pids.length >= count) return pids
  await pause(10)
  return untilHeld(count)
}

const storedIds = async (): Promise<string[]> => {
  const rows = await witness<{ event_id: string }[]>`select event_id from inbox order by id`
  return rows.map(({ event_id: eventId }) => eventId)
}

test('guarantee: whoever is told that an event is stored finds it committed', async () => {
  const seen = await Promise.all(
    numbered(250).map(async (change) => {
      const { id } = await store(change)
      const rows = await witness`select event_id from inbox where id = ${id}`
      return rows[0]?.['event_id'] === change.eventId
    }),
  )
  expect(seen).toEqual(numbered(250).map(() => true))
})

test('guarantee: nobody is told anything before the commit', async () => {
  const letGo = await holdInbox()
  let told = 0
  const all = numbered(5).map(async (change) => {
    await store(change)
    told += 1
  })
  await untilHeld(1)
  await pause(50)
  expect(told).toBe(0)
  await letGo()
  await Promise.all(all)
  expect(told).toBe(5)
})

test('guarantee: a row that fails only at the commit is not told as stored, its neighbours are', async () => {
  await witness.unsafe(`
    create function refuse() returns trigger language plpgsql as $$ begin
      if new.event_id = 'e2' then raise 'refused at the commit'; end if; return null; end $$;
    create constraint trigger refuse after insert on inbox deferrable initially deferred
      for each row execute function refuse()`)
  const outcomes = await Promise.allSettled(numbered(4).map(store))
  await witness.unsafe('drop trigger refuse on inbox; drop function refuse')
  expect(outcomes.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
  ])
  expect(await storedIds()).toEqual(['e0', 'e1', 'e3'])
})

test('guarantee: a connection killed in the middle of a batch loses and doubles nothing', async () => {
  const letGo = await holdInbox()
  const all = Promise.all(numbered(20).map(store))
  for (const pid of await untilHeld(1)) await witness`select pg_terminate_backend(${pid}::int)`
  await letGo()
  const stored = await all
  expect(stored.map(({ outcome }) => outcome)).toEqual(stored.map(() => 'new'))
  expect(await storedIds()).toEqual(numbered(20).map(({ eventId }) => eventId))
})

test('guarantee: a bad event is refused alone', async () => {
  const outcomes = await Promise.allSettled(
    ['good 1', 'bad \0', 'good 2'].map((eventId) => store({ eventId })),
  )
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(await storedIds()).toEqual(['good 1', 'good 2'])
})

test('guarantee: an event that cannot even be written down is refused alone', async () => {
  const ring: Record<string, unknown> = {}
  ring['self'] = ring
  const outcomes = await Promise.allSettled([store(), store({ payload: ring }), store()])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

test('guarantee: of deliveries of one event in one batch one is new, and all name the same row', async () => {
  const stored = await Promise.all(['a', 'b', 'a', 'a', 'b'].map((eventId) => store({ eventId })))
  expect(stored.map(({ outcome }) => outcome)).toEqual(['new', 'new', 'known', 'known', 'known'])
  const [a, b] = stored.map(({ id }) => id)
  expect(stored.map(({ id }) => id)).toEqual([a, b, a, a, b])
})

test('guarantee: a delivery during the first one waits for its outcome', async () => {
  const letGo = await holdInbox()
  const first = store({ eventId: 'a' })
  await untilHeld(1)
  let told = false
  const second = store({ eventId: 'a' }).finally(() => (told = true))
  await pause(50)
  expect([told, await held()]).toMatchObject([false, { length: 1 }])
  await letGo()
  const { id } = await first
  expect(await second).toEqual({ outcome: 'known', id, state: 'stored', answer: null })
})

test('guarantee: a delivery during one that is refused is refused too, a later one is tried anew', async () => {
  const ring: Record<string, unknown> = {}
  ring['self'] = ring
  const outcomes = await Promise.allSettled([
    store({ eventId: 'a', payload: ring }),
    store({ eventId: 'a' }),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await store({ eventId: 'a' })).toMatchObject({ outcome: 'new' })
})

test('guarantee: the same act under another event id is known, in the same batch and later', async () => {
  const acts = ['e1', 'e2'].map((eventId) => ({ eventId, semanticKey: 'om_1' }))
  const [first, second] = await Promise.all(acts.map(store))
  expect(first).toMatchObject({ outcome: 'new' })
  expect(second).toMatchObject({ outcome: 'known', id: first?.id })
  if (first?.outcome !== 'new') throw new Error('not new')
  await finish(database.db, first, { at: NOW, answer: { toast: '已收到' } })
  expect(await store({ eventId: 'e3', semanticKey: 'om_1' })).toEqual({
    outcome: 'known',
    id: first.id,
    state: 'done',
    answer: { toast: '已收到' },
  })
})

test('guarantee: a batch holds at most a hundred rows', async () => {
  await Promise.all(numbered(250).map(store))
  const batches = await witness<{ rows: number }[]>`
    select count(*)::int as rows from inbox group by xmin::text order by min(id)`
  expect(batches.map(({ rows }) => rows)).toEqual([100, 100, 50])
})

test('guarantee: the events of a lane are stored, and can be seen, in the order they came', async () => {
  const arrivals = numbered(400).map(({ eventId }, i) => ({ eventId, lane: `oc_${i % 7}` }))
  const told: Change[] = []
  const all: Promise<unknown>[] = []
  for (const [i, arrival] of arrivals.entries()) {
    all.push(store(arrival).then(() => told.push(arrival)))
    if (i % 20 === 0) await pause(1)
  }
  await Promise.all(all)
  const stored = await witness<Change[]>`select event_id as "eventId", lane from inbox order by id`
  for (const order of [told, stored])
    for (const lane of new Set(arrivals.map((each) => each.lane)))
      expect(order.filter((each) => each.lane === lane)).toEqual(
        arrivals.filter((each) => each.lane === lane),
      )
})

test('guarantee: at most two statements are under way, and none is forgotten behind them', async () => {
  const letGo = await holdInbox()
  const all: Promise<Stored>[] = []
  for (const change of numbered(12)) {
    all.push(store({ ...change, lane: change.eventId }))
    await pause(5)
  }
  expect(await held()).toHaveLength(2)
  await letGo()
  await Promise.all(all)
  expect(await storedIds()).toHaveLength(12)
})

test('guarantee: what waits for its lane holds up no other', async () => {
  const letGo = await holdInbox()
  const all = [store({ lane: 'a' })]
  await untilHeld(1)
  all.push(store({ lane: 'a' }), store({ lane: 'b' }))
  await untilHeld(2)
  await letGo()
  const stored = await Promise.all(all)
  expect(stored.map(({ outcome }) => outcome)).toEqual(['new', 'new', 'new'])
})

test('guarantee: without a database everybody is refused soon', async () => {
  const { port } = new URL(database.url)
  const away = openDatabase(database.url.replace(`:${port}/`, ':1/'))
  const arrivals = numbered(100).map(someArrival)
  const begun = performance.now()
  const outcomes = await Promise.allSettled(arrivals.map((each) => storeEvent(away.db, each)))
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(100)
  expect(performance.now() - begun).toBeLessThan(2_500)
  await away.close()
})

test('a row is the same whether it was stored alone or among others', async () => {
  const payload = { text: 'a\0b\ud800c', nested: ['漏\0水', 1.5, null, true] }
  await Promise.all([store({ eventId: 'x', payload, semanticKey: 'om_x' }), store()])
  const rows = await database.db
    .select()
    .from(table)
    .where(inArray(table.eventId, ['x']))
  expect(rows).toMatchObject([
    {
      ...someArrival({ eventId: 'x', semanticKey: 'om_x' }),
      payload: { text: 'ab\ufffdc', nested: ['漏水', 1.5, null, true] },
      state: 'stored',
      attempts: 0,
      token: 0,
      leaseUntil: null,
    },
  ])
})
