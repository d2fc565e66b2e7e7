import { useEffect, useState } from 'preact/hooks'
import { Icon } from '../parts/icon.tsx'
import { MarkdownView } from '../markdown/markdown-view.tsx'
import { isRecord, numberOf, recordOf, stringOf, textOf } from '../state/read-json.ts'
import { CardIcon } from './card-icon.tsx'
import { cssColor } from './colors.ts'
import type { ComponentProps } from './component.ts'
import { Elements } from './elements.tsx'
import { backgroundStyle, lengthOf, marginStyle, stackStyle } from './layout.ts'
import { useScope } from './scope.ts'

const SIDES = ['left', 'right', 'follow_text'] as const
const HALF_TURN = 180

export const CollapsiblePanel = ({ node, path }: ComponentProps) => {
  const { colors } = useScope()
  const [open, setOpen] = useState(node['expanded'] === true)
  useEffect(() => setOpen(node['expanded'] === true), [node['expanded']])
  const header = recordOf(node['header'])
  const border = recordOf(node['border'])
  const title = recordOf(header['title'])
  const line = cssColor(stringOf(border['color']), colors)
  const radius = lengthOf(border['corner_radius'])
  const side = SIDES.find((each) => each === header['icon_position']) ?? 'left'
  const angle = numberOf(header['icon_expanded_angle'], HALF_TURN)
  const fold = isRecord(header['icon']) ? (
    <span class="turn" style={open ? { transform: `rotate(${angle}deg)` } : {}}>
      <CardIcon icon={header['icon']} />
    </span>
  ) : (
    <Icon name="chevron" size={16} class={open ? 'turn' : 'turn is-folded'} />
  )
  const style = {
    ...backgroundStyle(node['background_color'], colors),
    ...marginStyle(node),
    ...(line && { border: `1px solid ${line}` }),
    ...(radius && { borderRadius: radius }),
  }
  return (
    <div class="collapsible" style={style}>
      <button
        type="button"
        class="collapsible-header"
        aria-expanded={open}
        style={backgroundStyle(header['background_color'], colors)}
        onClick={() => setOpen(!open)}
      >
        {side === 'left' && fold}
        {title['tag'] === 'markdown' ? (
          <MarkdownView text={textOf(title)} />
        ) : (
          <span>{textOf(title)}</span>
        )}
        {side !== 'left' && <span class={`fold-${side}`}>{fold}</span>}
      </button>
      {open && (
        <div class="collapsible-body" style={stackStyle(node)}>
          <Elements nodes={node['elements']} path={`${path}.elements`} />
        </div>
      )}
    </div>
  )
}
