import { and, asc, eq, gt, gte, inArray, lt, ne, or, sql } from 'drizzle-orm'
import type { Account, PlannedStep, Promises } from '../domain/audit.ts'
import type { Desk } from '../domain/next-step.ts'
import type { Slip, SlipId, Stage } from '../domain/slip.ts'
import type { Instant } from '../domain/time.ts'
import type { Conn, Tx } from './connect.ts'
import type { RecordedEvent } from './events.ts'
import { events } from './schema/events.ts'
import { inbox } from './schema/inbox.ts'
import { outbox } from './schema/outbox.ts'
import { slipIsOpen, slips } from './schema/slips.ts'
import { timers } from './schema/timers.ts'

/** A slip, how the lists know it, and the step it is down for. */
export interface AuditedSlip {
  slip: Slip
  listed: { stage: Stage; desk: Desk | undefined }
  planned: (PlannedStep & { error: string | undefined }) | undefined
}

/** One audit at a time, whichever instance; true when it is this one's until the transaction ends. */
export async function claimAudit(tx: Tx): Promise<boolean> {
  const [row] = await tx.execute<{ mine: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtext('sanse/audit')) as mine`,
  )
  return row?.mine === true
}

const PAGE = 500

const planned = { kind: timers.step, at: timers.dueAt, version: timers.expectedVersion }
const audited = {
  slip: slips.state,
  stage: slips.stage,
  desk: slips.desk,
  ...planned,
  error: timers.error,
}

type AuditedRow = {
  slip: Slip
  stage: Stage
  desk: Desk | null
  kind: PlannedStep['kind'] | null
  at: Instant | null
  version: number | null
  error: string | null
}

const auditedOf = ({ slip, stage, desk, kind, at, version, error }: AuditedRow): AuditedSlip => ({
  slip,
  listed: { stage, desk: desk ?? undefined },
  planned:
    kind === null || at === null || version === null
      ? undefined
      : { kind, at, version, error: error ?? undefined },
})

/** Every slip that is open, has a step, or should have one: a page at a time is in memory. */
export async function* slipsWithSteps(conn: Conn): AsyncGenerator<AuditedSlip[]> {
  const concerned = or(
    slipIsOpen,
    sql`${timers.slipId} is not null`,
    sql`${slips.stage} = 'closed' and ${slips.state} ? 'lookBack'`,
  )
  let after: SlipId | undefined
  do {
    const rows: AuditedRow[] = await conn
      .select(audited)
      .from(slips)
      .leftJoin(timers, eq(timers.slipId, slips.id))
      .where(and(concerned, after === undefined ? undefined : gt(slips.id, after)))
      .orderBy(asc(slips.id))
      .limit(PAGE)
    after = rows.at(-1)?.slip.id
    if (rows.length > 0) yield rows.map(auditedOf)
  } while (after !== undefined)
}

/** The slip as it stands, kept so until the transaction ends; undefined when somebody is just changing it. */
export async function holdIfFree(tx: Tx, id: SlipId): Promise<AuditedSlip | undefined> {
  const [row] = await tx
    .select(audited)
    .from(slips)
    .leftJoin(timers, eq(timers.slipId, slips.id))
    .where(eq(slips.id, id))
    .for('update', { of: slips, skipLocked: true })
  return row && auditedOf(row)
}

/** Slips something has happened to since a moment, or all, a page of ids at a time. */
export async function* slipsTouched(
  conn: Conn,
  since: Instant | undefined,
): AsyncGenerator<SlipId[]> {
  let after: SlipId | undefined
  do {
    const rows: { id: SlipId }[] = await conn
      .selectDistinct({ id: events.slipId })
      .from(events)
      .where(
        and(
          since === undefined ? undefined : gte(events.at, since),
          after === undefined ? undefined : gt(events.slipId, after),
        ),
      )
      .orderBy(asc(events.slipId))
      .limit(PAGE)
    after = rows.at(-1)?.id
    if (rows.length > 0) yield rows.map(({ id }) => id)
  } while (after !== undefined)
}

/** Slips with their whole record, as one moment saw them. */
export async function recordsOf(
  conn: Conn,
  ids: readonly SlipId[],
): Promise<{ slip: Slip; record: RecordedEvent[] }[]> {
  const rows = await conn
    .select({
      slipId: events.slipId,
      seq: events.seq,
      event: events.data,
      prevHash: events.prevHash,
      hash: events.hash,
      // Once per slip is enough, and it is by far the widest column.
      slip: sql<Slip | null>`case when ${events.seq} = 1 then ${slips.state} end`,
    })
    .from(events)
    .innerJoin(slips, eq(slips.id, events.slipId))
    .where(inArray(events.slipId, [...ids]))
    .orderBy(asc(events.slipId), asc(events.seq))
  return [...Map.groupBy(rows, ({ slipId }) => slipId).values()].flatMap((record) => {
    const slip = record[0]?.slip
    return slip ? [{ slip, record }] : []
  })
}

const between = (from: Instant, until: Instant) =>
  and(ne(outbox.kind, 'patch'), gte(outbox.notBefore, from), lt(outbox.notBefore, until))

/** What became of the messages that were to leave between two moments. Patches promise nothing: cards follow by themselves. */
export async function promisesBetween(
  conn: Conn,
  { from, until, lateMs }: { from: Instant; until: Instant; lateMs: number },
): Promise<Promises> {
  const late = sql`${outbox.doneAt} >= ${outbox.notBefore} + ${lateMs}::float8 * interval '1 ms'`
  const count = (condition: ReturnType<typeof sql>) =>
    sql<number>`(count(*) filter (where ${condition}))::int`
  const [row] = await conn
    .select({
      kept: count(sql`${outbox.state} = 'accepted' and not ${late}`),
      late: count(sql`${outbox.state} = 'accepted' and ${late}`),
      failed: count(sql`${outbox.state} in ('refused', 'unknown')`),
      waiting: count(sql`${outbox.state} = 'pending'`),
    })
    .from(outbox)
    .where(between(from, until))
  return row ?? { kept: 0, late: 0, failed: 0, waiting: 0 }
}

/** The commonest reasons of those that failed. */
export async function failuresBetween(
  conn: Conn,
  { from, until, limit }: { from: Instant; until: Instant; limit: number },
): Promise<Account['failures'][number][]> {
  const code = sql<number>`coalesce((${outbox.result} ->> 'code')::int, 0)`
  const reason = sql<string>`coalesce(${outbox.result} ->> 'reason', '')`
  const count = sql<number>`count(*)::int`
  return conn
    .select({ code, reason, count })
    .from(outbox)
    .where(and(between(from, until), sql`${outbox.state} in ('refused', 'unknown')`))
    .groupBy(sql`1, 2`)
    .orderBy(sql`3 desc, 1`)
    .limit(limit)
}

interface OddRow {
  row: number
  reason: string
}

const why = sql<string>`coalesce(${outbox.result} ->> 'reason', '')`

/** Messages that should have left before a moment and still wait. */
export const stuckMessages = (conn: Conn, before: Instant, limit: number): Promise<OddRow[]> =>
  conn
    .select({ row: outbox.id, reason: why })
    .from(outbox)
    .where(and(sql`state = 'pending'`, lt(outbox.notBefore, before)))
    .orderBy(asc(outbox.notBefore))
    .limit(limit)

/** Messages that failed and nobody knows why. */
export const silentFailures = (conn: Conn, since: Instant, limit: number): Promise<OddRow[]> =>
  conn
    .select({ row: outbox.id, reason: why })
    .from(outbox)
    .where(and(sql`state in ('refused', 'unknown')`, gte(outbox.doneAt, since), sql`${why} = ''`))
    .orderBy(asc(outbox.doneAt))
    .limit(limit)

const mishap = sql<string>`coalesce(${inbox.error}, '')`

/** What came in before a moment and is not worked off. */
export const stuckArrivals = (conn: Conn, before: Instant, limit: number): Promise<OddRow[]> =>
  conn
    .select({ row: inbox.id, reason: mishap })
    .from(inbox)
    .where(and(sql`state = 'stored'`, lt(inbox.receivedAt, before)))
    .orderBy(asc(inbox.id))
    .limit(limit)

/** What came in and was given up since a moment. */
export const failedArrivals = (conn: Conn, since: Instant, limit: number): Promise<OddRow[]> =>
  conn
    .select({ row: inbox.id, reason: mishap })
    .from(inbox)
    .where(and(eq(inbox.state, 'failed'), gte(inbox.doneAt, since)))
    .orderBy(asc(inbox.id))
    .limit(limit)
