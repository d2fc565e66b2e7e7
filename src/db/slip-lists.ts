import { and, asc, desc, eq, inArray, like } from 'drizzle-orm'
import type { Desk } from '../domain/next-step.ts'
import type { OpenId, UnitCode } from '../domain/organisation.ts'
import type { Slip, Stage } from '../domain/slip.ts'
import type { Conn } from './connect.ts'
import { slipIsOpen, slips } from './schema/slips.ts'
import { patternsFor } from './search-words.ts'

export interface SlipFilter {
  /** Any of these. */
  units?: readonly UnitCode[]
  stages?: readonly Stage[]
  desk?: Desk
  inspector?: OpenId
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

const conditions = ({ units, stages, desk, inspector }: SlipFilter) => [
  units === undefined ? undefined : inArray(slips.unit, [...units]),
  stages === undefined ? undefined : inArray(slips.stage, [...stages]),
  desk === undefined ? undefined : eq(slips.desk, desk),
  inspector === undefined ? undefined : eq(slips.inspector, inspector),
]
