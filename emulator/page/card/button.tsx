import { useContext } from 'preact/hooks'
import { stringOf, textOf } from '../state/read-json.ts'
import { CardIcon } from './card-icon.tsx'
import type { ComponentProps } from './component.ts'
import { marginStyle, widthStyle } from './layout.ts'
import { FormScope, useScope } from './scope.ts'

const TYPES = [
  'default',
  'primary',
  'danger',
  'text',
  'primary_text',
  'danger_text',
  'primary_filled',
  'danger_filled',
  'laser',
]

export const Button = ({ node, path }: ComponentProps) => {
  const scope = useScope()
  const form = useContext(FormScope)
  const busy = scope.busy === path
  const disabled = node['disabled'] === true
  const wanted = stringOf(node['type'], 'default')
  const type = TYPES.includes(wanted) ? wanted : 'default'
  const tips = textOf(disabled ? node['disabled_tips'] : node['hover_tips'])
  return (
    <button
      type="button"
      class={`card-button is-${type} is-size-${stringOf(node['size'], 'medium')}`}
      style={{ ...widthStyle(node['width']), ...marginStyle(node) }}
      disabled={disabled || scope.busy !== undefined}
      aria-busy={busy}
      title={tips || undefined}
      onClick={() => scope.press({ node, path, form })}
    >
      {busy ? <span class="spinner" /> : <CardIcon icon={node['icon']} />}
      <span>{textOf(node['text'])}</span>
    </button>
  )
}
