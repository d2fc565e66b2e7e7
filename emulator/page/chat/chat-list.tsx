import type { Chat, Message, Person, Snapshot } from '../../wire.ts'
import { BotAvatar, GroupAvatar } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import { usePeople } from '../parts/people.ts'
import { shortLabel } from '../state/shanghai-time.ts'
import { messageSummary } from '../state/summary.ts'
import { chatsOf, waitingIn } from '../state/tally.ts'
import { isWithBot, titleOf } from './open-chat.ts'

interface ChatListProps {
  snapshot: Snapshot
  byChat: ReadonlyMap<string, Message[]>
  me: Person
  current: Chat | undefined
  onOpen: (chat: Chat | undefined) => void
}

interface ChatRowProps {
  chat: Chat
  messages: readonly Message[]
  me: Person
  now: number
  current: boolean
  onOpen: () => void
}

const ChatRow = ({ chat, messages, me, now, current, onOpen }: ChatRowProps) => {
  const people = usePeople()
  const last = messages.at(-1)
  const { unread, urged } = waitingIn(messages, me.openId)
  const sender = last && !isWithBot(chat) && last.from.id !== me.openId
  return (
    <li>
      <button
        type="button"
        class={current ? 'chat-row is-current' : 'chat-row'}
        aria-current={current ? 'true' : undefined}
        onClick={onOpen}
      >
        {isWithBot(chat) ? <BotAvatar size={42} /> : <GroupAvatar size={42} />}
        <span class="chat-row-text">
          <span class="chat-row-top">
            <span class="chat-row-name">{titleOf(chat, people.bot.name)}</span>
            {isWithBot(chat) && <span class="bot-mark">机器人</span>}
            {last && <time class="chat-row-time">{shortLabel(last.createdAt, now)}</time>}
          </span>
          <span class="chat-row-bottom">
            <span class="chat-row-summary">
              {urged && <span class="urged-text">[加急] </span>}
              {last
                ? `${sender ? `${people.nameOf(last.from.id)}：` : ''}${messageSummary(last)}`
                : '还没有消息'}
            </span>
            {urged && (
              <span class="urged-mark" title="有加急消息">
                <Icon name="bolt" size={12} />
              </span>
            )}
            {unread > 0 && (
              <span class="badge" aria-label={`${unread} 条未读`}>
                {unread > 99 ? '99+' : unread}
              </span>
            )}
          </span>
        </span>
      </button>
    </li>
  )
}

export const ChatList = ({ snapshot, byChat, me, current, onOpen }: ChatListProps) => {
  const chats = chatsOf(snapshot, me.openId)
  const lastAt = (chat: Chat) => byChat.get(chat.id)?.at(-1)?.createdAt ?? 0
  const sorted = chats.toSorted((a, b) => lastAt(b) - lastAt(a))
  return (
    <nav class="chat-list" aria-label="会话列表">
      <ul>
        {sorted.map((chat) => (
          <ChatRow
            key={chat.id}
            chat={chat}
            messages={byChat.get(chat.id) ?? []}
            me={me}
            now={snapshot.now}
            current={chat.id === current?.id}
            onOpen={() => onOpen(chat)}
          />
        ))}
        {!chats.some(isWithBot) && (
          <li>
            <button type="button" class="chat-row" onClick={() => onOpen(undefined)}>
              <BotAvatar size={42} />
              <span class="chat-row-text">
                <span class="chat-row-top">
                  <span class="chat-row-name">{snapshot.bot.name}</span>
                  <span class="bot-mark">机器人</span>
                </span>
                <span class="chat-row-bottom">
                  <span class="chat-row-summary">发起单聊</span>
                </span>
              </span>
            </button>
          </li>
        )}
      </ul>
    </nav>
  )
}
