import type { Message, Person } from '../../wire.ts'
import { Avatar, BotAvatar } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import { memo } from '../parts/memo.ts'
import { usePeople } from '../parts/people.ts'
import { clockOf } from '../state/shanghai-time.ts'
import { messageSummary } from '../state/summary.ts'
import { MessageBodyView } from './message-body.tsx'

export interface MessageRowProps {
  message: Message
  parent: Message | undefined
  me: Person
  members: readonly Person[]
  /** Same sender shortly before: no avatar and name again. */
  follows: boolean
  onReply: (message: Message) => void
  onInspect: (message: Message) => void
  onRecall: (message: Message) => void
  onJump: (messageId: string) => void
}

const Actions = ({ message, me, onReply, onInspect, onRecall }: MessageRowProps) => (
  <span class="message-actions">
    <button type="button" aria-label="回复" title="回复" onClick={() => onReply(message)}>
      <Icon name="reply" size={16} />
    </button>
    {message.body.type === 'interactive' && (
      <button
        type="button"
        aria-label="查看卡片 JSON"
        title="查看卡片 JSON"
        onClick={() => onInspect(message)}
      >
        <Icon name="code" size={16} />
      </button>
    )}
    {message.from.id === me.openId && (
      <button type="button" aria-label="撤回" title="撤回" onClick={() => onRecall(message)}>
        <Icon name="reset" size={16} />
      </button>
    )}
  </span>
)

interface MarksProps {
  message: Message
  me: Person
  others: number
}

const Marks = ({ message, me, others }: MarksProps) => {
  const people = usePeople()
  const own = message.from.id === me.openId
  const urged = message.urged
    .filter((id) => id !== me.openId)
    .map((id) => people.nameOf(id))
    .join('、')
  const read = message.readBy.filter((id) => id !== message.from.id).length
  return (
    <>
      {urged && (
        <div class="urged-line">
          <Icon name="bolt" size={12} /> 已加急 {urged}，等待查看
        </div>
      )}
      {own && others > 0 && (
        <div class="read-line">{read >= others ? '全部已读' : `${read}/${others} 人已读`}</div>
      )}
    </>
  )
}

const MessageRowView = (props: MessageRowProps) => {
  const { message, parent, me, members, follows, onJump } = props
  const people = usePeople()
  const name = people.nameOf(message.from.id)
  const own = message.from.id === me.openId
  const bot = message.from.kind === 'bot'
  const senderName = bot ? people.bot.name : name
  if (message.recalled) {
    return <div class="recalled">{own ? '你' : senderName}撤回了一条消息</div>
  }
  const urgedMe = message.urged.includes(me.openId)
  return (
    <div
      class={`message ${own ? 'is-own' : ''} ${follows ? 'is-following' : ''} ${urgedMe ? 'is-urged' : ''}`}
      id={message.id}
      data-from={senderName}
      data-type={message.body.type}
    >
      <div class="message-face">
        {!follows && (bot ? <BotAvatar /> : <Avatar person={people.find(message.from.id)} />)}
      </div>
      <div class="message-main">
        {!follows && (
          <div class="message-head">
            <span class="message-name">{senderName}</span>
            {bot && <span class="bot-mark">机器人</span>}
            <time>{clockOf(message.createdAt)}</time>
          </div>
        )}
        {urgedMe && (
          <div class="urged-flag">
            <Icon name="bolt" size={13} /> 加急
          </div>
        )}
        <div class="message-content">
          <div class="message-stack">
            {parent && (
              <button type="button" class="quote" onClick={() => onJump(parent.id)}>
                回复 {parent.from.kind === 'bot' ? people.bot.name : people.nameOf(parent.from.id)}
                ：{messageSummary(parent)}
              </button>
            )}
            <MessageBodyView message={message} me={me} members={members} />
          </div>
          <Actions {...props} />
        </div>
        <Marks message={message} me={me} others={members.length - 1} />
      </div>
    </div>
  )
}

export const MessageRow = memo(MessageRowView)
