import type { Conn } from '../db/connect.ts'
import * as drafts from '../db/drafts.ts'
import * as slips from '../db/slips.ts'
import { periodFrom } from '../domain/deadline.ts'
import { type Organisation, unitByCode } from '../domain/organisation.ts'
import type { Deps } from './deps.ts'
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
  const unit = draft.content.unit ? unitByCode(org, draft.content.unit) : undefined
  const issued = draft.slip ? await slips.find(conn, draft.slip) : undefined
  return {
    draft,
    ...(unit ? { unit } : {}),
    units: org.units,
    name: await deps.names.of(org, [draft.inspector]),
    now,
    preview: periodFrom(rules.period[draft.content.colour], deps.calendar, now),
    editing,
    subjects: rules.subjects,
    ...(issued ? { issued } : {}),
  }
}
