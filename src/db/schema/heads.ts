import { pgTable, text } from 'drizzle-orm/pg-core'
import type { Account } from '../../domain/audit.ts'
import type { Day } from '../../domain/time.ts'
import { instant } from '../instant.ts'
import { json } from '../json.ts'

/** One a day over all slips, each chained to the one before; append-only like the events. */
export const heads = pgTable('heads', {
  /** The last day it covers. */
  day: text().$type<Day>().primaryKey(),
  /** When the audit took it. */
  at: instant().notNull(),
  prevHash: text('prev_hash').notNull(),
  /** Last hash of every slip touched since the head before, sorted. */
  tips: json().$type<readonly string[]>().notNull(),
  hash: text().notNull(),
  account: json().$type<Account>().notNull(),
})
