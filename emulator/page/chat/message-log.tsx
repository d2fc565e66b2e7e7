import { type ComponentChildren, Fragment } from 'preact'
import { useState } from 'preact/hooks'
import type { Message, Person } from '../../wire.ts'
import { Icon } from '../parts/icon.tsx'
import { dayLabel, isSameDay } from '../state/shanghai-time.ts'
import { isUnread } from '../state/tally.ts'
import { MessageRow } from './message-row.tsx'
import { useReadingPlace } from './use-reading-place.ts'

interface MessageLogProps {
  messages: readonly Message[]
  me: Person
  members: readonly Person[]
  now: number
  title: string
  /** Shown in a chat without a message. */
  nothingYet: ComponentChildren
  onReply: (message: Message) => void
  onInspect: (message: Message) => void
  onRecall: (message: Message) => void
  onUrgedSeen: () => void
}

const PAGE = 60
const FOLLOW_MS = 5 * 60_000

const isFollowing = (message: Message, before: Message | undefined): boolean =>
  before !== undefined &&
  !before.recalled &&
  before.from.id === message.from.id &&
  isSameDay(before.createdAt, message.createdAt) &&
  message.createdAt - before.createdAt < FOLLOW_MS

const jumpTo = (id: string): void => {
  const row = document.getElementById(id)
  row?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  row?.classList.remove('is-found')
  requestAnimationFrame(() => row?.classList.add('is-found'))
}

export const MessageLog = (props: MessageLogProps) => {
  const { messages, me, members, now, title, nothingYet } = props
  const { onReply, onInspect, onRecall, onUrgedSeen } = props
  /** Where reading goes on: the first message nobody has shown this person yet. */
  const [fresh] = useState(() => messages.findIndex((each) => isUnread(each, me.openId)))
  const [kept, setKept] = useState(fresh < 0 ? PAGE : Math.max(PAGE, messages.length - fresh))
  const place = useReadingPlace(messages.at(-1), me, messages[fresh]?.id)
  const shown = messages.slice(-kept)
  const urged = messages.findLast((m) => !m.recalled && m.urged.includes(me.openId))
  const byId = new Map(messages.map((message) => [message.id, message]))
  return (
    <>
      {urged && (
        <button
          type="button"
          class="urged-banner"
          onClick={() => {
            place.letGo()
            jumpTo(urged.id)
            onUrgedSeen()
          }}
        >
          <Icon name="bolt" size={15} /> 有一条加急消息等你查看
          <span class="urged-banner-go">查看</span>
        </button>
      )}
      <div
        ref={place.log}
        class="log"
        role="log"
        aria-label={`${title} 的消息`}
        tabIndex={0}
        onScroll={place.onScroll}
      >
        <div ref={place.inner} class="log-inner">
          {messages.length > kept && (
            <button type="button" class="earlier" onClick={() => setKept(kept + PAGE)}>
              查看更早的 {messages.length - kept} 条消息
            </button>
          )}
          {messages.length === 0 && nothingYet}
          {shown.map((message, i) => {
            const before = shown[i - 1]
            const newDay = !before || !isSameDay(before.createdAt, message.createdAt)
            return (
              <Fragment key={message.id}>
                {newDay && (
                  <div class="day" role="separator">
                    {dayLabel(message.createdAt, now)}
                  </div>
                )}
                <MessageRow
                  message={message}
                  parent={message.parentId ? byId.get(message.parentId) : undefined}
                  me={me}
                  members={members}
                  follows={isFollowing(message, before)}
                  onReply={onReply}
                  onInspect={onInspect}
                  onRecall={onRecall}
                  onJump={jumpTo}
                />
              </Fragment>
            )
          })}
        </div>
      </div>
      {place.behind && (
        <button type="button" class="new-below" onClick={place.toLast}>
          <Icon name="down" size={14} /> 有新消息
        </button>
      )}
    </>
  )
}
