import type { Conn } from '../db/connect.ts'
import * as drafts from '../db/drafts.ts'
import * as slips from '../db/slips.ts'
import { type Deadline, periodFrom } from '../domain/deadline.ts'
import type { DraftContent } from '../domain/draft.ts'
import { type Organisation, unitByCode } from '../domain/organisation.ts'
import { periodOf } from '../domain/problem-types.ts'
import type { RuleBook } from '../domain/rule-book.ts'
import type { Instant } from '../domain/time.ts'
import type { Deps } from './deps.ts'
import { findEarlier } from './earlier-slips.ts'
import { unitOfSlip } from './read-slip.ts'
import { rulesAt } from './rule-books.ts'

/** Everything a draft's card shows; the deadline is what it would be if the slip were served now. */
export async function readDraftCard(
  deps: Deps,
  conn: Conn,
  org: Organisation,
  id: string,
  editing = false,
) {
  const draft = await drafts.find(conn, id)
  if (!draft) return undefined
  const now = deps.clock.now()
  const rules = rulesAt(deps.ruleBooks, now)
  const { content } = draft
  const unit = content.unit ? unitByCode(org, content.unit) : undefined
  const issued = draft.slip ? await slips.find(conn, draft.slip) : undefined
  const { earlier, similar } = await findEarlier(conn, rules, content, now)
  return {
    draft,
    ...(unit ? { unit } : {}),
    units: org.units,
    name: await deps.names.of(org, [draft.inspector, org.office.director]),
    now,
    preview: previewOf(deps, rules, content, now),
    editing,
    repeatMonths: rules.repeat.months,
    subjects: rules.subjects,
    earlier: earlier.map(({ slip, full }) => ({ slip, full, unit: unitOfSlip(org, slip) })),
    similar: similar.map((slip) => ({ slip, unit: unitOfSlip(org, slip) })),
    ...(issued ? { issued } : {}),
  }
}

/** D1: a correction has its deadline already, a green slip has none. */
function previewOf(
  { calendar }: Deps,
  rules: RuleBook,
  { unit = '', subject = '', inspectedOn = '', ...content }: DraftContent,
  now: Instant,
): Deadline | undefined {
  const { colour, findings, corrects } = content
  const period = periodOf(rules, { unit, subject, inspectedOn, colour, findings })
  return period && !corrects ? periodFrom(period, calendar, now) : undefined
}
