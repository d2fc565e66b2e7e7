import { and, eq } from 'drizzle-orm'
import { deskOf } from '../domain/next-step.ts'
import type { Serial } from '../domain/serial.ts'
import type { Slip, SlipId } from '../domain/slip.ts'
import type { Conn, Tx } from './connect.ts'
import { slips } from './schema/slips.ts'
import { searchWords } from './search-words.ts'

/** Loads a slip and keeps every other writer of it waiting until the transaction ends. */
export async function loadForUpdate(tx: Tx, id: SlipId): Promise<Slip | undefined> {
  const [row] = await tx
    .select({ slip: slips.state })
    .from(slips)
    .where(eq(slips.id, id))
    .for('update')
  return row?.slip
}

export async function find(conn: Conn, id: SlipId): Promise<Slip | undefined> {
  const [row] = await conn.select({ slip: slips.state }).from(slips).where(eq(slips.id, id))
  return row?.slip
}

export async function findBySerial(conn: Conn, serial: Serial): Promise<Slip | undefined> {
  const [row] = await conn
    .select({ slip: slips.state })
    .from(slips)
    .where(
      and(
        eq(slips.colour, serial.colour),
        eq(slips.year, serial.year),
        eq(slips.number, serial.number),
      ),
    )
  return row?.slip
}

/** `names`: further words it should be found by, the unit's name above all. */
export async function insert(tx: Tx, slip: Slip, names: readonly string[]): Promise<void> {
  await tx
    .insert(slips)
    .values({ id: slip.id, ...columnsOf(slip), words: searchWords(slip, names) })
}

/** False: the slip is no longer at `version`; load it and decide again. */
export async function update(tx: Tx, slip: Slip, version: number): Promise<boolean> {
  const saved = await tx
    .update(slips)
    .set(columnsOf(slip))
    .where(and(eq(slips.id, slip.id), eq(slips.version, version)))
    .returning({ id: slips.id })
  return saved.length === 1
}

const columnsOf = (slip: Slip) => ({
  ...slip.serial,
  unit: slip.content.unit,
  site: slip.content.site ?? null,
  subject: slip.content.subject,
  stage: slip.stage,
  desk: deskOf(slip) ?? null,
  inspector: slip.inspector,
  issuedAt: slip.issuedAt,
  dueAt: slip.deadline?.dueAt ?? null,
  closedAt: slip.closedAt ?? null,
  version: slip.version,
  state: slip,
})
