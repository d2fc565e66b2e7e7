import { and, asc, eq, lt } from 'drizzle-orm'
import type { ChatId } from '../domain/organisation.ts'
import type { SlipId } from '../domain/slip.ts'
import type { Instant } from '../domain/time.ts'
import { slipOf, type View } from '../domain/view.ts'
import type { Conn } from './connect.ts'
import { cardMessages } from './schema/card-messages.ts'

/** A card Feishu has accepted and that can still be patched. */
export interface LiveCard {
  messageId: string
  chatId: ChatId
  view: View
  sentAt: Instant
}

const shown = {
  messageId: cardMessages.messageId,
  chatId: cardMessages.chatId,
  view: cardMessages.view,
  sentAt: cardMessages.sentAt,
}

const live = eq(cardMessages.state, 'live')

/** Remembers an accepted card. Told twice, it keeps the first. */
export async function remember(conn: Conn, card: LiveCard): Promise<void> {
  const slipId = slipOf(card.view) ?? null
  const draftId = 'draft' in card.view ? card.view.draft : null
  await conn
    .insert(cardMessages)
    .values({ ...card, slipId, draftId })
    .onConflictDoNothing()
}

export async function find(conn: Conn, messageId: string): Promise<LiveCard | undefined> {
  const [row] = await conn
    .select(shown)
    .from(cardMessages)
    .where(eq(cardMessages.messageId, messageId))
  return row
}

export async function isLive(conn: Conn, messageId: string): Promise<boolean> {
  const rows = await conn
    .select({ messageId: cardMessages.messageId })
    .from(cardMessages)
    .where(and(eq(cardMessages.messageId, messageId), live))
  return rows.length === 1
}

export const liveOfSlip = (conn: Conn, slipId: SlipId): Promise<LiveCard[]> =>
  conn
    .select(shown)
    .from(cardMessages)
    .where(and(eq(cardMessages.slipId, slipId), live))
    .orderBy(asc(cardMessages.sentAt))

export const liveOfDraft = (conn: Conn, draftId: string): Promise<LiveCard[]> =>
  conn
    .select(shown)
    .from(cardMessages)
    .where(and(eq(cardMessages.draftId, draftId), live))
    .orderBy(asc(cardMessages.sentAt))

/** Cards about to turn 14 days old, after which Feishu patches them no more (230031). */
export const liveSentBefore = (conn: Conn, moment: Instant, limit: number): Promise<LiveCard[]> =>
  conn
    .select(shown)
    .from(cardMessages)
    .where(and(lt(cardMessages.sentAt, moment), live))
    .orderBy(asc(cardMessages.sentAt))
    .limit(limit)

/** A closed card is patched no more. False: it was closed before, so of two instances one posts the new copy. */
export async function close(conn: Conn, messageId: string): Promise<boolean> {
  const closed = await conn
    .update(cardMessages)
    .set({ state: 'closed' })
    .where(and(eq(cardMessages.messageId, messageId), live))
    .returning({ messageId: cardMessages.messageId })
  return closed.length === 1
}

/** A draft that was issued: its cards follow the slip from here on. */
export async function tieToSlip(conn: Conn, draftId: string, slipId: SlipId): Promise<void> {
  await conn.update(cardMessages).set({ slipId }).where(eq(cardMessages.draftId, draftId))
}
