import { sql } from 'drizzle-orm'
import { bigint, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '../instant.ts'
import { json } from '../json.ts'

/** Every event and click, stored before Feishu is answered. */
export const inbox = pgTable(
  'inbox',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    eventId: text('event_id').notNull().unique(),
    /** What makes two deliveries the same act even under different event ids: message id, or card + action + version. */
    semanticKey: text('semantic_key').unique(),
    kind: text().notNull(),
    /** Chat or operator; worked off in order of arrival. */
    lane: text().notNull(),
    payload: json().notNull(),
    receivedAt: instant('received_at').notNull(),
    state: text().$type<'stored' | 'done' | 'failed'>().notNull().default('stored'),
    attempts: integer().notNull().default(0),
    leaseUntil: instant('lease_until'),
    token: integer().notNull().default(0),
    error: text(),
    /** What a press was answered: a repeated delivery gets the same. */
    answer: json(),
    doneAt: instant('done_at'),
  },
  (t) => [
    index('inbox_open')
      .on(t.lane, t.id)
      .where(sql`state = 'stored'`),
    index('inbox_received').on(t.receivedAt),
  ],
)
