import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { auditRecords, auditSteps } from '../../src/app/audit-slips.ts'
import { createAuditor } from '../../src/app/audit.ts'
import * as heads from '../../src/db/heads.ts'
import * as inbox from '../../src/db/inbox.ts'
import * as outbox from '../../src/db/outbox.ts'
import { outbox as outboxTable } from '../../src/db/schema/outbox.ts'
import * as timers from '../../src/db/timers.ts'
import type { Account, Find } from '../../src/domain/audit.ts'
import type { SlipEvent } from '../../src/domain/events.ts'
import { nextStep } from '../../src/domain/next-step.ts'
import type { Slip } from '../../src/domain/slip.ts'
import { HOUR, MINUTE } from '../../src/domain/time.ts'
import { someArrival, someMessage } from '../db/given.ts'
import { at } from '../domain/given.ts'
import { STORIES } from '../domain/standings.ts'
import { issued } from '../domain/stories.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { givenAudit, importOrganisation, record, tamper } from './given-record.ts'

/** No step of the stories is long overdue yet. */
const NOW = at('2026-11-16 10:30')
/** The day after: receipts are for days that had a yesterday. */
const TUESDAY = at('2026-11-17 08:00')

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
  return () => database.drop()
})

async function audited(now = NOW, auditor?: ReturnType<typeof createAuditor>) {
  const accounts: Account[] = []
  const { deps, complaints } = givenAudit(database.db, now)
  const turns = await (auditor ?? createAuditor((account) => void accounts.push(account)))(deps)
  return { turns, account: accounts[0], complaints }
}

const kindsOf = (finds: readonly Find[] | undefined) => (finds ?? []).map(({ kind }) => kind)

describe('a record as the bot leaves it', () => {
  test('has nothing to find, in whatever stage its slips are', async () => {
    for (const life of Object.values(STORIES)) await record(database.db, life)
    const { account, complaints } = await audited()
    expect(account).toMatchObject({ found: 0, finds: [], records: Object.keys(STORIES).length })
    expect(account?.open).toBe(
      Object.values(STORIES).length -
        ['escalated', 'closed', 'toBeVisited', 'voided', 'green'].length,
    )
    expect(complaints).toEqual([])
  })
})

/** A fault, where it can be planted, and what the auditor must call it. */
interface Plant {
  kind: Find['kind']
  fits: (slip: Slip) => boolean
  plant: (slip: Slip) => Promise<unknown>
}

const hasStep = (slip: Slip) => nextStep(slip) !== undefined
const on = (statement: ReturnType<typeof sql>) => database.db.execute(statement)

