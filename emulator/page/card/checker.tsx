import { recordOf } from '../state/read-json.ts'
import type { ComponentProps } from './component.ts'
import { marginStyle } from './layout.ts'
import { useControl } from './scope.ts'
import { TextObject } from './text-object.tsx'

/** A tick; without behaviours it stays local. */
export const Checker = ({ node, path }: ComponentProps) => {
  const control = useControl(node, path)
  const checked = control.value === true
  const struck = recordOf(node['checked_style'])['show_strikethrough'] === true
  return (
    <label
      class={`checker ${checked ? 'is-checked' : ''} ${struck ? 'is-struck' : ''}`}
      style={marginStyle(node)}
    >
      <input
        type="checkbox"
        id={control.id}
        checked={checked}
        disabled={control.disabled}
        onChange={(event) => {
          const now = event.currentTarget.checked
          control.set(now)
          if (!control.form && Array.isArray(node['behaviors'])) control.press({ checked: now })
        }}
      />
      {control.busy && <span class="spinner" />}
      <span class="checker-text">
        <TextObject text={node['text']} />
      </span>
    </label>
  )
}
