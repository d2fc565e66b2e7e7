import { type SQL, sql } from 'drizzle-orm'

/** The right to settle a claimed row. A later claim raises the token, and the late first owner is refused. */
export interface Claim {
  id: number
  token: number
}

/** Long enough for a slow Feishu call with its retries, short enough that a killed process is not missed for long. */
export const LEASE_MS = 30_000

/** Leases run on the database's clock, one for all instances; clock_timestamp() because now() stands still in a transaction. */
export const leaseFor = (ms: number): SQL<number> =>
  sql<number>`clock_timestamp() + ${ms}::float8 * interval '1 ms'`

export const leaseIsFree = sql`(lease_until is null or lease_until < clock_timestamp())`
