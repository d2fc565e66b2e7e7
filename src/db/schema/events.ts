import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Actor } from '../../domain/authority.ts'
import type { SlipEvent } from '../../domain/events.ts'
import type { RuleId } from '../../domain/rule-book.ts'
import { instant } from '../instant.ts'
import { json } from '../json.ts'
import { slips } from './slips.ts'

/** Facts, append-only: triggers refuse UPDATE, DELETE and TRUNCATE (drizzle/…_append_only.sql). */
export const events = pgTable(
  'events',
  {
    slipId: uuid('slip_id')
      .notNull()
      .references(() => slips.id),
    seq: integer().notNull(),
    type: text().$type<SlipEvent['type']>().notNull(),
    at: instant().notNull(),
    actor: json().$type<Actor>().notNull(),
    rule: text().$type<RuleId>().notNull(),
    data: json().$type<SlipEvent>().notNull(),
    prevHash: text('prev_hash').notNull(),
    hash: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.slipId, t.seq] }),
    index('events_at').on(t.at),
    index('events_type_at').on(t.type, t.at),
  ],
)
