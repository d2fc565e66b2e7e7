import { and, eq, min, sql } from 'drizzle-orm'
import type { Step } from '../domain/next-step.ts'
import type { SlipId } from '../domain/slip.ts'
import type { Instant } from '../domain/time.ts'
import { LEASE_MS, leaseFor, leaseIsFree } from './claim.ts'
import type { Conn } from './connect.ts'
import { storableText } from './json.ts'
import { timers } from './schema/timers.ts'

export interface Timer {
  slipId: SlipId
  step: Step['kind']
  dueAt: Instant
  expectedVersion: number
  expiresAt: Instant | undefined
}

const timer = {
  slipId: timers.slipId,
  step: timers.step,
  dueAt: timers.dueAt,
  expectedVersion: timers.expectedVersion,
  expiresAt: timers.expiresAt,
}

export interface ClaimedTimer extends Timer {
  attempts: number
  token: number
}

/** Sets the one next step of a slip in place of any before. A claim still under way on the old one is void from here. */
export async function put(conn: Conn, { slipId, ...step }: Timer): Promise<void> {
  const planned = { ...step, expiresAt: step.expiresAt ?? null }
  const untried = { attempts: 0, leaseUntil: null, error: null }
  await conn
    .insert(timers)
    .values({ slipId, ...planned })
    .onConflictDoUpdate({
      target: timers.slipId,
      set: { ...planned, ...untried, token: sql`${timers.token} + 1` },
    })
}

export async function clear(conn: Conn, slipId: SlipId): Promise<void> {
  await conn.delete(timers).where(eq(timers.slipId, slipId))
}

/** Claims steps that have fallen due, the longest due first. An expired one comes too: it is for the caller to hold back. */
export async function claimDue(
  conn: Conn,
  now: Instant,
  limit: number,
  leaseMs = LEASE_MS,
): Promise<ClaimedTimer[]> {
  const due = sql`select slip_id from timers
    where due_at <= ${sql.param(now, timers.dueAt)} and ${leaseIsFree}
    order by due_at limit ${limit} for update skip locked`
  const rows = await conn
    .update(timers)
    .set({
      leaseUntil: leaseFor(leaseMs),
      token: sql`${timers.token} + 1`,
      attempts: sql`${timers.attempts} + 1`,
    })
    .where(sql`${timers.slipId} = any(array(${due}))`)
    .returning({ ...timer, attempts: timers.attempts, token: timers.token })
  return rows
    .map((row) => ({ ...row, expiresAt: row.expiresAt ?? undefined }))
    .toSorted((a, b) => a.dueAt - b.dueAt)
}

/** A step that could not be run is tried again after `retryInMs`. False: it has been replaced meanwhile. */
export async function fail(
  conn: Conn,
  { slipId, token, expectedVersion }: ClaimedTimer,
  { error, retryInMs }: { error: string; retryInMs: number },
): Promise<boolean> {
  const failed = await conn
    .update(timers)
    .set({ leaseUntil: leaseFor(retryInMs), error: storableText(error).slice(0, 500) })
    .where(
      and(
        eq(timers.slipId, slipId),
        eq(timers.token, token),
        // Cleared and set anew, the row counts its tokens from the start again; the version never goes back.
        eq(timers.expectedVersion, expectedVersion),
      ),
    )
    .returning({ slipId: timers.slipId })
  return failed.length === 1
}

/** When there will be something to claim; what is being worked on does not count. */
export async function nextDueAt(conn: Conn): Promise<Instant | undefined> {
  const [row] = await conn
    .select({ at: min(timers.dueAt) })
    .from(timers)
    .where(leaseIsFree)
  return row?.at ?? undefined
}

export async function ofSlip(conn: Conn, slipId: SlipId): Promise<Timer | undefined> {
  const [row] = await conn.select(timer).from(timers).where(eq(timers.slipId, slipId))
  return row && { ...row, expiresAt: row.expiresAt ?? undefined }
}
