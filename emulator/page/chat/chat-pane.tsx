import { useCallback, useEffect, useMemo, useState } from 'preact/hooks'
import type { Chat, Message, Person, Snapshot } from '../../wire.ts'
import { Avatar } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import { usePeople } from '../parts/people.ts'
import { Popover } from '../parts/popover.tsx'
import { useToast } from '../parts/toast.tsx'
import { markRead, recall } from '../state/api.ts'
import { isUnread } from '../state/tally.ts'
import { Composer, type Offer } from './composer.tsx'
import { EmptyChat } from './empty-chat.tsx'
import { MessageLog } from './message-log.tsx'
import { isWithBot, titleOf } from './open-chat.ts'

interface ChatPaneProps {
  snapshot: Snapshot
  chat: Chat
  messages: readonly Message[]
  me: Person
  narrow: boolean
  onBack: () => void
  onInspect: (message: Message) => void
}

/** Reading is what a person does by having the chat open in a visible window; an urgent message wants a click. */
const useReading = (chat: Chat, me: Person, messages: readonly Message[]): (() => void) => {
  const urged = messages.some((m) => !m.recalled && m.urged.includes(me.openId))
  const unread = messages.filter((m) => isUnread(m, me.openId)).map((m) => m.id)
  const read = () => void markRead(me.openId, chat.id).catch(() => {})
  useEffect(() => {
    if (urged || unread.length === 0) return
    const whenVisible = () => {
      if (document.visibilityState === 'visible') read()
    }
    whenVisible()
    document.addEventListener('visibilitychange', whenVisible)
    return () => document.removeEventListener('visibilitychange', whenVisible)
  }, [urged, unread.join(), chat.id, me.openId])
  return read
}

export const ChatPane = (props: ChatPaneProps) => {
  const { snapshot, chat, messages, me, narrow, onBack, onInspect } = props
  const people = usePeople()
  const [replyTo, setReplyTo] = useState<Message>()
  const [offered, setOffered] = useState<Offer>()
  const members = useMemo(
    () => snapshot.people.filter((person) => chat.members.includes(person.openId)),
    [snapshot.people, chat.members],
  )
  const notify = useToast()
  const onRecall = useCallback(
    (message: Message) =>
      void recall(me.openId, message.id).catch((error: Error) => notify('error', error.message)),
    [me.openId, notify],
  )
  const onReply = useCallback((message: Message) => setReplyTo(message), [])
  const read = useReading(chat, me, messages)
  const title = titleOf(chat, people.bot.name)
  return (
    <section class="chat" aria-label={title}>
      <header class="chat-header">
        {narrow && (
          <button type="button" class="icon-button" aria-label="返回会话列表" onClick={onBack}>
            <Icon name="back" size={20} />
          </button>
        )}
        <div class="chat-heading">
          <h1>{title}</h1>
          {isWithBot(chat) && <span class="bot-mark">机器人</span>}
          {!chat.botIn && <span class="bot-mark is-absent">机器人不在群内</span>}
        </div>
        {!isWithBot(chat) && (
          <Popover
            label={`${members.length} 位成员`}
            align="end"
            trigger={
              <span class="member-count">
                <Icon name="group" size={18} /> {members.length}
              </span>
            }
          >
            {() => (
              <ul class="member-list">
                {members.map((person) => (
                  <li key={person.openId}>
                    <Avatar person={person} size={28} />
                    <span>{person.name}</span>
                    <small>{person.title}</small>
                  </li>
                ))}
              </ul>
            )}
          </Popover>
        )}
      </header>
      <MessageLog
        messages={messages}
        me={me}
        members={members}
        now={snapshot.now}
        title={title}
        nothingYet={
          <EmptyChat
            chat={chat}
            hint={snapshot.start?.as === me.openId ? snapshot.start.hint : undefined}
            onTry={(text) => setOffered({ text })}
          />
        }
        onReply={onReply}
        onInspect={onInspect}
        onRecall={onRecall}
        onUrgedSeen={read}
      />
      <Composer
        chat={chat}
        me={me}
        members={members}
        replyTo={replyTo}
        offered={offered}
        onReplied={() => setReplyTo(undefined)}
      />
    </section>
  )
}
