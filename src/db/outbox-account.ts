import { asc, count, eq, min, sql } from 'drizzle-orm'
import type { SlipId } from '../domain/slip.ts'
import type { Instant } from '../domain/time.ts'
import type { View } from '../domain/view.ts'
import type { Conn } from './connect.ts'
import { type Destination, outbox, type OutboxResult, type OutboxState } from './schema/outbox.ts'

/** A message as people are told about it. */
export interface SentMessage {
  id: number
  destination: Destination
  view: View
  slipId: SlipId | undefined
  state: OutboxState
  notBefore: Instant
  doneAt: Instant | undefined
  result: OutboxResult | undefined
}

const told = {
  id: outbox.id,
  destination: outbox.destination,
  view: outbox.view,
  slipId: outbox.slipId,
  state: outbox.state,
  notBefore: outbox.notBefore,
  doneAt: outbox.doneAt,
  result: outbox.result,
}

/** Everything said about a slip, in the order it was decided. */
export async function messagesOf(conn: Conn, slipId: SlipId): Promise<SentMessage[]> {
  const rows = await conn
    .select(told)
    .from(outbox)
    .where(eq(outbox.slipId, slipId))
    .orderBy(asc(outbox.id))
  return rows.map(toldOf)
}

/** Messages that ended without a proof of arrival, newest first: each of them is a human's task. */
export async function troubles(conn: Conn, limit: number): Promise<SentMessage[]> {
  const rows = await conn
    .select(told)
    .from(outbox)
    .where(sql`state in ('refused', 'unknown')`)
    .orderBy(sql`${outbox.doneAt} desc`)
    .limit(limit)
  return rows.map(toldOf)
}

/** What waits, for readiness and metrics; `oldest` by the moment it should have left. */
export async function backlog(
  conn: Conn,
  now: Instant,
): Promise<{ due: number; oldest: Instant | undefined }> {
  const [row] = await conn
    .select({ due: count(), oldest: min(outbox.notBefore) })
    .from(outbox)
    .where(sql`state = 'pending' and not_before <= ${sql.param(now, outbox.notBefore)}`)
  return { due: row?.due ?? 0, oldest: row?.oldest ?? undefined }
}

type ToldRow = Pick<typeof outbox.$inferSelect, keyof typeof told>

const toldOf = (row: ToldRow): SentMessage => ({
  ...row,
  slipId: row.slipId ?? undefined,
  doneAt: row.doneAt ?? undefined,
  result: row.result ?? undefined,
})
