import { Refusal } from '../errors.ts'
import type { Platform } from '../platform.ts'
import type { Chat, Message, Person } from '../wire.ts'

/** Looking things up as the platform does: what is missing has a code of its own. */
export function messageOf({ state }: Platform, id: string): Message {
  const message = state.messages.get(id)
  if (message === undefined) throw new Refusal(99992354)
  return message
}

/** A message the bot may act upon. */
export function ownMessage(platform: Platform, id: string): Message {
  const message = messageOf(platform, id)
  if (message.from.kind !== 'bot') throw new Refusal(230012)
  if (platform.state.chats.get(message.chat)?.botIn !== true) throw new Refusal(230002)
  if (message.recalled) throw new Refusal(230011)
  return message
}

export function chatOf({ state }: Platform, id: string): Chat {
  const chat = state.chats.get(id)
  if (chat === undefined) throw new Refusal(232006)
  return chat
}

/** An id that belongs to another app's namespace is as unknown as a made-up one. */
export function findPerson({ state }: Platform, type: string, id: string): Person | undefined {
  if (type === 'open_id') return state.people.get(id)
  const people = [...state.people.values()]
  if (type === 'union_id') return people.find(({ unionId }) => unionId === id)
  if (type === 'user_id') return people.find(({ userId }) => userId === id)
  return undefined
}

export function idOf(person: Person, type: string): string {
  if (type === 'union_id') return person.unionId
  return type === 'user_id' ? person.userId : person.openId
}