const PLANTS: Record<string, Plant> = {
  'a timer that is gone': {
    kind: 'missingStep',
    fits: hasStep,
    plant: ({ id }) => timers.clear(database.db, id),
  },
  'a timer a millisecond off': {
    kind: 'wrongStep',
    fits: hasStep,
    plant: ({ id }) =>
      on(sql`update timers set due_at = due_at + interval '1 ms' where slip_id = ${id}`),
  },
  'a timer for another step': {
    kind: 'wrongStep',
    fits: (slip) => hasStep(slip) && nextStep(slip)?.kind !== 'urgeReturn',
    plant: ({ id }) => on(sql`update timers set step = 'urgeReturn' where slip_id = ${id}`),
  },
  'a timer for a version that has passed': {
    kind: 'wrongStep',
    fits: hasStep,
    plant: ({ id }) =>
      on(sql`update timers set expected_version = expected_version - 1 where slip_id = ${id}`),
  },
  'a timer on a slip that waits for nothing': {
    kind: 'strayStep',
    fits: (slip) => !hasStep(slip),
    plant: ({ id, version }) =>
      timers.put(database.db, {
        slipId: id,
        step: 'remind',
        dueAt: TUESDAY,
        expectedVersion: version,
        expiresAt: undefined,
      }),
  },
  'no desk': {
    kind: 'wrongDesk',
    fits: ({ stage }) => stage === 'lookingBack' || stage === 'proposed',
    plant: ({ id }) => on(sql`update slips set desk = null where id = ${id}`),
  },
  'a fact rewritten': {
    kind: 'brokenChain',
    fits: () => true,
    plant: ({ id, version }) =>
      tamper(
        database.db,
        // No rule at all: a withdrawal rests on D15 already, and rewriting it so would change nothing.
        sql`update events set data = jsonb_set(data, '{rule}', '"forged"')
          where slip_id = ${id} and seq = ${version}`,
      ),
  },
  'a fact taken out of the middle': {
    kind: 'brokenChain',
    fits: ({ version }) => version > 2,
    plant: ({ id }) =>
      tamper(database.db, sql`delete from events where slip_id = ${id} and seq = 2`),
  },
  'the last fact taken away': {
    kind: 'driftedState',
    fits: ({ version }) => version > 1,
    plant: ({ id, version }) =>
      tamper(database.db, sql`delete from events where slip_id = ${id} and seq = ${version}`),
  },
  'a slip altered beside its facts': {
    kind: 'driftedState',
    fits: () => true,
    plant: ({ id }) =>
      on(
        sql`update slips set state = jsonb_set(state, '{content,subject}', '"别的"') where id = ${id}`,
      ),
  },
}

describe('a fault planted', () => {
  const lives = fc.constantFrom(...Object.entries(STORIES))
  const plants = fc.constantFrom(...Object.keys(PLANTS))
  const scene = fc.array(fc.tuple(lives, fc.option(plants)), { minLength: 1, maxLength: 6 })

  test('is named with its slip, and nothing else is; what follows from the slip alone is set right', async () => {
    await fc.assert(
      fc.asyncProperty(scene, async (cast) => {
        const expected: string[] = []
        const ids = new Set<string>()
        for (const [[, life], name] of cast) {
          const slip = await record(database.db, life)
          ids.add(slip.id)
          const fault = name === null ? undefined : PLANTS[name]
          if (!fault?.fits(slip)) continue
          await fault.plant(slip)
          expected.push(`${fault.kind} ${slip.id}`)
        }
        const find = () =>
          database.db.transaction(async (tx) => {
            const steps = await auditSteps(tx, NOW - HOUR)
            const records = await auditRecords(tx, undefined)
            return [...steps.finds, ...records.finds].filter(({ slip }) => ids.has(slip))
          })
        const named = (finds: Awaited<ReturnType<typeof find>>) =>
          finds.map(({ kind, slip }) => `${kind} ${slip}`).toSorted()
        expect(named(await find())).toEqual(expected.toSorted())
        const left = expected.filter((fault) => /brokenChain|driftedState/.test(fault))
        expect(named(await find())).toEqual(left.toSorted())
      }),
      { numRuns: 25 },
    )
  })

  test.each(Object.entries(PLANTS))('%s', async (_, { kind, fits, plant }) => {
    const lives = await Promise.all(Object.values(STORIES).map((life) => record(database.db, life)))
    const victim = lives.find(fits)
    if (!victim) throw new Error('no story fits')
    await plant(victim)
    const { account, complaints } = await audited()
    expect(account?.finds).toMatchObject([{ kind, slip: victim.id, serial: victim.serial }])
    expect(complaints).toHaveLength(1)
  })

  test('a step that is due for an hour and not taken, with the reason of its last try', async () => {
    const slip = await record(database.db, [issued()])
    await on(sql`update timers set error = 'no organisation is in force'`)
    const { account } = await audited(NOW + HOUR)
    expect(account?.finds).toMatchObject([
      { kind: 'stuckStep', slip: slip.id, reason: 'no organisation is in force' },
    ])
  })

  test('a slip somebody is just changing is left to them', async () => {
    const slip = await record(database.db, STORIES.rectifying)
    await timers.clear(database.db, slip.id)
    await database.db.transaction(async (tx) => {
      await tx.execute(sql`select from slips where id = ${slip.id} for update`)
      expect((await audited()).account?.finds).toEqual([])
    })
  })
})

