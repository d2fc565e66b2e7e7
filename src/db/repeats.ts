import { and, desc, eq, gte, inArray, ne, sql } from 'drizzle-orm'
import type { UnitCode } from '../domain/organisation.ts'
import type { Slip } from '../domain/slip.ts'
import type { Instant } from '../domain/time.ts'
import type { Conn } from './connect.ts'
import { slips } from './schema/slips.ts'
import { tripled } from './search-words.ts'

/** D5: blue and orange slips of a unit since a moment that have a finding of one of these problem types, newest first. */
export async function withTypes(
  conn: Conn,
  { unit, types, since }: { unit: UnitCode; types: readonly string[]; since: Instant },
  limit: number,
): Promise<Slip[]> {
  if (types.length === 0) return []
  const oneOfThem = sql`exists (
    select from jsonb_array_elements(${slips.state} #> '{content,findings}') finding
    where finding ->> 'type' in ${[...types]})`
  const rows = await conn
    .select({ slip: slips.state })
    .from(slips)
    .where(and(...ofUnit(unit, since), oneOfThem))
    .orderBy(desc(slips.issuedAt))
    .limit(limit)
  return rows.map(({ slip }) => slip)
}

/** How much of what was typed must stand in an earlier slip, 0…1. */
const ALIKE = 0.3

/** Slips of a unit that sound alike: a hint while drafting, nothing is decided by it. */
export async function soundingLike(
  conn: Conn,
  { unit, text, since }: { unit: UnitCode; text: string; since: Instant },
  limit: number,
): Promise<Slip[]> {
  if (text.trim() === '') return []
  const likeness = sql<number>`word_similarity(${tripled(text)}, ${slips.words})`
  const rows = await conn
    .select({ slip: slips.state })
    .from(slips)
    .where(and(...ofUnit(unit, since), sql`${likeness} >= ${ALIKE}`))
    .orderBy(desc(likeness))
    .limit(limit)
  return rows.map(({ slip }) => slip)
}

const ofUnit = (unit: UnitCode, since: Instant) => [
  eq(slips.unit, unit),
  inArray(slips.colour, ['blue', 'orange']),
  gte(slips.issuedAt, since),
  ne(slips.stage, 'voided'),
]
