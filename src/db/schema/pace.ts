import { pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/** GCRA: the theoretical arrival time of the next request per key. Microseconds count here, hence no `instant`. */
export const pace = pgTable('pace', {
  key: text().primaryKey(),
  tat: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
})
