import type { IdPrefix } from './ids.ts'
import type { Platform } from './platform.ts'
import type { Chat, Mention, Message, MessageBody } from './wire.ts'

export interface Draft {
  chat: string
  from: Message['from']
  body: MessageBody
  mentions?: Mention[]
  replyTo?: string
  inThread?: boolean
}

/** Puts a message on everybody's screen. Telling the bot is the caller's business: it never hears itself. */
export function post(platform: Platform, draft: Draft): Message {
  const now = platform.clock.now()
  const message: Message = {
    id: platform.mint.next('om_'),
    chat: draft.chat,
    from: draft.from,
    body: draft.body,
    mentions: draft.mentions ?? [],
    createdAt: now,
    updatedAt: now,
    revision: 0,
    ...placeInTree(platform, draft),
    recalled: false,
    urged: [],
    readBy: draft.from.kind === 'user' ? [draft.from.id] : [],
    locked: false,
  }
  put(platform, message)
  return message
}

/** The whole card is replaced for everyone who sees it; the last write wins. */
export function replaceCard(platform: Platform, id: string, card: unknown): void {
  change(platform, id, (message) => ({
    body: { type: 'interactive', card },
    revision: message.revision + 1,
    updatedAt: platform.clock.now(),
  }))
}

export function recall(platform: Platform, id: string): void {
  change(platform, id, () => ({ recalled: true, updatedAt: platform.clock.now(), urged: [] }))
}

export function urge(platform: Platform, id: string, people: readonly string[]): void {
  change(platform, id, ({ urged }) => ({ urged: [...new Set([...urged, ...people])] }))
}

/** Tells the screens whether a press on the card is in flight. */
export function showLock(platform: Platform, id: string): void {
  change(platform, id, () => ({ locked: platform.presses.locked(id) }))
}

export function markRead(platform: Platform, chat: string, person: string): void {
  for (const message of messagesIn(platform, chat)) {
    if (message.readBy.includes(person) && !message.urged.includes(person)) continue
    const reads = platform.state.reads.get(message.id) ?? new Map<string, number>()
    platform.state.reads.set(message.id, reads.set(person, platform.clock.now()))
    change(platform, message.id, ({ readBy, urged }) => ({
      readBy: [...new Set([...readBy, person])],
      urged: urged.filter((id) => id !== person),
    }))
  }
}

export function messagesIn({ state }: Platform, chat: string): Message[] {
  return [...state.messages.values()].filter((message) => message.chat === chat)
}

/** A person's chat with the bot comes into being with the first word of either side. */
export function p2pOf(platform: Platform, person: string): Chat {
  const { state, mint, bus } = platform
  const id = mint.named('oc_', `p2p ${person}`)
  const existing = state.chats.get(id)
  if (existing !== undefined) return existing
  const chat: Chat = { id, kind: 'p2p', name: '', members: [person], botIn: true }
  state.chats.set(id, chat)
  bus.publish({ type: 'chat', chat })
  return chat
}

function change(
  platform: Platform,
  id: string,
  patch: (message: Message) => Partial<Message>,
): void {
  const message = platform.state.messages.get(id)
  if (message !== undefined) put(platform, { ...message, ...patch(message) })
}

function put({ state, bus }: Platform, message: Message): void {
  state.messages.set(message.id, message)
  bus.publish({ type: 'message', message })
}

type Place = Pick<Message, 'parentId' | 'rootId' | 'threadId'>

/** A reply to a message of a thread stays in the thread, asked or not. */
function placeInTree(platform: Platform, { replyTo, inThread }: Draft): Place {
  const parent = replyTo === undefined ? undefined : platform.state.messages.get(replyTo)
  if (parent === undefined) return {}
  const place = { parentId: parent.id, rootId: parent.rootId ?? parent.id }
  if (parent.threadId !== undefined) return { ...place, threadId: parent.threadId }
  return inThread === true ? { ...place, threadId: openThread(platform, parent) } : place
}

function openThread(platform: Platform, root: Message): string {
  const prefix: IdPrefix = 'omt_'
  const threadId = platform.mint.next(prefix)
  change(platform, root.id, () => ({ threadId }))
  return threadId
}
