import type { Chat, Person, Snapshot } from '../../wire.ts'
import { chatsOf } from '../state/tally.ts'

/** In the address bar: the person's own chat with the bot, whether it exists yet or not. */
export const BOT_CHAT = 'bot'

/** In the address bar: the list of chats, in clients that would open one by themselves. */
export const CHAT_LIST = 'list'

export const isWithBot = (chat: Chat): boolean => chat.kind === 'p2p'

/** Readable in the address bar as long as the name is the only one. */
export const chatParam = (snapshot: Snapshot, chat: Chat): string => {
  if (isWithBot(chat)) return BOT_CHAT
  const namesakes = snapshot.chats.filter((each) => each.name === chat.name)
  return namesakes.length === 1 ? chat.name : chat.id
}

export const findChat = (
  snapshot: Snapshot,
  me: Person,
  param: string | undefined,
): Chat | undefined => {
  const mine = chatsOf(snapshot, me.openId)
  if (param === BOT_CHAT) return mine.find(isWithBot)
  return mine.find((chat) => chat.id === param || (chat.name !== '' && chat.name === param))
}

export const titleOf = (chat: Chat, botName: string): string =>
  isWithBot(chat) ? botName : chat.name || '未命名群聊'
