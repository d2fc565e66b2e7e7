import { sql } from 'drizzle-orm'
import { index, integer, pgTable, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { Desk } from '../../domain/next-step.ts'
import type { Colour, Slip, Stage } from '../../domain/slip.ts'
import { instant } from '../instant.ts'
import { json } from '../json.ts'

/** The same condition, letter for letter, as in the partial indexes: the planner compares texts. */
export const slipIsOpen = sql`stage not in ('closed', 'escalated', 'voided')`

/** The slip as folded from its events, with the columns that lists and searches need. */
export const slips = pgTable(
  'slips',
  {
    id: uuid().primaryKey(),
    colour: text().$type<Colour>().notNull(),
    year: smallint().notNull(),
    number: integer().notNull(),
    unit: text().notNull(),
    site: text(),
    subject: text().notNull(),
    stage: text().$type<Stage>().notNull(),
    desk: text().$type<Desk>(),
    inspector: text().notNull(),
    issuedAt: instant('issued_at').notNull(),
    dueAt: instant('due_at'),
    closedAt: instant('closed_at'),
    version: integer().notNull(),
    state: json().$type<Slip>().notNull(),
    /** See search-words.ts for what is in it. */
    words: text().notNull(),
  },
  (t) => [
    unique('slips_serial').on(t.colour, t.year, t.number),
    index('slips_words').using('gin', sql`words gin_trgm_ops`),
    index('slips_issued').on(t.issuedAt),
    index('slips_unit_issued').on(t.unit, t.issuedAt),
    index('slips_open_due').on(t.dueAt, t.issuedAt).where(slipIsOpen),
    index('slips_open_unit').on(t.unit, t.dueAt).where(slipIsOpen),
    index('slips_open_inspector').on(t.inspector, t.dueAt).where(slipIsOpen),
    index('slips_open_desk').on(t.desk, t.dueAt).where(slipIsOpen),
    index('slips_open_stage').on(t.stage, t.dueAt).where(slipIsOpen),
  ],
)
