import { Hono } from 'hono'
import { sendAsBot } from '../bot-send.ts'
import { CARD_LIFE_MS } from '../callback.ts'
import { acceptCard } from '../check-card.ts'
import { cardRefusal, Refusal } from '../errors.ts'
import { textOf } from '../json.ts'
import { messagesIn, p2pOf, recall, replaceCard } from '../messages.ts'
import type { Platform } from '../platform.ts'
import { messageItem } from '../shapes.ts'
import type { Chat, Message } from '../wire.ts'
import { bodyOf, ok, pageOf } from './answers.ts'
import { chatOf, findPerson, messageOf, ownMessage } from './find.ts'

/** 《发送消息》《回复消息》《更新已发送的消息卡片》《撤回》《获取》《历史》. */
export function messageRoutes(platform: Platform): Hono {
  return new Hono()
    .post('/', async (c) => {
      const body = await bodyOf(c)
      const chat = receiver(platform, c.req.query('receive_id_type'), textOf(body['receive_id']))
      return ok(c, messageItem(platform, sendAsBot(platform, body, chat)))
    })
    .get('/', (c) => {
      const found = history(platform, c.req.query())
      const page = pageOf(c, found, 50)
      const asSent = c.req.query('card_msg_content_type') === 'user_card_content'
      return ok(c, {
        ...page,
        items: page.items.map((message) => messageItem(platform, message, asSent)),
      })
    })
    .get('/:id', (c) => {
      const message = messageOf(platform, c.req.param('id'))
      if (platform.state.chats.get(message.chat)?.botIn !== true) throw new Refusal(230002)
      const asSent = c.req.query('card_msg_content_type') === 'user_card_content'
      return ok(c, { items: [messageItem(platform, message, asSent)] })
    })
    .patch('/:id', async (c) => {
      const { content } = await bodyOf(c)
      patchCard(platform, c.req.param('id'), content)
      return ok(c, {})
    })
    .delete('/:id', (c) => {
      const message = messageOf(platform, c.req.param('id'))
      if (message.from.kind !== 'bot') throw new Refusal(230026)
      if (message.recalled) throw new Refusal(230011)
      recall(platform, message.id)
      return ok(c, {})
    })
    .post('/:id/reply', async (c) => {
      const body = await bodyOf(c)
      const target = messageOf(platform, c.req.param('id'))
      if (target.recalled) throw new Refusal(230011)
      const tree = { replyTo: target.id, inThread: body['reply_in_thread'] === true }
      const sent = sendAsBot(platform, body, chatOf(platform, target.chat), tree)
      return ok(c, messageItem(platform, sent))
    })
}

/** Writing to a person opens the private chat; its id is in the answer. */
function receiver(platform: Platform, type: string | undefined, id: string | undefined): Chat {
  if (type === undefined) throw new Refusal(99992402, 'receive_id_type is required')
  if (!id) throw new Refusal(99992402, 'receive_id is required')
  if (type === 'chat_id') {
    const chat = platform.state.chats.get(id)
    if (chat === undefined) throw new Refusal(230034)
    return chat
  }
  const person = findPerson(platform, type, id)
  if (person === undefined) throw new Refusal(230034)
  return p2pOf(platform, person.openId)
}

/** No version, no sequence: the last write wins, except while somebody's press is being answered. */
function patchCard(platform: Platform, id: string, content: unknown): void {
  const message = ownMessage(platform, id)
  if (message.body.type !== 'interactive') throw new Refusal(230001, 'only a card can be patched')
  if (platform.clock.now() - message.createdAt > CARD_LIFE_MS) throw new Refusal(230031)
  const text = textOf(content)
  if (text === undefined) throw new Refusal(230001, 'content must be a string of JSON')
  const card = acceptCard(platform, text)
  if (platform.presses.locked(id)) throw cardRefusal(11310, '', 'card action is lock')
  platform.rates.target(id)
  replaceCard(platform, id, card)
}

function history(platform: Platform, query: Record<string, string>): Message[] {
  const { container_id_type, container_id = '', start_time, end_time, sort_type } = query
  const from = Number(start_time ?? 0) * 1000
  const until = end_time === undefined ? Infinity : (Number(end_time) + 1) * 1000
  const within = container(platform, container_id_type, container_id).filter(
    ({ createdAt }) => createdAt >= from && createdAt < until,
  )
  return sort_type === 'ByCreateTimeDesc' ? within.toReversed() : within
}

/** A chat lists only the roots of its threads; a thread lists itself. */
function container(platform: Platform, type: string | undefined, id: string): Message[] {
  if (type === 'thread') {
    return [...platform.state.messages.values()].filter(({ threadId }) => threadId === id)
  }
  if (type !== 'chat') throw new Refusal(230001, 'container_id_type must be chat or thread')
  const chat = chatOf(platform, id)
  if (!chat.botIn) throw new Refusal(230002)
  return messagesIn(platform, id).filter(
    ({ threadId, rootId }) => threadId === undefined || rootId === undefined,
  )
}
