import { Icon } from '../parts/icon.tsx'
import { Popover } from '../parts/popover.tsx'
import { textOf } from '../state/read-json.ts'
import type { ComponentProps } from './component.ts'
import { Field } from './field.tsx'
import { useOptions } from './options.ts'
import { useControl } from './scope.ts'

/** `multi_select_static` and `multi_select_person`: chosen ones as chips, the list in a panel. */
export const SelectMany = ({ node, path }: ComponentProps) => {
  const control = useControl(node, path)
  const options = useOptions(node)
  const chosen = Array.isArray(control.value) ? control.value : []
  const placeholder = textOf(node['placeholder']) || '请选择'
  const name = textOf(node['label']) || control.name || placeholder
  const toggle = (value: string) =>
    control.set(
      chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value],
    )
  const chips = options.filter((option) => chosen.includes(option.value))
  return (
    <Field node={node} control={control}>
      <Popover
        label={`${name}：${chips.map(({ text }) => text).join('、') || placeholder}`}
        class="multi-select"
        disabled={control.disabled}
        trigger={
          <span class="input multi-select-box" id={control.id}>
            {chips.length === 0 && <span class="placeholder">{placeholder}</span>}
            {chips.map((chip) => (
              <span key={chip.value} class="chip">
                {chip.text}
              </span>
            ))}
            <Icon name="chevron" size={16} class="multi-select-arrow" />
          </span>
        }
      >
        {() => (
          <div class="option-list" role="group" aria-label={name}>
            {options.map((option) => (
              <label key={option.value} class="option">
                <input
                  type="checkbox"
                  checked={chosen.includes(option.value)}
                  onChange={() => toggle(option.value)}
                />
                <span>{option.text}</span>
              </label>
            ))}
          </div>
        )}
      </Popover>
    </Field>
  )
}
