import type { Reading } from '../../cards/reading.ts'
import type { Conn } from '../db/connect.ts'
import { eventsOf } from '../db/events.ts'
import * as slips from '../db/slips.ts'
import type { SlipEvent } from '../domain/events.ts'
import { type OpenId, type Organisation, type Unit, unitByCode } from '../domain/organisation.ts'
import type { Slip, SlipId } from '../domain/slip.ts'
import type { Deps } from './deps.ts'
import { rulesOf } from './rule-books.ts'

/** Everything a card about a slip shows, names included. */
export async function readSlip(
  deps: Deps,
  conn: Conn,
  org: Organisation,
  id: SlipId,
): Promise<Reading | undefined> {
  const slip = await slips.find(conn, id)
  if (!slip) return undefined
  const history = (await eventsOf(conn, id)).map(({ event }) => event)
  const orange = slip.escalatedTo ? await slips.find(conn, slip.escalatedTo) : undefined
  const unit = unitOfSlip(org, slip)
  return {
    slip,
    unit,
    name: await deps.names.of(org, peopleIn(slip, history, unit)),
    now: deps.clock.now(),
    history,
    orange: orange?.serial,
    rules: rulesOf(deps.ruleBooks, slip),
    units: org.units,
  }
}

/** A unit that has left the registry is still named on its old slips. */
export const unitOfSlip = (org: Organisation, { content }: Slip): Unit =>
  unitByCode(org, content.unit) ?? {
    code: content.unit,
    name: content.unit,
    aliases: [],
    chat: '',
    head: '',
    contacts: [],
    sites: [],
  }

/** Everybody a card of this slip may name. */
export function peopleIn(slip: Slip, history: readonly SlipEvent[], unit?: Unit): OpenId[] {
  const actors = history.flatMap(({ by }) => (by.kind === 'person' ? [by.id] : []))
  const before = slip.blue ? [...slip.blue.feedback, ...slip.blue.verdicts].map(({ by }) => by) : []
  const confirmed = slip.blue?.confirmedBy ? [slip.blue.confirmedBy] : []
  const members = unit ? [unit.head, ...unit.contacts] : []
  return [slip.inspector, ...actors, ...before, ...confirmed, ...members]
}
