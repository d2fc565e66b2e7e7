import type { Message, Person, Snapshot } from '../../wire.ts'
import { Avatar } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import { Popover } from '../parts/popover.tsx'
import { type Waiting, waitingFor } from '../state/tally.ts'

interface PersonSwitcherProps {
  snapshot: Snapshot
  byChat: ReadonlyMap<string, Message[]>
  me: Person
  beside: Person | undefined
  onSwitch: (person: Person) => void
  /** Left out where two clients have no room. */
  onBeside: ((person: Person | undefined) => void) | undefined
}

const Badges = ({ waiting }: { waiting: Waiting }) => (
  <>
    {waiting.urged && (
      <span class="urged-mark" title="有加急消息">
        <Icon name="bolt" size={12} />
      </span>
    )}
    {waiting.unread > 0 && (
      <span class="badge" aria-label={`${waiting.unread} 条未读`}>
        {waiting.unread > 99 ? '99+' : waiting.unread}
      </span>
    )}
  </>
)

/** Who is played now, and everybody else with what waits for them. */
export const PersonSwitcher = (props: PersonSwitcherProps) => {
  const { snapshot, byChat, me, beside, onSwitch, onBeside } = props
  const waiting = new Map(
    snapshot.people.map((person) => [person.openId, waitingFor(snapshot, byChat, person)]),
  )
  const others = snapshot.people
    .filter((person) => person !== me && person !== beside)
    .map((person) => waiting.get(person.openId))
  const elsewhere: Waiting = {
    unread: others.reduce((sum, each) => sum + (each?.unread ?? 0), 0),
    urged: others.some((each) => each?.urged),
  }
  return (
    <Popover
      label={`切换身份，现在是 ${me.name}`}
      class="switcher"
      trigger={
        <span class="switcher-current">
          <Avatar person={me} size={30} />
          <span class="switcher-text">
            <b>{me.name}</b>
            <small>{me.title}</small>
          </span>
          <span class="switcher-others">
            <Badges waiting={elsewhere} />
          </span>
          <Icon name="chevron" size={15} />
        </span>
      }
    >
      {(close) => (
        <div class="switcher-list">
          <p class="switcher-hint">以谁的身份使用？角标是各人未读的消息。</p>
          <ul>
            {snapshot.people.map((person) => (
              <li key={person.openId} class={person === me ? 'is-current' : ''}>
                <button
                  type="button"
                  class="switcher-person"
                  aria-label={`切换为 ${person.name}`}
                  aria-current={person === me ? 'true' : undefined}
                  onClick={() => {
                    close()
                    onSwitch(person)
                  }}
                >
                  <Avatar person={person} size={34} />
                  <span class="switcher-text">
                    <b>{person.name}</b>
                    <small>{person.title}</small>
                  </span>
                  <Badges waiting={waiting.get(person.openId) ?? { unread: 0, urged: false }} />
                </button>
                {onBeside && person !== me && (
                  <button
                    type="button"
                    class={person === beside ? 'icon-button is-on' : 'icon-button'}
                    aria-label={
                      person === beside ? `关闭 ${person.name} 的窗口` : `并排打开 ${person.name}`
                    }
                    title={person === beside ? '关闭并排窗口' : '并排打开'}
                    onClick={() => {
                      close()
                      onBeside(person === beside ? undefined : person)
                    }}
                  >
                    <Icon name="panel" size={16} />
                  </button>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Popover>
  )
}
