import type { ComponentChildren } from 'preact'
import { type Json, textOf } from '../state/read-json.ts'
import { marginStyle, widthStyle } from './layout.ts'
import type { Control } from './scope.ts'

interface FieldProps {
  node: Json
  control: Control
  children: ComponentChildren
}

/** Label, control and complaint of one field. */
export const Field = ({ node, control, children }: FieldProps) => {
  const label = textOf(node['label'])
  const required = node['required'] === true
  const beside = node['label_position'] === 'left'
  const faulty = control.fault ? 'is-faulty' : ''
  return (
    <div
      class={`field ${beside ? 'is-beside' : ''} ${faulty}`}
      style={{ ...marginStyle(node), ...widthStyle(node['width']) }}
    >
      {label && (
        <label class="field-label" for={control.id}>
          {label}
          {required && (
            <span class="required" aria-hidden="true">
              *
            </span>
          )}
        </label>
      )}
      <div class="field-control">
        {children}
        {control.fault && (
          <div class="field-fault" id={`${control.id}-fault`}>
            {control.fault}
          </div>
        )}
      </div>
    </div>
  )
}

/** Attributes every native control shares. */
export const controlProps = (node: Json, control: Control) => ({
  id: control.id,
  name: typeof node['name'] === 'string' ? node['name'] : undefined,
  disabled: control.disabled,
  'aria-label': textOf(node['label']) ? undefined : control.name || undefined,
  'aria-required': node['required'] === true,
  'aria-invalid': control.fault !== undefined,
  'aria-describedby': control.fault ? `${control.id}-fault` : undefined,
  title: node['disabled'] === true ? textOf(node['disabled_tips']) || undefined : undefined,
})