describe('messages and arrivals', () => {
  const send = async (
    settled: outbox.Outcome | undefined,
    notBefore: number,
    doneAt = notBefore,
  ) => {
    const message = someMessage({ notBefore, lane: `oc_${notBefore}_${doneAt}` })
    await outbox.enqueue(database.db, message, notBefore)
    if (!settled) return
    const [claim] = await outbox.claim(database.db, notBefore, 1)
    if (!claim) throw new Error('nothing to claim')
    await outbox.settle(database.db, claim, settled, doneAt)
  }
  const accepted = { state: 'accepted', messageId: 'om_1' } as const
  const refused = { state: 'refused', code: 230002, reason: 'bot is not in the group' } as const

  test('of yesterday are counted as kept, late, failed with a reason, or still under way', async () => {
    const yesterday = TUESDAY - 20 * HOUR
    await send(accepted, yesterday)
    await send(accepted, yesterday + 1, yesterday + 1 + 14 * MINUTE)
    await send(accepted, yesterday + 2, yesterday + 2 + 15 * MINUTE)
    await send(refused, yesterday + 3)
    await send({ state: 'unknown', reason: 'timeout' }, yesterday + 4)
    await send({ state: 'void', reason: 'overtaken by events' }, yesterday + 5)
    await send(accepted, TUESDAY - 30 * HOUR)
    await send(undefined, TUESDAY - MINUTE)
    const { account } = await audited(TUESDAY)
    expect(account).toMatchObject({
      found: 0,
      promises: { kept: 2, late: 1, failed: 2, waiting: 1 },
      failures: [
        { code: 0, reason: 'timeout', count: 1 },
        { code: 230002, reason: 'bot is not in the group', count: 1 },
      ],
    })
  })

  test('that are stuck, or failed for no known reason, are finds', async () => {
    await send(undefined, TUESDAY - 2 * HOUR)
    await send({ state: 'unknown', reason: '' }, TUESDAY - 3 * HOUR)
    const { account } = await audited(TUESDAY)
    expect(kindsOf(account?.finds)).toEqual(['stuckMessage', 'silentFailure'])
  })

  test('received and not worked off, or given up, are finds', async () => {
    const { db } = database
    await inbox.store(db, someArrival({ lane: 'a', receivedAt: TUESDAY - 2 * HOUR }))
    await inbox.store(db, someArrival({ lane: 'b', receivedAt: TUESDAY - MINUTE }))
    const failing = await inbox.store(
      db,
      someArrival({ lane: 'c', receivedAt: TUESDAY - 3 * HOUR }),
      60_000,
    )
    if (failing.outcome !== 'new') throw new Error('not new')
    const failure = { at: TUESDAY - 2 * HOUR, error: 'boom', retryInMs: undefined }
    expect(await inbox.fail(db, failing, failure)).toBe(true)
    const { account } = await audited(TUESDAY)
    expect(account?.finds).toMatchObject([
      { kind: 'stuckArrival', reason: '' },
      { kind: 'failedArrival', row: failing.id, reason: 'boom' },
    ])
  })
})

