import type { Conn } from '../db/connect.ts'
import * as drafts from '../db/drafts.ts'
import { listOpen, type SlipFilter } from '../db/slip-lists.ts'
import { type Person, personOf } from '../domain/authority.ts'
import type { OpenId, Organisation } from '../domain/organisation.ts'
import { dayOf, type Instant } from '../domain/time.ts'
import type { Deps } from './deps.ts'
import { unitOfSlip } from './read-slip.ts'

/** More than a card can show; what is left out is counted on it. */
const LIST_MAX = 100

/** What somebody has to do or waits for. */
export async function readTodo(deps: Deps, conn: Conn, org: Organisation, id: OpenId) {
  const now = deps.clock.now()
  const person = personOf(org, id, dayOf(now))
  const filters = filtersFor(person, now)
  const lists = await Promise.all(filters.map((filter) => listOpen(conn, filter, LIST_MAX)))
  const slips = [...new Map(lists.flat().map((slip) => [slip.id, slip])).values()]
  return {
    person,
    now,
    name: await deps.names.of(org, [id, ...slips.map((slip) => slip.inspector)]),
    slips: slips.map((slip) => ({ slip, unit: unitOfSlip(org, slip) })),
    drafts: [
      ...(await drafts.openOf(conn, id)),
      ...(person.roles.includes('director') ? await drafts.awaiting(conn) : []),
    ],
    units: org.units,
  }
}

/** What somebody's role makes theirs; a leader sees what is overdue. */
function filtersFor(person: Person, now: Instant): SlipFilter[] {
  const { id, roles, units } = person
  return [
    ...(roles.includes('inspector') ? [{ inspector: id }, { desk: 'inspector' as const }] : []),
    // With a request for more time or a return the unit keeps the move, and the reviewer has one too.
    ...(roles.includes('reviewer')
      ? [{ stages: ['reviewing'] as const }, { unruled: true as const }]
      : []),
    ...(roles.includes('director')
      ? [{ desk: 'director' as const }, { desk: 'office' as const }, { unruled: true as const }]
      : []),
    ...(roles.includes('leader') ? [{ overdueAt: now }, { colour: 'orange' as const }] : []),
    ...(units.length > 0 ? [{ units }] : []),
  ]
}
