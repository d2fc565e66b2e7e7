import { asc, sql } from 'drizzle-orm'
import type { Tx } from './connect.ts'
import type { RecordedEvent } from './events.ts'
import { events } from './schema/events.ts'

const PAGE = 1_000

/** Every fact of every slip, slip by slip, in order; a page at a time is in memory. */
export async function* everyEvent(tx: Tx): AsyncGenerator<RecordedEvent> {
  let after: RecordedEvent | undefined
  do {
    const further =
      after && sql`(${events.slipId}, ${events.seq}) > (${after.slipId}, ${after.seq})`
    const page: RecordedEvent[] = await tx
      .select({
        slipId: events.slipId,
        seq: events.seq,
        event: events.data,
        prevHash: events.prevHash,
        hash: events.hash,
      })
      .from(events)
      .where(further)
      .orderBy(asc(events.slipId), asc(events.seq))
      .limit(PAGE)
    yield* page
    after = page.at(-1)
  } while (after !== undefined)
}
