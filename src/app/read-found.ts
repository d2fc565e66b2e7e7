import type { FoundReading } from '../../cards/found.ts'
import type { Conn } from '../db/connect.ts'
import { eventsOf } from '../db/events.ts'
import * as slips from '../db/slips.ts'
import type { Organisation } from '../domain/organisation.ts'
import type { View } from '../domain/view.ts'
import type { Deps } from './deps.ts'
import { peopleIn, unitOfSlip } from './read-slip.ts'
import { rulesAt, rulesOf } from './rule-books.ts'

/** What 查 found, as it stands now; of a single slip the whole record. */
export async function readFound(
  deps: Deps,
  conn: Conn,
  org: Organisation,
  { slips: ids, words }: Extract<View, { card: 'found' }>,
): Promise<FoundReading> {
  const found = await Promise.all(ids.map((id) => slips.find(conn, id)))
  const known = found.filter((slip) => slip !== undefined)
  const [only] = known.length === 1 ? known : []
  const history = only ? (await eventsOf(conn, only.id)).map(({ event }) => event) : []
  const people = known.flatMap((slip) => peopleIn(slip, history))
  return {
    words,
    slips: known.map((slip) => ({ slip, unit: unitOfSlip(org, slip) })),
    history,
    name: await deps.names.of(org, people),
    now: deps.clock.now(),
    units: org.units,
    rules: only ? rulesOf(deps.ruleBooks, only) : rulesAt(deps.ruleBooks, deps.clock.now()),
  }
}
