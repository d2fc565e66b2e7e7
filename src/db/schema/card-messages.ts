import { sql } from 'drizzle-orm'
import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { View } from '../../domain/view.ts'
import { instant } from '../instant.ts'
import { json } from '../json.ts'

/** Every card Feishu has accepted, so that all copies of it can be brought up to date. */
export const cardMessages = pgTable(
  'card_messages',
  {
    messageId: text('message_id').primaryKey(),
    chatId: text('chat_id').notNull(),
    view: json().$type<View>().notNull(),
    slipId: uuid('slip_id'),
    draftId: uuid('draft_id'),
    sentAt: instant('sent_at').notNull(),
    state: text().$type<'live' | 'closed'>().notNull().default('live'),
  },
  (t) => [
    index('card_messages_slip')
      .on(t.slipId)
      .where(sql`state = 'live'`),
    index('card_messages_draft')
      .on(t.draftId)
      .where(sql`state = 'live'`),
    index('card_messages_sent')
      .on(t.sentAt)
      .where(sql`state = 'live'`),
  ],
)
