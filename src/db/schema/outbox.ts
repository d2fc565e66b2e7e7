import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  index,
  integer,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Stage } from '../../domain/slip.ts'
import type { View } from '../../domain/view.ts'
import { instant } from '../instant.ts'
import { json } from '../json.ts'

export type OutboxKind = 'send' | 'reply' | 'patch'
export type OutboxState = 'pending' | 'accepted' | 'refused' | 'unknown' | 'void'

/** Frozen at enqueue: a later change of the organisation never redirects a message. */
export type Destination = { type: 'chat_id' | 'open_id'; id: string } | { messageId: string }

/** How it ended, or how the last attempt did. */
export type OutboxResult =
  | { messageId: string; chatId?: string }
  | { code: number; reason: string }
  /** `unsent`: how many attempts are known to have left nothing behind. */
  | { reason: string; unsent?: number }

/** One row = one logical message. */
export const outbox = pgTable(
  'outbox',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    key: text().notNull().unique(),
    /** One for life: Feishu drops a repetition within the hour. */
    uuid: uuid().notNull().defaultRandom(),
    /** Destination; messages of a lane leave one by one, in order. */
    lane: text().notNull(),
    kind: text().$type<OutboxKind>().notNull(),
    destination: json().$type<Destination>().notNull(),
    view: json().$type<View>().notNull(),
    slipId: uuid('slip_id'),
    priority: smallint().notNull(),
    state: text().$type<OutboxState>().notNull().default('pending'),
    /** Business clock. Until then the row does not stand in its lane, so a night's reminder blocks no click. */
    notBefore: instant('not_before').notNull(),
    validIn: json('valid_in').$type<readonly Stage[]>(),
    proof: boolean().notNull().default(false),
    mergeKey: text('merge_key'),
    attempts: integer().notNull().default(0),
    leaseUntil: instant('lease_until'),
    token: integer().notNull().default(0),
    firstTriedAt: instant('first_tried_at'),
    createdAt: instant('created_at').notNull(),
    doneAt: instant('done_at'),
    result: json().$type<OutboxResult>(),
    /** The message it patches, or became. */
    messageId: text('message_id'),
  },
  (t) => [
    index('outbox_open')
      .on(t.lane, t.id, t.notBefore)
      .where(sql`state = 'pending'`),
    index('outbox_waiting')
      .on(t.notBefore)
      .where(sql`state = 'pending'`),
    index('outbox_slip').on(t.slipId, t.id),
    index('outbox_trouble')
      .on(t.doneAt)
      .where(sql`state in ('refused', 'unknown')`),
    uniqueIndex('outbox_one_patch')
      .on(t.messageId)
      .where(sql`kind = 'patch' and state = 'pending' and attempts = 0`),
  ],
)
