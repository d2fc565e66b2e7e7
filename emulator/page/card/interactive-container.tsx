import { useContext } from 'preact/hooks'
import { stringOf, textOf } from '../state/read-json.ts'
import { cssColor } from './colors.ts'
import type { ComponentProps } from './component.ts'
import { Elements } from './elements.tsx'
import { backgroundStyle, lengthOf, marginStyle, stackStyle, widthStyle } from './layout.ts'
import { FormScope, useScope } from './scope.ts'

const INNER = 'button, a, input, textarea, select, label, .popover'

/** A pressable area; controls inside it come first. */
export const InteractiveContainer = ({ node, path }: ComponentProps) => {
  const scope = useScope()
  const form = useContext(FormScope)
  const disabled = node['disabled'] === true
  const border = cssColor(stringOf(node['border_color'], 'grey-200'), scope.colors) ?? ''
  const radius = lengthOf(node['corner_radius'])
  const press = (target: EventTarget | null) => {
    if (disabled || scope.busy) return
    if (target instanceof Element && target.closest(INNER)) return
    scope.press({ node, path, form })
  }
  return (
    <div
      class={`pressable ${scope.busy === path ? 'is-busy' : ''} is-${stringOf(node['background_style'], 'default')}`}
      role="button"
      tabIndex={disabled ? -1 : 0}
      aria-disabled={disabled}
      title={textOf(disabled ? node['disabled_tips'] : node['hover_tips']) || undefined}
      style={{
        ...stackStyle(node),
        ...backgroundStyle(node['background_style'], scope.colors),
        ...marginStyle(node),
        ...widthStyle(node['width']),
        ...(node['has_border'] === true && { border: `1px solid ${border}` }),
        ...(radius && { borderRadius: radius }),
      }}
      onClick={(event) => press(event.target)}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget || !['Enter', ' '].includes(event.key)) return
        event.preventDefault()
        press(null)
      }}
    >
      <Elements nodes={node['elements']} path={`${path}.elements`} />
    </div>
  )
}
