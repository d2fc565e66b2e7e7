import { sql } from 'drizzle-orm'
import type { Serial } from '../domain/serial.ts'
import type { Tx } from './connect.ts'
import { serials } from './schema/serials.ts'

/**
 * D15: the next number, without gaps. The row stays locked until the transaction ends, and a rollback gives the number back;
 * so take it late in the transaction.
 */
export async function nextSerial(tx: Tx, colour: Serial['colour'], year: number): Promise<Serial> {
  const [row] = await tx
    .insert(serials)
    .values({ colour, year, last: 1 })
    .onConflictDoUpdate({
      target: [serials.colour, serials.year],
      set: { last: sql`${serials.last} + 1` },
    })
    .returning({ number: serials.last })
  if (!row) throw new Error('the database gave no serial number')
  return { colour, year, number: row.number }
}
