/**
 * What the emulator's server and its page (or a test driver) say to each other over `/__emu/*`.
 * All moments are epoch milliseconds on the emulator's virtual clock unless a name says `wall`.
 */

export interface Person {
  openId: string
  unionId: string
  userId: string
  name: string
  /** What this person is in the demo organisation, shown under the name ("督查员", "联络员 · 城东热力"). */
  title: string
  /** Avatar hue, 0–359. */
  hue: number
}

export interface Chat {
  id: string
  kind: 'group' | 'p2p'
  /** Empty for p2p: the page shows the other side's name. */
  name: string
  /** open_ids of human members. In a p2p chat: exactly one, the other side is the bot. */
  members: string[]
  /** Whether the bot is a member. */
  botIn: boolean
}

export interface Mention {
  /** Placeholder in the delivered text: `@_user_1`; empty for an `<at>` in a card, which only counts for badges. */
  key: string
  openId: string
  name: string
}

export type MessageBody =
  | { type: 'text'; text: string }
  | { type: 'post'; title: string; paragraphs: unknown[][] }
  | { type: 'image'; imageKey: string }
  | { type: 'file'; fileKey: string; name: string }
  | { type: 'interactive'; card: unknown }

export interface Message {
  id: string
  chat: string
  from: { kind: 'user' | 'bot'; id: string }
  body: MessageBody
  /** In text bodies: `@_user_N` placeholders resolved by this list. In cards: whom it mentions. */
  mentions: Mention[]
  createdAt: number
  updatedAt: number
  /** Rises by one with each card update. */
  revision: number
  parentId?: string
  rootId?: string
  threadId?: string
  recalled: boolean
  /** open_ids that were urged (加急) and have not read since. */
  urged: string[]
  readBy: string[]
  /** True while a card callback on it is in flight. */
  locked: boolean
}

/** One HTTP exchange, in either direction. Secrets and tokens are redacted before they get here. */
export interface Traffic {
  id: number
  direction: 'bot→feishu' | 'feishu→bot'
  at: number
  wallAt: number
  method: string
  path: string
  status: number
  /** Feishu business code, when the answer carries one. */
  code?: number
  ms: number
  request: unknown
  response: unknown
  /** For deliveries: event type, attempt 1…5, decrypted body in `request`. */
  event?: { type: string; id: string; attempt: number }
  /** `not emulated`, or a sentence on the error code. */
  note?: string
}

/** An event not yet accepted by the bot. */
export interface Delivery {
  eventId: string
  type: string
  attempt: number
  /** When the next attempt is due, virtual clock. */
  nextAt: number
  lastError: string
}

export interface Snapshot {
  seq: number
  now: number
  bot: { openId: string; name: string; appId: string; reachable: boolean }
  people: Person[]
  /** Whom a page plays whose address names nobody (else the first person), and a line to try in the chat with the bot. */
  start?: { as: string; hint?: string }
  chats: Chat[]
  messages: Message[]
  deliveries: Delivery[]
  /** Newest last, at most 200. */
  traffic: Traffic[]
}

/** Sent on the SSE stream `GET /__emu/stream`, one JSON object per event, `seq` rising by one. */
export type Delta = { seq: number } & News

export type News =
  | { type: 'message'; message: Message }
  | { type: 'chat'; chat: Chat }
  | { type: 'person'; person: Person }
  | { type: 'clock'; now: number }
  | { type: 'deliveries'; deliveries: Delivery[] }
  | { type: 'traffic'; traffic: Traffic }
  | { type: 'bot'; reachable: boolean }
  | { type: 'reset' }

/** `POST /__emu/say`: text as typed; `@名字` of the bot or of a member becomes a mention. Answers `{ message }`. */
export interface Say {
  as: string
  chat: string
  text: string
  replyTo?: string
}

/** `POST /__emu/photo?as=&chat=&name=[&replyTo=]` with the bytes as body. Answers `{ message }`. */

/** `POST /__emu/open-p2p {as}`: opens (creates on first use) the person's chat with the bot. Answers `{ chat }`. */

/** `POST /__emu/read {as, chat}`: marks all messages of the chat as read by the person. */

/**
 * `POST /__emu/press`: what a client sends after its own checks (required fields, confirm, disabled).
 * `path` is the JSON path of the pressed component inside the card, e.g. `body.elements.3.elements.0`.
 */
export interface Press {
  as: string
  message: string
  path: string
  /** Values of the enclosing form by field name, in the platform's formats (dates `2026-11-24 +0800`). */
  formValue?: Record<string, unknown>
  /** For selectors outside forms. */
  option?: string
  options?: string[]
  inputValue?: string
  checked?: boolean
}

/** Answer to a press. `code` is what a client shows when the callback failed (200341 no answer in 3 s …). */
export interface Pressed {
  toast?: { type: 'info' | 'success' | 'error' | 'warning'; content: string }
  code?: number
  reason?: string
}

/**
 * `POST /__emu/clock`: moves the virtual clock forward, walking through everything due on the way
 * (own delivery retries and the bot's due work) in order; answers `{ now }` when done.
 */
export type MoveClock = { to: number } | { by: number } | { toNext: true }

/** `POST /__emu/reset`: back to the seed; the clock goes on from where it is. */

/** `POST /__emu/recall {as, message}`: the sender takes a message back; the bot hears of it. Answers `{ message }`. */

/** `POST /__emu/seat {as, chat, botIn}`: somebody adds the bot to a group or removes it. Answers `{ chat }`. */

/** `GET /__emu/state`: a Snapshot. `GET /__emu/transcript?chat=`: the chat as plain text. Errors are plain text with 400. */

/** `GET /__emu/resources/:key`: image or file bytes, for the page. */
