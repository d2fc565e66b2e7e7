import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import type { Organisation } from '../../domain/organisation.ts'
import { instant } from '../instant.ts'
import { json } from '../json.ts'

/** Every organisation file ever imported; the newest is in force. */
export const organisations = pgTable('organisations', {
  version: integer().primaryKey().generatedAlwaysAsIdentity(),
  document: json().$type<Organisation>().notNull(),
  importedAt: instant('imported_at').notNull(),
  importedBy: text('imported_by').notNull(),
  note: text(),
})
