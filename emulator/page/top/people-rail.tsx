import type { Message, Person, Snapshot } from '../../wire.ts'
import { Avatar } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import { waitingFor } from '../state/tally.ts'

interface PeopleRailProps {
  snapshot: Snapshot
  byChat: ReadonlyMap<string, Message[]>
  me: Person
  onSwitch: (person: Person) => void
}

/** Everybody at a glance, for windows wide enough: a red number says where something just arrived. */
export const PeopleRail = ({ snapshot, byChat, me, onSwitch }: PeopleRailProps) => (
  <nav class="rail" aria-label="身份">
    {snapshot.people.map((person) => {
      const { unread, urged } = waitingFor(snapshot, byChat, person)
      const news = unread > 0 ? `，${unread} 条未读` : ''
      return (
        <button
          key={person.openId}
          type="button"
          class={person === me ? 'rail-person is-current' : 'rail-person'}
          aria-label={`${person.name}，${person.title}${news}${urged ? '，有加急' : ''}`}
          aria-current={person === me ? 'true' : undefined}
          title={`以 ${person.name}（${person.title}）的身份使用`}
          onClick={() => onSwitch(person)}
        >
          <span class="rail-face">
            <Avatar person={person} size={38} />
            {unread > 0 && <span class="badge">{unread > 99 ? '99+' : unread}</span>}
            {urged && (
              <span class="urged-mark">
                <Icon name="bolt" size={11} />
              </span>
            )}
          </span>
          <span class="rail-name">{person.name}</span>
        </button>
      )
    })}
  </nav>
)
