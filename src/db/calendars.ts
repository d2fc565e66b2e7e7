import { asc, sql } from 'drizzle-orm'
import type { Calendar } from '../domain/calendar.ts'
import type { Instant } from '../domain/time.ts'
import type { Conn, Tx } from './connect.ts'
import { calendars } from './schema/calendars.ts'

export interface CalendarImport {
  calendar: Calendar
  importedAt: Instant
  importedBy: string
}

/** Every other import waits until the transaction ends: each builds on the newest. */
export async function lock(tx: Tx): Promise<void> {
  await tx.execute(sql`lock table ${calendars} in share row exclusive mode`)
}

/** Adds a version for good; the newest is in force from now on. */
export async function add(tx: Tx, { calendar, ...by }: CalendarImport): Promise<void> {
  await tx.insert(calendars).values({ version: calendar.version, document: calendar, ...by })
}

/** Those imported, newest last. */
export async function all(conn: Conn): Promise<Calendar[]> {
  const rows = await conn
    .select({ calendar: calendars.document })
    .from(calendars)
    .orderBy(asc(calendars.importedAt), asc(calendars.version))
  return rows.map(({ calendar }) => calendar)
}
