import type { Instant } from '../domain/time.ts'
import type { Conn } from './connect.ts'
import { slots } from './schema/slots.ts'

/** Takes a slot, `digest:2026-11-23`, in the transaction that does its work. True for one caller only, for ever. */
export async function take(conn: Conn, key: string, at: Instant): Promise<boolean> {
  const taken = await conn
    .insert(slots)
    .values({ key, at })
    .onConflictDoNothing()
    .returning({ key: slots.key })
  return taken.length === 1
}
