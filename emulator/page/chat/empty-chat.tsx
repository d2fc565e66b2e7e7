import type { Chat } from '../../wire.ts'
import { BotAvatar } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import { usePeople } from '../parts/people.ts'
import { isWithBot } from './open-chat.ts'

interface EmptyChatProps {
  chat: Chat
  /** A line of the seed worth trying, for the person it was written for. */
  hint: string | undefined
  onTry: (text: string) => void
}

/** Instead of the first message: how to be heard here. */
export const EmptyChat = ({ chat, hint, onTry }: EmptyChatProps) => {
  const { bot } = usePeople()
  if (!isWithBot(chat)) {
    return (
      <div class="log-empty">
        <Icon name="chat" size={40} />
        <p>{chat.botIn ? `还没有消息。在群里要 @${bot.name}，它才会回应` : '还没有消息'}</p>
      </div>
    )
  }
  return (
    <div class="log-empty">
      <BotAvatar size={56} />
      <p>
        这里是你和 <b>{bot.name}</b> 的单聊，直接说就行，不用 @
      </p>
      {hint && (
        <>
          <p>可以先试试这一句，点一下就填好：</p>
          <button type="button" class="try-line" onClick={() => onTry(hint)}>
            {hint}
          </button>
        </>
      )}
    </div>
  )
}
