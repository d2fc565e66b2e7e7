import { useCallback, useEffect, useMemo } from 'preact/hooks'
import type { Message, Person, Snapshot } from '../wire.ts'
import { Client } from './chat/client.tsx'
import { BOT_CHAT } from './chat/open-chat.ts'
import { Inspector } from './inspector/inspector.tsx'
import { createDirectory, People } from './parts/people.ts'
import { ToastPlace, useToasts } from './parts/toast.tsx'
import { reset } from './state/api.ts'
import type { Feed } from './state/feed.ts'
import type { Store } from './state/store.ts'
import { messagesByChat, waitingFor } from './state/tally.ts'
import { useMedia } from './state/use-media.ts'
import { useStore } from './state/use-store.ts'
import { useTicking } from './state/use-ticking.ts'
import { useView } from './state/use-view.ts'
import { PeopleRail } from './top/people-rail.tsx'
import { TopBar } from './top/top-bar.tsx'
import { useClock } from './top/use-clock.ts'

const findPerson = (snapshot: Snapshot, param: string | undefined): Person | undefined =>
  snapshot.people.find((person) => person.name === param || person.openId === param)

/** The card the inspector shows: the chosen one, else the newest. */
const inspectedCard = (snapshot: Snapshot, id: string | undefined): Message | undefined => {
  const cards = snapshot.messages.filter((message) => message.body.type === 'interactive')
  return cards.find((message) => message.id === id) ?? cards.at(-1)
}

const Desk = ({ told, link }: { told: Snapshot; link: Feed['link'] }) => {
  const [view, change] = useView()
  const { toast, notify } = useToasts()
  const clock = useClock(told.now, notify)
  const now = useTicking(told.now, clock.moving)
  const snapshot = useMemo(() => ({ ...told, now }), [told, now])
  const small = useMedia('(max-width: 480px)')
  const prefersDark = useMedia('(prefers-color-scheme: dark)')
  const theme = view.theme ?? (prefersDark ? 'dark' : 'light')
  const byChat = useMemo(() => messagesByChat(snapshot.messages), [snapshot.messages])
  const directory = useMemo(
    () => createDirectory(snapshot.people, snapshot.bot),
    [snapshot.people, snapshot.bot],
  )
  const onInspect = useCallback(
    (message: Message) => change({ tab: 'card', card: message.id }),
    [change],
  )

  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])

  const me = findPerson(snapshot, view.as ?? snapshot.start?.as) ?? snapshot.people[0]
  const waiting = me ? waitingFor(snapshot, byChat, me).unread : 0
  useEffect(() => {
    document.title = `${waiting > 0 ? `(${waiting}) ` : ''}${me ? `${me.name} · ` : ''}本地飞书`
  }, [waiting, me?.name])

  if (!me) return <div class="loading">演示组织里还没有人</div>
  /** An address that says nothing is a newcomer's: they begin in the chat where every line is answered. */
  const chat = view.as || view.chat ? view.chat : BOT_CHAT
  // A phone has no room for a second client, nor for a picture of a phone.
  const besidePerson = small ? undefined : findPerson(snapshot, view.beside)
  const beside = besidePerson === me ? undefined : besidePerson
  const tab = view.tab ?? 'none'
  const onSwitch = (person: Person) =>
    change({
      as: person.name,
      chat: undefined,
      ...(person === beside && { beside: undefined, besideChat: undefined }),
    })
  const onReset = () =>
    void reset().then(
      () => notify('success', '消息和卡片已清空'),
      (error: Error) => notify('error', `没有重置：${error.message}`),
    )
  return (
    <People.Provider value={directory}>
      <TopBar
        snapshot={snapshot}
        link={link}
        byChat={byChat}
        me={me}
        beside={beside}
        view={view}
        small={small}
        theme={theme}
        inspecting={tab !== 'none'}
        clock={clock}
        onView={change}
        onSwitch={onSwitch}
        onReset={onReset}
      />
      <main class={view.width === 'phone' && !small ? 'desk is-phone' : 'desk'}>
        <PeopleRail snapshot={snapshot} byChat={byChat} me={me} onSwitch={onSwitch} />
        <div class="clients">
          <Client
            key={me.openId}
            snapshot={snapshot}
            byChat={byChat}
            me={me}
            chat={chat}
            paired={beside !== undefined}
            onChat={(chat) => change({ chat })}
            onInspect={onInspect}
          />
          {beside && (
            <Client
              key={beside.openId}
              snapshot={snapshot}
              byChat={byChat}
              me={beside}
              chat={view.besideChat}
              paired
              onClose={() => change({ beside: undefined, besideChat: undefined })}
              onChat={(besideChat) => change({ besideChat })}
              onInspect={onInspect}
            />
          )}
        </div>
        {tab !== 'none' && (
          <Inspector
            snapshot={snapshot}
            tab={tab}
            card={inspectedCard(snapshot, view.card)}
            clock={clock}
            onTab={(next) => change({ tab: next })}
          />
        )}
      </main>
      <ToastPlace toast={toast} />
    </People.Provider>
  )
}

export const App = ({ feed }: { feed: Store<Feed> }) => {
  const { snapshot, link } = useStore(feed)
  if (!snapshot) {
    return (
      <div class="loading" role="status">
        <span class="spinner" />{' '}
        {link === 'lost' ? '连接不上本地飞书，正在重试…' : '正在打开本地飞书…'}
      </div>
    )
  }
  return <Desk told={snapshot} link={link} />
}
