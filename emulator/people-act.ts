import { deliverEvent } from './deliver.ts'
import { mentionsTyped } from './mentions.ts'
import { p2pOf, post, recall } from './messages.ts'
import type { Platform } from './platform.ts'
import { imageType, keepResource } from './resources.ts'
import { receivedEvent, userIds } from './shapes.ts'
import type { Chat, Message, MessageBody, Person, Say } from './wire.ts'

/** The first push of the resulting event; a failed push goes on by itself on the retry ladder. */
export interface Acted {
  message: Message
  pushed: Promise<void>
}

/** A person at a client asked for what a client would not offer; the text is for the developer. */
export class Impossible extends Error {}

export function say(platform: Platform, { as, chat: chatId, text, replyTo }: Say): Acted {
  const chat = chatWith(platform, as, chatId)
  const { text: body, mentions } = mentionsTyped(platform, chat, text)
  return tell(platform, chat, { as, body: { type: 'text', text: body }, mentions, replyTo })
}

export interface Photo {
  as: string
  chat: string
  name: string
  bytes: Uint8Array
  contentType: string
  replyTo?: string | undefined
}

/** A picture is a message of its own; whatever else is dropped into the window is sent as a file. */
export function sendPhoto(
  platform: Platform,
  { as, chat: chatId, replyTo, ...given }: Photo,
): Acted {
  const chat = chatWith(platform, as, chatId)
  const looksLike = imageType(given.bytes)
  const kind = looksLike !== undefined || given.contentType.startsWith('image/') ? 'image' : 'file'
  const contentType = looksLike ?? given.contentType
  const { key } = keepResource(platform, { kind, ...given, contentType, owner: as })
  const body: MessageBody =
    kind === 'image'
      ? { type: 'image', imageKey: key }
      : { type: 'file', fileKey: key, name: given.name }
  return tell(platform, chat, { as, body, mentions: [], replyTo })
}

export function recallOwn(
  platform: Platform,
  { as, message: id }: { as: string; message: string },
): Acted {
  const message = platform.state.messages.get(id)
  if (message?.from.id !== as) throw new Impossible('Only the sender may recall a message')
  recall(platform, id)
  const event = {
    message_id: id,
    chat_id: message.chat,
    recall_time: String(platform.clock.now()),
    recall_type: 'message_owner',
  }
  const heard = platform.state.chats.get(message.chat)?.botIn === true
  return {
    message,
    pushed: heard ? deliverEvent(platform, 'im.message.recalled_v1', event) : Promise.resolve(),
  }
}

/** Somebody adds the bot to a group or removes it. */
export function seatBot(
  platform: Platform,
  to: { as: string; chat: string; botIn: boolean },
): { chat: Chat; pushed: Promise<void> } {
  const old = chatWith(platform, to.as, to.chat)
  const chat = { ...old, botIn: to.botIn }
  platform.state.chats.set(chat.id, chat)
  platform.bus.publish({ type: 'chat', chat })
  const type = `im.chat.member.bot.${to.botIn ? 'added' : 'deleted'}_v1`
  const event = {
    chat_id: chat.id,
    operator_id: userIds(platform, to.as),
    external: false,
    operator_tenant_key: platform.tenantKey,
    name: chat.name,
    i18n_names: { zh_cn: chat.name, en_us: '', ja_jp: '' },
  }
  return {
    chat,
    pushed: old.botIn === to.botIn ? Promise.resolve() : deliverEvent(platform, type, event),
  }
}

export function openP2p(platform: Platform, as: string): Chat {
  return p2pOf(platform, personOf(platform, as).openId)
}

export function personOf({ state }: Platform, openId: string): Person {
  const person = state.people.get(openId)
  if (person === undefined) throw new Impossible(`No such person: ${openId}`)
  return person
}

function chatWith(platform: Platform, as: string, chatId: string): Chat {
  const { name } = personOf(platform, as)
  const chat = platform.state.chats.get(chatId)
  if (chat === undefined) throw new Impossible(`No such chat: ${chatId}`)
  if (!chat.members.includes(as)) throw new Impossible(`${name} is not a member of ${chat.name}`)
  return chat
}

type Words = Pick<Message, 'body' | 'mentions'> & { as: string; replyTo?: string | undefined }

function tell(platform: Platform, chat: Chat, { as, body, mentions, replyTo }: Words): Acted {
  const from = { kind: 'user', id: as } as const
  const reply = replyTo === undefined ? {} : { replyTo }
  if (replyTo !== undefined && platform.state.messages.get(replyTo)?.chat !== chat.id) {
    throw new Impossible(`The message replied to is not in this chat: ${replyTo}`)
  }
  const message = post(platform, { chat: chat.id, from, body, mentions, ...reply })
  const pushed = botHears(platform, chat, message)
    ? deliverEvent(platform, 'im.message.receive_v1', receivedEvent(platform, message))
    : Promise.resolve()
  return { message, pushed }
}

/** A picture cannot carry an @, so without `im:message.group_msg` the bot never sees one in a group. */
function botHears({ settings, bot }: Platform, chat: Chat, { mentions }: Message): boolean {
  if (!chat.botIn) return false
  if (chat.kind === 'p2p' || settings.readAllGroupMessages) return true
  return mentions.some(({ openId }) => openId === bot.openId)
}
