import { and, asc, desc, eq, gte, inArray, like, lte, ne, sql } from 'drizzle-orm'
import type { Desk } from '../domain/next-step.ts'
import type { OpenId, UnitCode } from '../domain/organisation.ts'
import type { Colour, Slip, Stage } from '../domain/slip.ts'
import type { Instant } from '../domain/time.ts'
import type { Conn } from './connect.ts'
import { slipIsOpen, slips } from './schema/slips.ts'
import { patternsFor } from './search-words.ts'

export interface SlipFilter {
  /** Any of these. */
  units?: readonly UnitCode[]
  stages?: readonly Stage[]
  desk?: Desk
  inspector?: OpenId
  /** D6, D7: a request waits for the office's ruling, whoever else has the move. */
  unruled?: true
  /** Past its deadline at this moment, with the unit or the director. */
  overdueAt?: Instant
  colour?: Colour
}

/** Open slips, the most pressing first; those without a clock last. */
export async function listOpen(conn: Conn, filter: SlipFilter, limit: number): Promise<Slip[]> {
  const rows = await conn
    .select({ slip: slips.state })
    .from(slips)
    .where(and(slipIsOpen, ...conditions(filter)))
    .orderBy(asc(slips.dueAt), asc(slips.issuedAt))
    .limit(limit)
  return rows.map((row) => row.slip)
}

/** Slips in which every typed word occurs, open or not, newest first. */
export async function search(
  conn: Conn,
  typed: string,
  filter: SlipFilter,
  limit: number,
): Promise<Slip[]> {
  const words = patternsFor(typed).map((pattern) => like(slips.words, pattern))
  const rows = await conn
    .select({ slip: slips.state })
    .from(slips)
    .where(and(...words, ...conditions(filter)))
    .orderBy(desc(slips.issuedAt))
    .limit(limit)
  return rows.map((row) => row.slip)
}

const waitsFor = (request: 'extension' | 'returned') =>
  sql`(state ? ${sql.raw(`'${request}'`)} and not (state -> ${sql.raw(`'${request}'`)}) ? 'ruling')`

const UNRULED = sql`(stage in ('rectifying', 'reviewing') and (${waitsFor('extension')} or ${waitsFor('returned')}))`

const conditions = ({ units, stages, desk, inspector, unruled, overdueAt, colour }: SlipFilter) => [
  units === undefined ? undefined : inArray(slips.unit, [...units]),
  stages === undefined ? undefined : inArray(slips.stage, [...stages]),
  desk === undefined ? undefined : eq(slips.desk, desk),
  inspector === undefined ? undefined : eq(slips.inspector, inspector),
  colour === undefined ? undefined : eq(slips.colour, colour),
  unruled ? UNRULED : undefined,
  overdueAt === undefined
    ? undefined
    : and(lte(slips.dueAt, overdueAt), inArray(slips.stage, ['rectifying', 'proposed'])),
]

/** I2: green slips issued since a moment and not withdrawn, newest first. */
export async function greensSince(conn: Conn, since: Instant, limit: number): Promise<Slip[]> {
  const rows = await conn
    .select({ slip: slips.state })
    .from(slips)
    .where(and(eq(slips.colour, 'green'), ne(slips.stage, 'voided'), gte(slips.issuedAt, since)))
    .orderBy(desc(slips.issuedAt))
    .limit(limit)
  return rows.map((row) => row.slip)
}
