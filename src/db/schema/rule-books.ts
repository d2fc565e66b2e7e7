import { pgTable, text } from 'drizzle-orm/pg-core'
import type { RuleBook } from '../../domain/rule-book.ts'
import type { Day } from '../../domain/time.ts'
import { instant } from '../instant.ts'
import { json } from '../json.ts'

/** Every rule book ever imported, append-only: a slip rests on its own for life. The built-in one is not among them. */
export const ruleBooks = pgTable('rule_books', {
  version: text().primaryKey(),
  effectiveFrom: text('effective_from').$type<Day>().notNull().unique(),
  document: json().$type<RuleBook>().notNull(),
  importedAt: instant('imported_at').notNull(),
  importedBy: text('imported_by').notNull(),
})
