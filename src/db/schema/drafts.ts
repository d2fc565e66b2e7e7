import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Draft, DraftContent } from '../../domain/draft.ts'
import { instant } from '../instant.ts'
import { json } from '../json.ts'

export const drafts = pgTable(
  'drafts',
  {
    id: uuid().primaryKey(),
    inspector: text().notNull(),
    version: integer().notNull(),
    state: text().$type<Draft['state']>().notNull(),
    content: json().$type<DraftContent>().notNull(),
    slipId: uuid('slip_id'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [index('drafts_inspector').on(t.inspector, t.createdAt)],
)
