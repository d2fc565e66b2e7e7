import { Avatar } from '../parts/avatar.tsx'
import { usePeople } from '../parts/people.ts'
import { type Json, recordsOf, stringOf } from '../state/read-json.ts'
import type { ComponentProps } from './component.ts'
import { marginStyle } from './layout.ts'

const SIZES: Record<string, number> = { extra_small: 20, small: 24, medium: 32, large: 40 }

interface OnePersonProps {
  id: string
  node: Json
  avatar: boolean
  name: boolean
}

const OnePerson = ({ id, node, avatar, name }: OnePersonProps) => {
  const people = usePeople()
  return (
    <span
      class={node['style'] === 'capsule' ? 'person is-capsule' : 'person'}
      title={people.nameOf(id)}
    >
      {avatar && <Avatar person={people.find(id)} size={SIZES[stringOf(node['size'])] ?? 24} />}
      {name && people.nameOf(id)}
    </span>
  )
}

export const PersonElement = ({ node }: ComponentProps) => (
  <div style={marginStyle(node)}>
    <OnePerson
      id={stringOf(node['user_id'])}
      node={node}
      avatar={node['show_avatar'] !== false}
      name={node['show_name'] === true}
    />
  </div>
)

export const PersonList = ({ node }: ComponentProps) => (
  <div class="person-list" style={marginStyle(node)}>
    {recordsOf(node['persons']).map((person, i) => (
      <OnePerson
        key={i}
        id={stringOf(person['id'])}
        node={node}
        avatar={node['show_avatar'] === true}
        name={node['show_name'] !== false}
      />
    ))}
  </div>
)
