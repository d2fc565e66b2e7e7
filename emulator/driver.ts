import { moveClock } from './advance.ts'
import { sitDown, type ChatHand } from './driver/chat-hand.ts'
import { momentMs, spanMs } from './driver/spans.ts'
import type { Fault } from './faults.ts'
import { seatBot, openP2p } from './people-act.ts'
import type { Platform } from './platform.ts'
import { reset } from './snapshot.ts'
import { transcript } from './transcript.ts'
import type { Chat, Message, Person, Traffic } from './wire.ts'

/** What a story is told with: people, chats, time. */
export interface Driver {
  /** By name or open_id. */
  as(person: string): PersonHand
  person(nameOrId: string): Person
  /** By name or chat_id. */
  chat(nameOrId: string): Chat
  clock: ClockHand
  transcript(chat: string): string
  /** Messages on which this person is urged (加急) and has not looked yet. */
  urgesTo(person: string): Message[]
  traffic(): readonly Traffic[]
  /** Bad weather, once unless said otherwise. */
  fault(fault: Fault): void
  reset(): void
}

interface PersonHand extends Person {
  in(chat: string): ChatHand
  inDm(): ChatHand
  addBot(chat: string): Promise<void>
  removeBot(chat: string): Promise<void>
}

/** `by: '25h'` or milliseconds, `to:` a moment, `toNext`: to whatever is due next, ours or the bot's. */
type Advance = { by: number | string } | { to: number | string | Date } | { toNext: true }

interface ClockHand {
  now(): number
  advance(move: Advance): Promise<number>
}

export function createDriver(platform: Platform, waitMs: number): Driver {
  const person = (nameOrId: string) =>
    one(platform.state.people.values(), nameOrId, ({ openId }) => openId)
  const chat = (nameOrId: string) => one(platform.state.chats.values(), nameOrId, ({ id }) => id)
  return {
    person,
    chat,
    as: (nameOrId) => personHand(platform, person(nameOrId), chat, waitMs),
    clock: {
      now: () => platform.clock.now(),
      advance: (move) => moveClock(platform, inMs(move)),
    },
    transcript: (nameOrId) => transcript(platform, chat(nameOrId).id),
    urgesTo(nameOrId) {
      const { openId } = person(nameOrId)
      return [...platform.state.messages.values()].filter(({ urged }) => urged.includes(openId))
    },
    traffic: () => platform.traffic.all(),
    fault: (fault) => platform.faults.add(fault),
    reset: () => reset(platform),
  }
}

function personHand(
  platform: Platform,
  person: Person,
  chatNamed: (name: string) => Chat,
  waitMs: number,
): PersonHand {
  const as = person.openId
  const sit = (chat: string) => sitDown({ platform, as, chat, waitMs })
  const seat = (name: string, botIn: boolean) =>
    seatBot(platform, { as, chat: chatNamed(name).id, botIn }).pushed
  return {
    ...person,
    in(name) {
      const { id, members } = chatNamed(name)
      if (!members.includes(as)) throw new Error(`${person.name} 不在 ${name} 里`)
      return sit(id)
    },
    inDm: () => sit(openP2p(platform, as).id),
    addBot: (chat) => seat(chat, true),
    removeBot: (chat) => seat(chat, false),
  }
}

function inMs(move: Advance) {
  if ('by' in move) return { by: spanMs(move.by) }
  return 'to' in move ? { to: momentMs(move.to) } : move
}

function one<T extends { name: string }>(
  all: Iterable<T>,
  called: string,
  idOf: (item: T) => string,
): T {
  const found = [...all].filter((item) => item.name === called || idOf(item) === called)
  const [only] = found
  if (only === undefined) throw new Error(`没有「${called}」`)
  if (found.length > 1) throw new Error(`有几个「${called}」，请用 id`)
  return only
}

/** The smallest picture the platform recognises as one. */
export const onePixelPng: Uint8Array = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
