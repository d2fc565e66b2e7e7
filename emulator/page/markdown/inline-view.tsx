import { cssColor, tagColors, textColor } from '../card/colors.ts'
import { Avatar } from '../parts/avatar.tsx'
import { usePeople } from '../parts/people.ts'
import { Picture } from '../parts/picture.tsx'
import { localDatetime } from '../state/shanghai-time.ts'
import type { Inline } from './nodes.ts'

const At = ({ ids }: { ids: readonly string[] }) => {
  const people = usePeople()
  return (
    <>
      {ids.map((id) => (
        <span key={id} class="at">
          @{people.nameOf(id)}
        </span>
      ))}
    </>
  )
}

const PersonTag = ({ node }: { node: Extract<Inline, { kind: 'person' }> }) => {
  const people = usePeople()
  return (
    <span class={node.capsule ? 'person is-capsule' : 'person'}>
      {node.avatar && <Avatar person={people.find(node.id)} size={20} />}
      {node.name && people.nameOf(node.id)}
    </span>
  )
}

const One = ({ node }: { node: Inline }) => {
  switch (node.kind) {
    case 'text':
      return <>{node.text}</>
    case 'strong':
      return (
        <strong>
          <InlineView nodes={node.children} />
        </strong>
      )
    case 'em':
      return (
        <em>
          <InlineView nodes={node.children} />
        </em>
      )
    case 'del':
      return (
        <del>
          <InlineView nodes={node.children} />
        </del>
      )
    case 'code':
      return <code>{node.text}</code>
    case 'break':
      return <br />
    case 'rule':
      return <span class="inline-rule" role="separator" />
    case 'link':
      return (
        <a href={node.href} target="_blank" rel="noopener noreferrer">
          <InlineView nodes={node.children} />
        </a>
      )
    case 'image':
      return <Picture imageKey={node.key} alt={node.alt} class="inline-picture" />
    case 'at':
      return <At ids={node.ids} />
    case 'person':
      return <PersonTag node={node} />
    case 'font': {
      const color = textColor(node.color)
      return (
        <span style={color ? { color } : {}}>
          <InlineView nodes={node.children} />
        </span>
      )
    }
    case 'tag':
      return (
        <span class="text-tag" style={{ ...tagColors(node.color) }}>
          <InlineView nodes={node.children} />
        </span>
      )
    case 'number':
      return (
        <span
          class="number-tag"
          style={{
            background: cssColor(node.background) ?? 'var(--grey-fill)',
            color: cssColor(node.color) ?? '#fff',
          }}
        >
          {node.text}
        </span>
      )
    case 'time':
      return <time>{localDatetime(node.at, node.format)}</time>
    default:
      return node satisfies never
  }
}

export function InlineView({ nodes }: { nodes: readonly Inline[] }) {
  return (
    <>
      {nodes.map((node, i) => (
        <One key={i} node={node} />
      ))}
    </>
  )
}
