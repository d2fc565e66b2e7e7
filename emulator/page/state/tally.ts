import type { Chat, Message, Person, Snapshot } from '../../wire.ts'

/** What one person has not seen in one chat. */
export interface Waiting {
  unread: number
  urged: boolean
}

const NOTHING_WAITING: Waiting = { unread: 0, urged: false }

export const isUnread = (message: Message, openId: string): boolean =>
  message.from.id !== openId && !message.recalled && !message.readBy.includes(openId)

export const chatsOf = (snapshot: Snapshot, openId: string): Chat[] =>
  snapshot.chats.filter((chat) => chat.members.includes(openId))

export const messagesByChat = (messages: readonly Message[]): Map<string, Message[]> => {
  const byChat = Map.groupBy(messages, (message) => message.chat)
  for (const list of byChat.values()) list.sort((a, b) => a.createdAt - b.createdAt)
  return byChat
}

export const waitingIn = (messages: readonly Message[], openId: string): Waiting => ({
  unread: messages.filter((message) => isUnread(message, openId)).length,
  urged: messages.some((message) => !message.recalled && message.urged.includes(openId)),
})

/** All chats of a person together, for the badge on their face. */
export const waitingFor = (
  snapshot: Snapshot,
  byChat: ReadonlyMap<string, Message[]>,
  person: Person,
): Waiting =>
  chatsOf(snapshot, person.openId)
    .map((chat) => waitingIn(byChat.get(chat.id) ?? [], person.openId))
    .reduce(
      (sum, each) => ({ unread: sum.unread + each.unread, urged: sum.urged || each.urged }),
      NOTHING_WAITING,
    )
