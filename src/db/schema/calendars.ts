import { pgTable, text } from 'drizzle-orm/pg-core'
import type { Calendar } from '../../domain/calendar.ts'
import { instant } from '../instant.ts'
import { json } from '../json.ts'

/** Every calendar made by an import, whole and append-only: a deadline names the one it was worked out with. */
export const calendars = pgTable('calendars', {
  version: text().primaryKey(),
  document: json().$type<Calendar>().notNull(),
  importedAt: instant('imported_at').notNull(),
  importedBy: text('imported_by').notNull(),
})
