import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { standingClock } from '../../src/app/clock.ts'
import { schedule } from '../../src/app/schedule.ts'
import { createBot } from '../../src/bot.ts'
import type { Db } from '../../src/db/connect.ts'
import * as events from '../../src/db/events.ts'
import * as organisations from '../../src/db/organisations.ts'
import * as slips from '../../src/db/slips.ts'
import type { SlipEvent } from '../../src/domain/events.ts'
import { replay } from '../../src/domain/evolve.ts'
import type { Slip } from '../../src/domain/slip.ts'
import type { Instant } from '../../src/domain/time.ts'
import { ORGANISATION } from '../domain/people.ts'

/** What an auditor is given: a database, a clock in the test's hand, and a log that is read afterwards. It talks to no Feishu. */
export function givenAudit(db: Db, now: Instant) {
  const clock = standingClock(now)
  const complaints: string[] = []
  const complain = (_: Record<string, unknown>, sentence: string) => void complaints.push(sentence)
  const { deps } = createBot({
    db,
    clock,
    log: { debug: () => {}, info: () => {}, warn: complain, error: complain },
    feishu: {
      appId: 'cli_nobody',
      appSecret: randomUUID(),
      encryptKeys: [],
      verificationTokens: [],
      domain: 'http://feishu.invalid',
    },
  })
  return { deps, clock, complaints }
}

export const importOrganisation = (db: Db, at: Instant) =>
  organisations.add(db, {
    organisation: ORGANISATION,
    importedAt: at,
    importedBy: 'test',
    note: undefined,
  })

let numbers = 0

/** Records a life as the bot would have: slip, facts and next step; under a serial of its own. */
export async function record(db: Db, life: readonly SlipEvent[]): Promise<Slip> {
  const facts = life.map((fact) =>
    fact.type === 'issued' ? { ...fact, serial: { ...fact.serial, number: ++numbers } } : fact,
  )
  const slip = replay(randomUUID(), facts)
  if (!slip) throw new Error('a life without facts')
  await db.transaction(async (tx) => {
    await slips.insert(tx, slip, [])
    await events.appendEvents(tx, slip.id, 0, facts)
    await schedule(tx, slip)
  })
  return slip
}

/** What the database refuses to everybody, done by somebody who owns it. */
export const tamper = (db: Db, statement: ReturnType<typeof sql>): Promise<void> =>
  db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(statement)
  })
