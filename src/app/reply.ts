import { sentPrivatelyText } from '../../cards/toast.ts'
import * as outbox from '../db/outbox.ts'
import type { Person } from '../domain/authority.ts'
import type { Instant } from '../domain/time.ts'
import type { View } from '../domain/view.ts'
import type { MessageReceived } from '../feishu/inbound.ts'
import { PRIORITY } from './announce.ts'
import type { OpenScene } from './answer-press.ts'
import { sendPrivately } from './send-privately.ts'

/** Who asked what, and when we received it. */
export interface Asked {
  message: MessageReceived
  person: Person
  at: Instant
}

type Writing = Pick<OpenScene, 'tx'>

/** Answers where the question was asked; in a group as a reply, so that it is clear to whom. */
export async function reply({ tx }: Writing, { message, at }: Asked, view: View): Promise<void> {
  const { messageId, chatId, chatType } = message
  const asReply = { kind: 'reply' as const, destination: { messageId } }
  const plain = { kind: 'send' as const, destination: { type: 'chat_id' as const, id: chatId } }
  const way = chatType === 'group' ? asReply : plain
  const message_ = { key: `answer/${messageId}`, lane: chatId, view, slipId: undefined }
  await outbox.enqueue(tx, { ...message_, ...way, priority: PRIORITY.click, notBefore: at }, at)
}

/** Answers the person alone; asked in a group, a line there says where to look. */
export async function replyPrivately(
  scene: Writing,
  asked: Asked,
  view: View,
  said = sentPrivatelyText,
): Promise<void> {
  const { message, person, at } = asked
  if (message.chatType === 'p2p') return reply(scene, asked, view)
  await reply(scene, asked, { card: 'said', text: said, tone: 'note' })
  const key = `private/${message.messageId}`
  await sendPrivately(scene, { view, to: person.id, key }, at)
}
