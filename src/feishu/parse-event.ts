import { createHash } from 'node:crypto'

import { z } from 'zod'

import type { Inbound, MessageReceived } from './inbound.ts'
import { parseCardPress } from './parse-card-press.ts'
import { parseMessageBody } from './parse-message-body.ts'

const Header = z.object({
  event_id: z.string().min(1).optional().catch(undefined),
  event_type: z.string().optional().catch(undefined),
  create_time: z.unknown().optional(),
})
/** 2.0: `header` and `event`. 1.0: `uuid` and `ts` at the root, the type inside the event. */
const Envelope = z.object({
  header: Header.optional().catch(undefined),
  uuid: z.string().min(1).optional().catch(undefined),
  ts: z.unknown().optional(),
  event: z
    .looseObject({ type: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
})

const Person = z.object({ open_id: z.string().min(1) })

const Message = z.object({
  sender: z.object({ sender_id: Person, sender_type: z.string() }),
  message: z.object({
    message_id: z.string().min(1),
    root_id: z.string().nullish(),
    parent_id: z.string().nullish(),
    thread_id: z.string().nullish(),
    create_time: z.unknown().optional(),
    chat_id: z.string().min(1),
    chat_type: z.string(),
    message_type: z.string(),
    content: z.unknown().optional(),
    mentions: z
      .array(
        z.object({
          key: z.string(),
          name: z.string().nullish(),
          /** An object in events, a bare string over REST, absent or empty for @all. */
          id: z.union([z.string(), z.object({ open_id: z.string().nullish() })]).nullish(),
        }),
      )
      .nullish(),
  }),
})
const Recalled = z.object({ message_id: z.string().min(1), chat_id: z.string().min(1) })
const BotMoved = z.object({ chat_id: z.string().min(1), operator_id: Person })

/**
 * Verified plaintext in, typed inbound out. Never throws: what cannot be read is `other`, so that it is
 * still stored. `now` stands in for a missing create_time.
 */
export function parseEvent(plain: unknown, now: number): Inbound {
  const { header, uuid, ts, event } = Envelope.safeParse(plain).data ?? {}
  const type = header?.event_type ?? event?.type ?? 'unknown'
  const envelope = {
    eventId: header?.event_id ?? uuid ?? digest(plain),
    createdAt: parseMoment(header?.create_time ?? ts) ?? now,
  }
  try {
    return { ...envelope, ...readEvent(type, plain, event, envelope.createdAt) }
  } catch (error) {
    return { ...envelope, kind: 'other', type, problem: problemOf(error) }
  }
}

type Unenveloped<T> = T extends Inbound ? Omit<T, 'eventId' | 'createdAt'> : never
type Fields = Unenveloped<Inbound> & { createdAt?: number }

function readEvent(type: string, plain: unknown, event: unknown, createdAt: number): Fields {
  switch (type) {
    case 'im.message.receive_v1':
      return readMessage(event)
    case 'card.action.trigger':
      return { kind: 'press', ...parseCardPress(plain) }
    case 'im.message.recalled_v1': {
      const { message_id: messageId, chat_id: chatId } = Recalled.parse(event)
      return { kind: 'recalled', semanticKey: `recalled:${messageId}`, messageId, chatId }
    }
    case 'im.chat.member.bot.added_v1':
      return readBotMoved('botAdded', event, createdAt)
    case 'im.chat.member.bot.deleted_v1':
      return readBotMoved('botRemoved', event, createdAt)
    default:
      return { kind: 'other', type }
  }
}

function readBotMoved(kind: 'botAdded' | 'botRemoved', event: unknown, createdAt: number): Fields {
  const { chat_id: chatId, operator_id: operator } = BotMoved.parse(event)
  const semanticKey = `${kind}:${chatId}:${operator.open_id}:${createdAt}`
  return { kind, semanticKey, chatId, operator: operator.open_id }
}

function readMessage(event: unknown): Fields {
  const { sender, message } = Message.parse(event)
  const sentAt = parseMoment(message.create_time)
  return {
    kind: 'message',
    semanticKey: `message:${message.message_id}`,
    messageId: message.message_id,
    chatId: message.chat_id,
    chatType: message.chat_type === 'p2p' ? 'p2p' : 'group',
    sender: sender.sender_id.open_id,
    senderType: sender.sender_type === 'user' ? 'user' : 'bot',
    mentions: readMentions(message.mentions ?? []),
    body: parseMessageBody(message.message_type, message.content),
    ...(sentAt !== undefined && { createdAt: sentAt }),
    ...(message.parent_id && { parentId: message.parent_id }),
    ...(message.root_id && { rootId: message.root_id }),
    ...(message.thread_id && { threadId: message.thread_id }),
  }
}

type RawMentions = NonNullable<z.infer<typeof Message>['message']['mentions']>

function readMentions(mentions: RawMentions): MessageReceived['mentions'] {
  return mentions.map(({ key, name, id }) => ({
    key,
    openId: (typeof id === 'string' ? id : id?.open_id) ?? '',
    name: name ?? '',
  }))
}

/** Milliseconds for events, microseconds for card callbacks, seconds in 1.0 envelopes; text or number. */
export function parseMoment(value: unknown): number | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const number = Number(value)
  if (!Number.isFinite(number) || number <= 0) return undefined
  if (number > 1e14) return Math.floor(number / 1000)
  return Math.floor(number < 1e11 ? number * 1000 : number)
}

/** Paths and reasons only: zod's messages name expectations, not what was received. */
function problemOf(error: unknown): string {
  if (!(error instanceof z.ZodError)) return 'unreadable'
  return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
}

function digest(plain: unknown): string {
  return `sha256:${createHash('sha256')
    .update(JSON.stringify(plain) ?? '')
    .digest('hex')}`
}