describe('the morning', () => {
  const receipts = () =>
    database.db
      .select({ key: outboxTable.key, lane: outboxTable.lane, notBefore: outboxTable.notBefore })
      .from(outboxTable)
      .where(sql`view ->> 'card' = 'receipt'`)
  const run = async (day: string) => audited(at(`${day} 08:00`))

  test('comes once a day over two instances', async () => {
    const auditors = [createAuditor(), createAuditor()]
    const both = async (now: number) =>
      Promise.all(auditors.map((auditor) => audited(now, auditor)))
    const turns = [...(await both(TUESDAY - 1)), ...(await both(TUESDAY - 1))]
    expect(turns.reduce((sum, turn) => sum + turn.turns, 0)).toBe(1)
    const next = [...(await both(TUESDAY)), ...(await both(TUESDAY + HOUR))]
    expect(next.reduce((sum, turn) => sum + turn.turns, 0)).toBe(1)
    expect((await heads.all(database.db)).map(({ day }) => day)).toEqual([
      '2026-11-15',
      '2026-11-16',
    ])
  })

  test('sends its receipt to the director on working days; on others it is quiet when all is well', async () => {
    await importOrganisation(database.db, NOW)
    // Thursday, the first, has no yesterday; then Friday, the weekend, and Monday.
    for (const day of ['12', '13', '14', '15', '16']) {
      await run(`2026-11-${day}`)
      await on(sql`update outbox set state = 'accepted', done_at = not_before`)
    }
    expect(await receipts()).toEqual([
      { key: 'receipt/2026-11-12', lane: 'ou_director', notBefore: at('2026-11-13 08:00') },
      { key: 'receipt/2026-11-15', lane: 'ou_director', notBefore: at('2026-11-16 08:00') },
    ])
    const [monday] = (await heads.all(database.db)).toReversed()
    expect(monday?.account.since).toBe(at('2026-11-13 08:00'))
  })

  test('is told on any day when something is wrong', async () => {
    await importOrganisation(database.db, NOW)
    await run('2026-11-13')
    const slip = await record(database.db, STORIES.rectifying)
    await timers.clear(database.db, slip.id)
    await run('2026-11-14')
    expect(await receipts()).toMatchObject([{ key: 'receipt/2026-11-13' }])
  })

  test('that failed is tried again a minute later, not at every turn', async () => {
    let wall = 0
    const auditor = createAuditor(
      () => {},
      () => wall,
    )
    await on(sql`alter table heads rename to elsewhere`)
    expect((await audited(NOW, auditor)).complaints).toHaveLength(1)
    wall = MINUTE - 1
    expect((await audited(NOW, auditor)).complaints).toHaveLength(0)
    await on(sql`alter table elsewhere rename to heads`)
    wall = MINUTE
    expect((await audited(NOW, auditor)).turns).toBe(1)
  })
})

describe('the head of a day', () => {
  const take = (day: string) =>
    database.db.transaction((tx) => heads.take(tx, { day, at: at(`${day} 23:59`), account: EMPTY }))
  const EMPTY: Account = {
    since: 0,
    promises: { kept: 0, late: 0, failed: 0, waiting: 0 },
    failures: [],
    open: 0,
    records: 0,
    found: 0,
    finds: [],
    told: false,
  }
  const lastHash = async ({ id }: Slip) =>
    (await on(sql`select hash from events where slip_id = ${id} order by seq desc limit 1`))[0]?.[
      'hash'
    ]
  const lived = (...life: SlipEvent[]) => record(database.db, life)

  test('binds the last hash of every slip touched, and the head before', async () => {
    const slip = await lived(...STORIES.rectifying)
    const first = await take('2026-11-15')
    const second = await take('2026-11-16')
    const third = await take('2026-11-17')
    expect([first.tips, second.tips, third.tips]).toEqual([[], [await lastHash(slip)], []])
    expect([second.prevHash, third.prevHash]).toEqual([first.hash, second.hash])
  })

  test('covers a fact that was written down after the head of its own day', async () => {
    await take('2026-11-15')
    await take('2026-11-16')
    const late = await lived(...STORIES.rectifying)
    expect((await take('2026-11-17')).tips).toEqual([await lastHash(late)])
  })

  test('is not altered by anybody', async () => {
    await take('2026-11-15')
    await expect(on(sql`update heads set hash = ''`)).rejects.toMatchObject({
      cause: { message: expect.stringContaining('append-only') },
    })
  })
})
