import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Step } from '../../domain/next-step.ts'
import { instant } from '../instant.ts'
import { slips } from './slips.ts'

/** The one next step of a slip: the primary key leaves no room for a second. */
export const timers = pgTable(
  'timers',
  {
    slipId: uuid('slip_id')
      .primaryKey()
      .references(() => slips.id),
    step: text().$type<Step['kind']>().notNull(),
    dueAt: instant('due_at').notNull(),
    /** Version of the slip the step was planned for; at any other it must not run. */
    expectedVersion: integer('expected_version').notNull(),
    /** After it the step is a zombie: somebody must look before it acts. */
    expiresAt: instant('expires_at'),
    attempts: integer().notNull().default(0),
    leaseUntil: instant('lease_until'),
    token: integer().notNull().default(0),
    error: text(),
  },
  (t) => [index('timers_due').on(t.dueAt)],
)
