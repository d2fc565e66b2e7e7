import { and, asc, gt, gte, inArray, or, eq } from 'drizzle-orm'
import type { SlipEvent } from '../domain/events.ts'
import type { Slip } from '../domain/slip.ts'
import type { Instant } from '../domain/time.ts'
import type { Conn } from './connect.ts'
import { events } from './schema/events.ts'
import { slips } from './schema/slips.ts'

/** A slip as it stands, with everything that happened to it. */
export interface RecordedLife {
  slip: Slip
  events: readonly SlipEvent[]
}

const PAGE = 200

/** Every slip issued since a moment, with its record, in the order of issue; a page at a time is in memory. */
export async function* livesSince(conn: Conn, since: Instant): AsyncGenerator<RecordedLife> {
  let page = await pageAfter(conn, since, undefined)
  while (page.length > 0) {
    yield* page
    page = await pageAfter(conn, since, page.at(-1)?.slip)
  }
}

async function pageAfter(
  conn: Conn,
  since: Instant,
  last: Slip | undefined,
): Promise<RecordedLife[]> {
  const further =
    last &&
    or(
      gt(slips.issuedAt, last.issuedAt),
      and(eq(slips.issuedAt, last.issuedAt), gt(slips.id, last.id)),
    )
  const rows = await conn
    .select({ slip: slips.state })
    .from(slips)
    .where(and(gte(slips.issuedAt, since), further))
    .orderBy(asc(slips.issuedAt), asc(slips.id))
    .limit(PAGE)
  const records = await recordsOf(
    conn,
    rows.map(({ slip }) => slip.id),
  )
  return rows.map(({ slip }) => ({ slip, events: records.get(slip.id) ?? [] }))
}

async function recordsOf(conn: Conn, ids: string[]): Promise<Map<string, SlipEvent[]>> {
  if (ids.length === 0) return new Map()
  const rows = await conn
    .select({ id: events.slipId, event: events.data })
    .from(events)
    .where(inArray(events.slipId, ids))
    .orderBy(asc(events.slipId), asc(events.seq))
  const records = Map.groupBy(rows, ({ id }) => id)
  return new Map([...records].map(([id, facts]) => [id, facts.map(({ event }) => event)]))
}
