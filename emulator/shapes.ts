import { transcriptLines } from './card-text.ts'
import type { Platform } from './platform.ts'
import type { Mention, Message } from './wire.ts'

/** `content` travels as a string inside JSON, in both directions. */
function contentOf(message: Message, { cardAsSent }: { cardAsSent: boolean }): string {
  const { body } = message
  switch (body.type) {
    case 'text':
      return JSON.stringify({ text: body.text })
    case 'post':
      return JSON.stringify({ title: body.title, content: body.paragraphs })
    case 'image':
      return JSON.stringify({ image_key: body.imageKey })
    case 'file':
      return JSON.stringify({ file_key: body.fileKey, file_name: body.name })
    case 'interactive':
      return JSON.stringify(cardAsSent ? body.card : degraded(body.card))
  }
}

/** Reading a card back gives a flattened stand-in unless `user_card_content` is asked for. */
function degraded(card: unknown): unknown {
  const [title = '', ...lines] = transcriptLines(card)
  return { title, elements: lines.map((text) => [{ tag: 'text', text }]) }
}

/** REST shape: `msg_type`, mention ids as strings. The event says the same things under other names. */
export function messageItem(platform: Platform, message: Message, cardAsSent = false): unknown {
  const { seed, tenantKey } = platform
  const app = { id: seed.app.id, id_type: 'app_id', sender_type: 'app', tenant_key: tenantKey }
  const user = {
    id: message.from.id,
    id_type: 'open_id',
    sender_type: 'user',
    tenant_key: tenantKey,
  }
  return {
    message_id: message.id,
    ...treeIds(message),
    msg_type: message.body.type,
    create_time: String(message.createdAt),
    update_time: String(message.updatedAt),
    deleted: message.recalled,
    updated: message.revision > 0,
    chat_id: message.chat,
    sender: message.from.kind === 'bot' ? app : user,
    ...(message.recalled ? {} : { body: { content: contentOf(message, { cardAsSent }) } }),
    ...listed(message, (mention) => mentionItem(mention, tenantKey)),
  }
}

/** 《接收消息》 im.message.receive_v1. user_id is left out: it needs `contact:user.employee_id:readonly`. */
export function receivedEvent(platform: Platform, message: Message): unknown {
  const { state, tenantKey } = platform
  const chat = state.chats.get(message.chat)
  return {
    sender: {
      sender_id: userIds(platform, message.from.id),
      sender_type: 'user',
      tenant_key: tenantKey,
    },
    message: {
      message_id: message.id,
      ...treeIds(message),
      create_time: String(message.createdAt),
      update_time: String(message.updatedAt),
      chat_id: message.chat,
      chat_type: chat?.kind ?? 'group',
      message_type: message.body.type,
      content: contentOf(message, { cardAsSent: false }),
      ...listed(message, (mention) => mentionEvent(platform, mention)),
      user_agent: 'local-feishu',
    },
  }
}

export function userIds({ state, bot }: Platform, openId: string): Record<string, string> {
  const unionId = openId === bot.openId ? bot.unionId : (state.people.get(openId)?.unionId ?? '')
  return { union_id: unionId, open_id: openId }
}

/** Absent when there is nobody, and for cards. */
function listed(
  { mentions }: Message,
  shape: (mention: Mention) => unknown,
): { mentions?: unknown[] } {
  const shown = mentions.filter(({ key }) => key !== '')
  return shown.length === 0 ? {} : { mentions: shown.map(shape) }
}

function mentionItem({ key, openId, name }: Mention, tenantKey: string): unknown {
  return { key, id: openId, id_type: 'open_id', name, tenant_key: tenantKey }
}

function mentionEvent(platform: Platform, { key, openId, name }: Mention): unknown {
  const mentioned_type = openId === platform.bot.openId ? 'bot' : 'user'
  const id = userIds(platform, openId)
  return { key, id, mentioned_type, name, tenant_key: platform.tenantKey }
}

function treeIds({ parentId, rootId, threadId }: Message): Record<string, string> {
  return {
    ...(rootId === undefined ? {} : { root_id: rootId }),
    ...(parentId === undefined ? {} : { parent_id: parentId }),
    ...(threadId === undefined ? {} : { thread_id: threadId }),
  }
}
