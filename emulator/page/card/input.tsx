import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { Icon } from '../parts/icon.tsx'
import { numberOf, stringOf, textOf } from '../state/read-json.ts'
import type { ComponentProps } from './component.ts'
import { controlProps, Field } from './field.tsx'
import { useControl } from './scope.ts'

const LENGTH_MAX = 1000

type LineProps = Omit<JSX.IntrinsicElements['input'], 'type' | 'role' | 'list' | 'hidden'> & {
  hidden: boolean
  onEnter: () => void
}

const Line = ({ hidden, onEnter, ...props }: LineProps) => {
  const shared = {
    ...props,
    class: 'input',
    autocomplete: 'off',
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && !event.isComposing) onEnter()
    },
  } as const
  return hidden ? <input {...shared} type="password" /> : <input {...shared} type="text" />
}

export const Input = ({ node, path }: ComponentProps) => {
  const control = useControl(node, path)
  const area = useRef<HTMLTextAreaElement>(null)
  const value = stringOf(control.value)
  const max = numberOf(node['max_length'], LENGTH_MAX)
  const many = node['input_type'] === 'multiline_text'
  const tailed = !control.form || max < LENGTH_MAX
  useLayoutEffect(() => {
    const element = area.current
    if (!element || node['auto_resize'] !== true) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight + 2}px`
  }, [value, node])
  const shared = {
    ...controlProps(node, control),
    value,
    maxLength: max,
    placeholder: textOf(node['placeholder']) || '请输入',
    onInput: (event: { currentTarget: { value: string } }) =>
      control.set(event.currentTarget.value),
  }
  const send = () => control.press({ inputValue: value })
  const enter = () => {
    if (!control.form) send()
  }
  return (
    <Field node={node} control={control}>
      <div class={many ? 'input-box is-multiline' : tailed ? 'input-box is-tailed' : 'input-box'}>
        {many ? (
          <textarea ref={area} class="input" rows={numberOf(node['rows'], 5)} {...shared} />
        ) : (
          <Line hidden={node['input_type'] === 'password'} {...shared} onEnter={enter} />
        )}
        <span class="input-tail">
          {(many || max < LENGTH_MAX) && (
            <span aria-hidden="true">
              {value.length}/{max}
            </span>
          )}
          {!control.form && (
            <button
              type="button"
              class="input-send"
              aria-label="提交"
              disabled={control.disabled}
              onClick={send}
            >
              {control.busy ? <span class="spinner" /> : <Icon name="check" size={16} />}
            </button>
          )}
        </span>
      </div>
    </Field>
  )
}
