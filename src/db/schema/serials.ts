import { integer, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core'
import type { Colour } from '../../domain/slip.ts'

/** Last number given per colour and year (D15). A sequence would leave gaps on rollback; a row does not. */
export const serials = pgTable(
  'serials',
  {
    colour: text().$type<Colour>().notNull(),
    year: smallint().notNull(),
    last: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.colour, t.year] })],
)
