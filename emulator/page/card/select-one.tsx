import { Icon } from '../parts/icon.tsx'
import { stringOf, textOf } from '../state/read-json.ts'
import type { ComponentProps } from './component.ts'
import { controlProps, Field } from './field.tsx'
import { type Option, useOptions } from './options.ts'
import { useControl } from './scope.ts'

interface SelectOneProps extends ComponentProps {
  options: readonly Option[]
}

const Select = ({ node, path, options }: SelectOneProps) => {
  const control = useControl(node, path)
  const value = stringOf(control.value)
  const choose = (option: string) => {
    control.set(option)
    if (!control.form && option) control.press({ option })
  }
  return (
    <Field node={node} control={control}>
      <div class={value ? 'select-box' : 'select-box is-empty'}>
        <select
          class="input"
          {...controlProps(node, control)}
          value={value}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="">{textOf(node['placeholder']) || '请选择'}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
        {control.busy ? <span class="spinner" /> : <Icon name="chevron" size={16} />}
      </div>
    </Field>
  )
}

/** `select_static` and `select_person`. */
export const SelectOne = ({ node, path }: ComponentProps) => (
  <Select node={node} path={path} options={useOptions(node)} />
)
