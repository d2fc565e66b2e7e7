import { asc, desc, eq, gte, sql } from 'drizzle-orm'
import type { Account } from '../domain/audit.ts'
import { addDays, type Day, endOf, type Instant, startOf } from '../domain/time.ts'
import type { Conn, Tx } from './connect.ts'
import { type DayHead, headHash } from './day-head.ts'
import { GENESIS } from './hash-chain.ts'
import { events } from './schema/events.ts'
import { heads } from './schema/heads.ts'

export interface Head extends DayHead {
  hash: string
  account: Account
}

/** A fact bears the moment its cause was received: one worked off days late is still looked for. */
const STRAGGLERS_DAYS = 3

/** The first day whose facts may still be missing from the heads up to this one. */
export const mayStraggleFrom = ({ day }: Pick<DayHead, 'day'>): Day =>
  addDays(day, 1 - STRAGGLERS_DAYS)

export async function last(conn: Conn): Promise<Head | undefined> {
  const [row] = await conn.select().from(heads).orderBy(desc(heads.day)).limit(1)
  return row
}

/** The last audit whose receipt was sent. */
export async function lastTold(conn: Conn): Promise<Head | undefined> {
  const told = sql`(${heads.account} ->> 'told')::boolean`
  const [row] = await conn.select().from(heads).where(told).orderBy(desc(heads.day)).limit(1)
  return row
}

export async function find(conn: Conn, day: Day): Promise<Head | undefined> {
  const [row] = await conn.select().from(heads).where(eq(heads.day, day))
  return row
}

export const all = (conn: Conn): Promise<Head[]> =>
  conn.select().from(heads).orderBy(asc(heads.day))

/** Takes the head up to the end of a day. A day without one, after a standstill, is covered by the next. */
export async function take(
  tx: Tx,
  { day, at, account }: { day: Day; at: Instant; account: Account },
): Promise<Head> {
  const before = await last(tx)
  const from = before && mayStraggleFrom(before)
  const bound: DayHead = {
    day,
    at,
    prevHash: before?.hash ?? GENESIS,
    tips: await untakenTips(tx, from, endOf(day)),
  }
  const head = { ...bound, hash: headHash(bound), account }
  await tx.insert(heads).values(head)
  return head
}

async function untakenTips(tx: Tx, from: Day | undefined, end: Instant): Promise<string[]> {
  const since = from === undefined ? sql`true` : gte(events.at, startOf(from))
  const tips = await tx.execute<{ hash: string }>(
    sql`select distinct on (${events.slipId}) ${events.hash} from ${events}
      where ${since} and ${events.at} < ${sql.param(end, events.at)}
      order by ${events.slipId}, ${events.seq} desc`,
  )
  const recent = from === undefined ? [] : await takenSince(tx, from)
  const taken = new Set(recent.flatMap((head) => head.tips))
  return tips
    .map(({ hash }) => hash)
    .filter((hash) => !taken.has(hash))
    .toSorted()
}

const takenSince = (tx: Tx, from: Day) =>
  tx.select({ tips: heads.tips }).from(heads).where(gte(heads.day, from))
