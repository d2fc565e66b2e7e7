import { Fragment } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Message, Person } from '../../wire.ts'
import { Icon } from '../parts/icon.tsx'
import { dayLabel, isSameDay } from '../state/shanghai-time.ts'
import { MessageRow } from './message-row.tsx'

interface MessageLogProps {
  messages: readonly Message[]
  me: Person
  members: readonly Person[]
  now: number
  title: string
  onReply: (message: Message) => void
  onInspect: (message: Message) => void
  onRecall: (message: Message) => void
  onUrgedSeen: () => void
}

const PAGE = 60
const FOLLOW_MS = 5 * 60_000
/** Nearer to the end than this counts as reading along. */
const NEAR_END_PX = 160

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
  const { messages, me, members, now, title, onReply, onInspect, onRecall, onUrgedSeen } = props
  const [kept, setKept] = useState(PAGE)
  const [behind, setBehind] = useState(false)
  const log = useRef<HTMLDivElement>(null)
  const inner = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const last = messages.at(-1)

  const toEnd = () => log.current?.scrollTo({ top: log.current.scrollHeight })

  useLayoutEffect(() => {
    if (atEnd.current || last?.from.id === me.openId) toEnd()
    else setBehind(true)
  }, [last?.id, me.openId])

  /** Images and cards grow after they are shown, the composer grows too: a reader at the end stays there. */
  useEffect(() => {
    if (!inner.current) return
    const observer = new ResizeObserver(() => {
      if (atEnd.current) toEnd()
    })
    observer.observe(inner.current)
    if (log.current) observer.observe(log.current)
    return () => observer.disconnect()
  }, [])

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
            jumpTo(urged.id)
            onUrgedSeen()
          }}
        >
          <Icon name="bolt" size={15} /> 有一条加急消息等你查看
          <span class="urged-banner-go">查看</span>
        </button>
      )}
      <div
        ref={log}
        class="log"
        role="log"
        aria-label={`${title} 的消息`}
        tabIndex={0}
        onScroll={(event) => {
          const { scrollHeight, scrollTop, clientHeight } = event.currentTarget
          atEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_END_PX
          if (atEnd.current) setBehind(false)
        }}
      >
        <div ref={inner} class="log-inner">
          {messages.length > kept && (
            <button type="button" class="earlier" onClick={() => setKept(kept + PAGE)}>
              查看更早的 {messages.length - kept} 条消息
            </button>
          )}
          {messages.length === 0 && (
            <div class="log-empty">
              <Icon name="chat" size={40} />
              <p>还没有消息，发一条试试</p>
            </div>
          )}
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
      {behind && (
        <button
          type="button"
          class="new-below"
          onClick={() => {
            toEnd()
            setBehind(false)
          }}
        >
          <Icon name="down" size={14} /> 有新消息
        </button>
      )}
    </>
  )
}
