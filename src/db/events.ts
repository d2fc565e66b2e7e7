import { and, asc, eq, gte, lt } from 'drizzle-orm'
import type { SlipEvent } from '../domain/events.ts'
import type { SlipId } from '../domain/slip.ts'
import type { Instant } from '../domain/time.ts'
import type { Conn, Tx } from './connect.ts'
import { GENESIS, hashOf } from './hash-chain.ts'
import { events } from './schema/events.ts'

export interface RecordedEvent {
  slipId: SlipId
  seq: number
  event: SlipEvent
  prevHash: string
  hash: string
}

const recorded = {
  slipId: events.slipId,
  seq: events.seq,
  event: events.data,
  prevHash: events.prevHash,
  hash: events.hash,
}

/** Adds facts after the first `version` ones. Two writers of the same version: the primary key refuses the second. */
export async function appendEvents(
  tx: Tx,
  slipId: SlipId,
  version: number,
  facts: readonly SlipEvent[],
): Promise<void> {
  if (facts.length === 0) return
  let prevHash = await hashAt(tx, slipId, version)
  const rows = facts.map((event, i) => {
    const seq = version + 1 + i
    const row = { ...columnsOf(event), slipId, seq, prevHash, hash: '' }
    row.hash = hashOf({ slipId, seq, event, prevHash })
    prevHash = row.hash
    return row
  })
  await tx.insert(events).values(rows)
}

const columnsOf = (event: SlipEvent) => ({
  type: event.type,
  at: event.at,
  actor: event.by,
  rule: event.rule,
  data: event,
})

async function hashAt(tx: Tx, slipId: SlipId, seq: number): Promise<string> {
  if (seq === 0) return GENESIS
  const [row] = await tx
    .select({ hash: events.hash })
    .from(events)
    .where(and(eq(events.slipId, slipId), eq(events.seq, seq)))
  if (!row) throw new Error(`slip ${slipId} has no event ${seq} to continue from`)
  return row.hash
}

export const eventsOf = (conn: Conn, slipId: SlipId): Promise<RecordedEvent[]> =>
  conn.select(recorded).from(events).where(eq(events.slipId, slipId)).orderBy(asc(events.seq))

/** Everything that happened in a span of time, oldest first: the day's account. */
export const eventsBetween = (
  conn: Conn,
  from: Instant,
  until: Instant,
): Promise<RecordedEvent[]> =>
  conn
    .select(recorded)
    .from(events)
    .where(and(gte(events.at, from), lt(events.at, until)))
    .orderBy(asc(events.at), asc(events.slipId), asc(events.seq))
