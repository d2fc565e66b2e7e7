import type { Conn } from '../db/connect.ts'
import * as repeats from '../db/repeats.ts'
import type { DraftContent } from '../domain/draft.ts'
import { isOther } from '../domain/problem-types.ts'
import type { RuleBook } from '../domain/rule-book.ts'
import type { Slip } from '../domain/slip.ts'
import { dayOf, type Instant, monthsBefore, startOf } from '../domain/time.ts'

/** More than anybody compares; the newest matter. */
const EARLIER_MAX = 5
const SIMILAR_MAX = 3

/** D5: earlier slips of the unit about the same problem type; `full` when the site is the same too. */
export interface EarlierSlip {
  slip: Slip
  full: boolean
}

interface Found {
  earlier: EarlierSlip[]
  /** By their words only. */
  similar: Slip[]
}

const NONE: Found = { earlier: [], similar: [] }

/** What the inspector should see before saying whether it is the same problem again. */
export async function findEarlier(
  conn: Conn,
  rules: RuleBook,
  content: DraftContent,
  now: Instant,
): Promise<Found> {
  const { unit, findings, colour, corrects, site } = content
  if (!unit || colour === 'green' || corrects) return NONE
  const since = startOf(monthsBefore(dayOf(now), rules.repeat.months))
  const types = findings.flatMap(({ type }) => (type && !isOther(type) ? [type] : []))
  const slips = await repeats.withTypes(conn, { unit, types, since }, EARLIER_MAX)
  const text = findings.map((finding) => finding.text).join(' ')
  const alike = await repeats.soundingLike(conn, { unit, text, since }, EARLIER_MAX + SIMILAR_MAX)
  const known = new Set(slips.map(({ id }) => id))
  return {
    earlier: slips.map((slip) => ({ slip, full: slip.content.site === site })),
    similar: alike.filter(({ id }) => !known.has(id)).slice(0, SIMILAR_MAX),
  }
}
