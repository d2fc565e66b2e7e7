import { useEffect, useRef, useState } from 'preact/hooks'
import type { Chat, Message, Person, Snapshot } from '../../wire.ts'
import { Avatar } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import { Toasts, ToastPlace, useToasts } from '../parts/toast.tsx'
import { openP2p } from '../state/api.ts'
import { chatsOf } from '../state/tally.ts'
import { ChatList } from './chat-list.tsx'
import { ChatPane } from './chat-pane.tsx'
import { BOT_CHAT, CHAT_LIST, chatParam, findChat } from './open-chat.ts'

interface ClientProps {
  snapshot: Snapshot
  byChat: ReadonlyMap<string, Message[]>
  me: Person
  /** What the address bar says about the open chat. */
  chat: string | undefined
  /** Two people side by side: each client says whose it is and opens a chat by itself. */
  paired: boolean
  onClose?: (() => void) | undefined
  onChat: (chat: string) => void
  onInspect: (message: Message) => void
}

/** Below this the list and the chat are two levels. */
const NARROW_PX = 640
/** Beside another client the chat gets the room; the list is one step back. */
const NARROW_PAIRED_PX = 900

/** The chat of the newest message; whoever has none yet begins with the bot. */
const latest = (snapshot: Snapshot, byChat: ReadonlyMap<string, Message[]>, me: Person): string => {
  const lastAt = (chat: Chat) => byChat.get(chat.id)?.at(-1)?.createdAt ?? 0
  const [newest] = chatsOf(snapshot, me.openId).toSorted((a, b) => lastAt(b) - lastAt(a))
  return newest && lastAt(newest) > 0 ? chatParam(snapshot, newest) : BOT_CHAT
}

const Owner = ({ person, onClose }: { person: Person; onClose: (() => void) | undefined }) => (
  <div class="owner">
    <Avatar person={person} size={22} />
    <b>{person.name}</b>
    <small>{person.title}</small>
    {onClose && (
      <button
        type="button"
        class="icon-button"
        aria-label={`关闭 ${person.name} 的窗口`}
        onClick={onClose}
      >
        <Icon name="close" size={15} />
      </button>
    )}
  </div>
)

/** The whole chat client of one person: their list, their open chat, their toasts. */
export const Client = (props: ClientProps) => {
  const { snapshot, byChat, me, chat: param, paired, onClose, onChat, onInspect } = props
  const { toast, notify } = useToasts()
  const root = useRef<HTMLDivElement>(null)
  const [narrow, setNarrow] = useState<boolean>()
  /** Without a word in the address bar a wide client keeps the chat that was newest when it opened. */
  const [first] = useState(() => latest(snapshot, byChat, me))

  useEffect(() => {
    if (!root.current) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setNarrow(entry.contentRect.width < (paired ? NARROW_PAIRED_PX : NARROW_PX))
    })
    observer.observe(root.current)
    return () => observer.disconnect()
  }, [paired])

  const named = findChat(snapshot, me, param)
  const opens = narrow === false ? !named : paired && param !== CHAT_LIST
  const current = named ?? (opens ? findChat(snapshot, me, first) : undefined)

  /** The chat with the bot is wanted, but nobody has said a word in it yet. */
  const founding = !current && (param === BOT_CHAT || (opens && first === BOT_CHAT))
  useEffect(() => {
    if (!founding) return
    openP2p(me.openId).catch((error: Error) => notify('error', `打不开单聊：${error.message}`))
  }, [founding, me.openId, notify])

  const open = (chat: Chat | undefined) => onChat(chat ? chatParam(snapshot, chat) : BOT_CHAT)

  return (
    <Toasts.Provider value={notify}>
      <div
        ref={root}
        class={narrow ? 'client is-narrow' : 'client'}
        role="region"
        aria-label={`${me.name}的客户端`}
        data-as={me.name}
      >
        {paired && <Owner person={me} onClose={onClose} />}
        <div class="client-levels">
          {narrow !== undefined && (!narrow || !current) && (
            <ChatList snapshot={snapshot} byChat={byChat} me={me} current={current} onOpen={open} />
          )}
          {narrow !== undefined && current && (
            <ChatPane
              key={`${me.openId} ${current.id}`}
              snapshot={snapshot}
              chat={current}
              messages={byChat.get(current.id) ?? []}
              me={me}
              narrow={narrow}
              onBack={() => onChat(CHAT_LIST)}
              onInspect={onInspect}
            />
          )}
        </div>
        <ToastPlace toast={toast} />
      </div>
    </Toasts.Provider>
  )
}
