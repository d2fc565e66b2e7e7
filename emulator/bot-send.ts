import { readContent } from './content.ts'
import { Refusal } from './errors.ts'
import { textOf, type Json } from './json.ts'
import { post, type Draft } from './messages.ts'
import type { Platform } from './platform.ts'
import type { Chat, Message } from './wire.ts'

const UUID_LIFE_MS = 3_600_000
const UUID_LENGTH_MAX = 50
const SWEEP_AT = 10_000

/** What send and reply have in common: one uuid, one message per hour; five messages per chat and second. */
export function sendAsBot(
  platform: Platform,
  body: Json,
  chat: Chat,
  tree: Pick<Draft, 'replyTo' | 'inThread'> = {},
): Message {
  const uuid = textOf(body['uuid']) ?? ''
  if (uuid.length > UUID_LENGTH_MAX) throw new Refusal(230001, 'uuid is longer than 50')
  const sent = sentBefore(platform, uuid)
  if (sent !== undefined) return sent
  if (!chat.botIn) throw new Refusal(230002)
  const content = readContent(platform, body['msg_type'], body['content'])
  platform.rates.target(chat.id)
  const from = { kind: 'bot', id: platform.bot.openId } as const
  const message = post(platform, { chat: chat.id, from, ...content, ...tree })
  if (uuid !== '') remember(platform, uuid, message)
  return message
}

function remember({ state: { uuids } }: Platform, uuid: string, { id, createdAt }: Message): void {
  uuids.set(uuid, { message: id, at: createdAt })
  if (uuids.size <= SWEEP_AT) return
  for (const [old, { at }] of uuids) if (createdAt - at >= UUID_LIFE_MS) uuids.delete(old)
}

function sentBefore({ state, clock }: Platform, uuid: string): Message | undefined {
  const sent = uuid === '' ? undefined : state.uuids.get(uuid)
  if (sent === undefined || clock.now() - sent.at >= UUID_LIFE_MS) return undefined
  return state.messages.get(sent.message)
}
