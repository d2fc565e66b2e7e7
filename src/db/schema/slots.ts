import { pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '../instant.ts'

/** Clock-time jobs already done, `digest:2026-11-23`: whoever inserts the key runs the job. */
export const slots = pgTable('slots', {
  key: text().primaryKey(),
  at: instant().notNull(),
})
