/** What Feishu tells us, parsed at the door. Moments are epoch milliseconds. */
export type Inbound =
  | MessageReceived
  | CardPressed
  | MessageRecalled
  | BotAdded
  | BotRemoved
  | Other

interface Envelope {
  /** `header.event_id`; a digest of the event when it carries none. */
  eventId: string
  /** Unique per thing that happened, whatever the event_id: Feishu advises `message_id` for messages. */
  semanticKey?: string
  /** When it happened: for messages when the person sent it, else `header.create_time`. */
  createdAt: number
}

/** 《接收消息》 im.message.receive_v1 */
export interface MessageReceived extends Envelope {
  kind: 'message'
  messageId: string
  chatId: string
  chatType: 'p2p' | 'group'
  sender: string
  /** Other bots are not listened to. */
  senderType: 'user' | 'bot'
  parentId?: string
  rootId?: string
  threadId?: string
  /** `key` is the placeholder in the text, `@_user_1`; `openId` is empty for @all. */
  mentions: Mention[]
  body: MessageBody
}

export interface Mention {
  key: string
  openId: string
  name: string
}

export type MessageBody =
  | { type: 'text'; text: string }
  /** Rich text flattened to plain text, with the images it carries. */
  | { type: 'post'; text: string; imageKeys: string[] }
  | { type: 'image'; imageKey: string }
  | { type: 'file'; fileKey: string; name: string }
  | { type: 'media'; fileKey: string; name: string }
  /** Anything we do not read; `type` as Feishu names it. */
  | { type: 'unread'; feishuType: string }

/** 《卡片回传交互回调》 card.action.trigger: answered within 3 s, never retried. */
export interface CardPressed extends Envelope {
  kind: 'press'
  operator: string
  messageId: string
  chatId: string
  /** The pressed component's own value; `{}` when it carries none. */
  value: Record<string, unknown>
  /** The pressed component's name (a pessimistic client drops `value` on submit buttons). */
  name?: string
  /** Form fields as text: untouched, `""` and null are all missing; lists stay lists. */
  form: Record<string, string | string[]>
  option?: string
}

export interface MessageRecalled extends Envelope {
  kind: 'recalled'
  messageId: string
  chatId: string
}

export interface BotAdded extends Envelope {
  kind: 'botAdded'
  chatId: string
  operator: string
}

export interface BotRemoved extends Envelope {
  kind: 'botRemoved'
  chatId: string
  operator: string
}

/** Stored, answered, not acted upon. */
export interface Other extends Envelope {
  kind: 'other'
  type: string
  /** Set when we know this type but could not read this one: which field and why, never its value. */
  problem?: string
}
