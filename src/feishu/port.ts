/** What the rest of the bot may ask of Feishu. The SDK stays behind this; tests use the real thing against the emulator. */
export interface Feishu {
  /** 《发送消息》. `uuid` is the logical message's own for life: Feishu lets at most one through per hour. */
  send(to: Receiver, content: Content, uuid: string): Promise<Sent>
  /** 《回复消息》. */
  reply(messageId: string, content: Content, uuid: string): Promise<Sent>
  /** 《更新已发送的消息卡片》: only own cards, at most 14 days old; the last write wins. */
  patch(messageId: string, card: Card): Promise<Patched>
  /** 《获取会话历史消息》: what we have said in a chat since a moment, oldest first, each card as it was sent. */
  recentOwn(chatId: string, since: number): Promise<Looked>
  /** 《获取机器人信息》: who we are, to recognise an @ of ourselves. */
  bot(): Promise<{ openId: string; name: string }>
  /** Names by open_id; people whom Feishu will not name are missing from the map. */
  names(openIds: readonly string[]): Promise<Map<string, string>>
}

export interface Receiver {
  type: 'chat_id' | 'open_id'
  id: string
}

/** Card JSON 2.0 as an object; serialised once, at the edge. */
export type Card = Record<string, unknown>

export type Content = { type: 'card'; card: Card } | { type: 'text'; text: string }

/** Accepted, refused with Feishu's word, or nobody knows. Unknown is never treated as refused: the message may be on the screen. */
export type Sent = Accepted | Refused | Unknown
export type Patched = { outcome: 'accepted' } | Refused | Unknown

export type Looked = { outcome: 'found'; messages: readonly OwnMessage[] } | Refused | Unknown

/** A message of ours as the chat's history tells of it. */
export interface OwnMessage {
  messageId: string
  createdAt: number
  /** The serialised content; empty when it was recalled, which makes it no less said. */
  content: string
}

export interface Accepted {
  outcome: 'accepted'
  messageId: string
  /** The p2p chat's id when the receiver was a person. */
  chatId: string
}

export interface Refused {
  outcome: 'refused'
  /** Feishu's business code, e.g. 230002; the meaning is in errors.ts. */
  code: number
  /** Feishu's `msg`; never the request, never a token. */
  message: string
  logId?: string
  /** From `x-ogw-ratelimit-reset`. */
  retryAfterMs?: number
}

export interface Unknown {
  outcome: 'unknown'
  /** Fit for a log: no secrets, no message text. */
  cause: string
  /**
   * `false`: the request certainly never left (no token, no connection), so sending again needs no look
   * first. Missing: it may have arrived.
   */
  sent?: false
}
