import type { ClaimedMessage } from '../db/outbox.ts'
import * as outbox from '../db/outbox.ts'
import { HOUR, type Instant, MINUTE } from '../domain/time.ts'
import type { Accepted, Refused, Unknown } from '../feishu/port.ts'
import type { Deps } from './deps.ts'
import { mayBe } from './mark.ts'

/** Feishu lets one message per uuid through within an hour; the last minute of it is left to slow requests. */
const UUID_HOLDS = HOUR - MINUTE

/** Feishu's clock and ours need not agree. */
const CLOCK_SLACK = 5 * MINUTE

export type Look =
  /** An earlier attempt had arrived. */
  | (Accepted & { createdAt: Instant; asText?: true })
  /** None had: it may be sent. */
  | { outcome: 'absent' }
  /** It may be on the screen, and there is no way to look. */
  | { outcome: 'blind'; reason: string }
  | Refused
  | Unknown

/** After an hour the uuid protects no more: an attempt whose outcome nobody knows is looked for in the chat. */
export const mustLook = (row: ClaimedMessage, now: Instant): boolean =>
  row.kind !== 'patch' && row.attempts - 1 > row.unsent && now - row.firstTriedAt > UUID_HOLDS

/**
 * Ours is the message that nobody has on record, unless it bears another's mark. The mark alone would not do: the card
 * may have been pressed meanwhile and replaced by the answer, and a text bears none.
 */
export async function look(deps: Deps, row: ClaimedMessage): Promise<Look> {
  const chatId = await chatOf(deps, row)
  if (chatId === undefined) return { outcome: 'blind', reason: 'private chat not known' }
  const looked = await deps.feishu.recentOwn(chatId, row.firstTriedAt - CLOCK_SLACK)
  if (looked.outcome !== 'found') return looked
  const known = await outbox.recorded(
    deps.db,
    looked.messages.map(({ messageId }) => messageId),
  )
  const ours = looked.messages.find(
    ({ messageId, content }) => !known.has(messageId) && mayBe(content, row.uuid),
  )
  if (!ours) return { outcome: 'absent' }
  const { messageId, createdAt, content } = ours
  const form = content.startsWith('{"text":') ? { asText: true as const } : {}
  return { outcome: 'accepted', chatId, messageId, createdAt, ...form }
}

async function chatOf(
  { db }: Deps,
  { destination, lane }: ClaimedMessage,
): Promise<string | undefined> {
  // A reply waits in the lane of its chat.
  if ('messageId' in destination) return lane
  if (destination.type === 'chat_id') return destination.id
  return outbox.p2pChatOf(db, destination.id)
}
