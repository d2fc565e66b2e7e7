import type { Conn } from '../db/connect.ts'
import { greensSince } from '../db/slip-lists.ts'
import type { Organisation } from '../domain/organisation.ts'
import { type Day, startOf } from '../domain/time.ts'
import type { Deps } from './deps.ts'
import { unitOfSlip } from './read-slip.ts'

const BOARD_MAX = 30

/** I2: green slips since a day, newest first. */
export async function readBoard(deps: Deps, conn: Conn, org: Organisation, since: Day) {
  const slips = await greensSince(conn, startOf(since), BOARD_MAX)
  return {
    since,
    now: deps.clock.now(),
    slips: slips.map((slip) => ({ slip, unit: unitOfSlip(org, slip) })),
  }
}
