import { and, count, eq, lt, min, ne, or, sql } from 'drizzle-orm'
import type { Instant } from '../domain/time.ts'
import { type Claim, LEASE_MS, leaseFor, leaseIsFree } from './claim.ts'
import type { Conn } from './connect.ts'
import { storableText } from './json.ts'
import { inbox } from './schema/inbox.ts'

type Row = typeof inbox.$inferSelect

export interface Arrival {
  eventId: string
  semanticKey: string | undefined
  kind: string
  lane: string
  payload: unknown
  receivedAt: Instant
}

export type Stored =
  /** `token` is worth something only when the row was born held. */
  | ({ outcome: 'new' } & Claim)
  | { outcome: 'known'; id: number; state: Row['state']; answer: unknown }

export interface ClaimedArrival extends Claim {
  kind: string
  lane: string
  payload: unknown
  receivedAt: Instant
  attempts: number
}

/**
 * Stores what came in, once. `holdMs`: the row is born claimed by the caller, so that the loop does not race
 * the request that is about to answer the press itself.
 */
export async function store(conn: Conn, arrival: Arrival, holdMs?: number): Promise<Stored> {
  const held = holdMs === undefined ? {} : { token: 1, attempts: 1, leaseUntil: leaseFor(holdMs) }
  const [fresh] = await conn
    .insert(inbox)
    .values({ ...arrival, ...held })
    .onConflictDoNothing()
    .returning({ id: inbox.id, token: inbox.token })
  return fresh ? { outcome: 'new', ...fresh } : known(conn, arrival)
}

/** The stored row an arrival was refused for. */
export async function known(conn: Conn, { eventId, semanticKey }: Arrival): Promise<Stored> {
  const same = semanticKey === undefined ? undefined : eq(inbox.semanticKey, semanticKey)
  const [row] = await conn
    .select({ id: inbox.id, state: inbox.state, answer: inbox.answer })
    .from(inbox)
    .where(or(eq(inbox.eventId, eventId), same))
    .orderBy(inbox.id)
    .limit(1)
  if (!row) throw new Error('an event was refused as known, but no such event is stored')
  return { outcome: 'known', ...row }
}

/** Claims the oldest open row of every lane, up to `limit`. A lane never has two in work. */
export const claimNext = (
  conn: Conn,
  limit: number,
  leaseMs = LEASE_MS,
): Promise<ClaimedArrival[]> => claimRows(conn, heads(limit), leaseMs)

/** Claims one row out of turn: a press is answered within its own request. */
export async function claimOne(
  conn: Conn,
  id: number,
  leaseMs = LEASE_MS,
): Promise<ClaimedArrival | undefined> {
  const one = sql`select id from inbox where id = ${id} and state = 'stored' and ${leaseIsFree}
    for update skip locked`
  const [row] = await claimRows(conn, one, leaseMs)
  return row
}

/** One index probe per lane; `not exists (an earlier row)` took 16 s over a backlog of 25,000. */
const heads = (limit: number) => sql`
  with recursive heads as (
    (select lane, id from inbox where state = 'stored' order by lane, id limit 1)
    union all
    select next.lane, next.id from heads cross join lateral (
      select i.lane, i.id from inbox i where i.state = 'stored' and i.lane > heads.lane
      order by i.lane, i.id limit 1) next)
  select i.id from heads join inbox i on i.id = heads.id
  where i.state = 'stored' and (i.lease_until is null or i.lease_until < clock_timestamp())
  order by i.id limit ${limit} for update of i skip locked`

/** `= any(array(…))` is evaluated once; with `in (…)` the planner may run a locking subquery again and claim more. */
const claimRows = (conn: Conn, ids: ReturnType<typeof heads>, leaseMs: number) =>
  conn
    .update(inbox)
    .set({
      leaseUntil: leaseFor(leaseMs),
      token: sql`${inbox.token} + 1`,
      attempts: sql`${inbox.attempts} + 1`,
    })
    .where(sql`${inbox.id} = any(array(${ids}))`)
    .returning({
      id: inbox.id,
      token: inbox.token,
      kind: inbox.kind,
      lane: inbox.lane,
      payload: inbox.payload,
      receivedAt: inbox.receivedAt,
      attempts: inbox.attempts,
    })

const mine = ({ id, token }: Claim) =>
  and(eq(inbox.id, id), eq(inbox.token, token), eq(inbox.state, 'stored'))

/** False: somebody else holds it by now; the caller must roll back what it did. */
export async function finish(
  conn: Conn,
  claim: Claim,
  { at, answer }: { at: Instant; answer?: unknown },
): Promise<boolean> {
  const done = await conn
    .update(inbox)
    .set({ state: 'done', doneAt: at, leaseUntil: null, error: null, answer: answer ?? null })
    .where(mine(claim))
    .returning({ id: inbox.id })
  return done.length === 1
}

/** Gives the row back for another try after `retryInMs`, or for good. Meanwhile its lane waits. */
export async function fail(
  conn: Conn,
  claim: Claim,
  { at, error, retryInMs }: { at: Instant; error: string; retryInMs: number | undefined },
): Promise<boolean> {
  const next =
    retryInMs === undefined
      ? { state: 'failed' as const, doneAt: at, leaseUntil: null }
      : { leaseUntil: leaseFor(retryInMs) }
  const failed = await conn
    .update(inbox)
    .set({ ...next, error: brief(error) })
    .where(mine(claim))
    .returning({ id: inbox.id })
  return failed.length === 1
}

const brief = (error: string) => storableText(error).slice(0, 500)

/** What waits, for readiness and metrics. */
export async function backlog(conn: Conn): Promise<{ open: number; oldest: Instant | undefined }> {
  const [row] = await conn
    .select({ open: count(), oldest: min(inbox.receivedAt) })
    .from(inbox)
    .where(sql`state = 'stored'`)
  return { open: row?.open ?? 0, oldest: row?.oldest ?? undefined }
}

/** Removes what was received before a moment and is done with. Keep 48 hours at least: Feishu retries for seven. */
export async function forget(conn: Conn, before: Instant): Promise<void> {
  await conn.delete(inbox).where(and(lt(inbox.receivedAt, before), ne(inbox.state, 'stored')))
}
