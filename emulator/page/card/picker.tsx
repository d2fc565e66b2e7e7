import { Icon } from '../parts/icon.tsx'
import { fromLocalInput, weekdayOf } from '../state/shanghai-time.ts'
import { stringOf, textOf } from '../state/read-json.ts'
import type { ComponentProps } from './component.ts'
import { controlProps, Field } from './field.tsx'
import { wireValue } from './form-values.ts'
import { useControl } from './scope.ts'

interface Kind {
  type: 'date' | 'time' | 'datetime-local'
  hint: string
}

const KINDS: Record<string, Kind> = {
  date_picker: { type: 'date', hint: '选择日期' },
  picker_time: { type: 'time', hint: '选择时间' },
  picker_datetime: { type: 'datetime-local', hint: '选择日期和时间' },
}

/** `2026-11-24 周二 07:07` over the native text, which follows the browser's language. */
const shown = (type: string, value: string): string => {
  if (!value || type === 'time') return value
  const at = fromLocalInput(type === 'date' ? `${value}T00:00` : value)
  const [date = '', time = ''] = value.split('T')
  return at === undefined ? value : [date, weekdayOf(at), time].filter(Boolean).join(' ')
}

/** `date_picker`, `picker_time`, `picker_datetime`: the browser's own picker under our text. */
export const Picker = ({ node, path }: ComponentProps) => {
  const control = useControl(node, path)
  const tag = stringOf(node['tag'])
  const { type, hint }: Kind = KINDS[tag] ?? { type: 'date', hint: '选择日期' }
  const value = stringOf(control.value)
  const placeholder = textOf(node['placeholder']) || hint
  const choose = (next: string) => {
    control.set(next)
    if (!control.form && next) control.press({ option: stringOf(wireValue(tag, next)) })
  }
  return (
    <Field node={node} control={control}>
      <div class={value ? 'picker-box' : 'picker-box is-empty'}>
        <input
          class="input"
          {...controlProps(node, control)}
          aria-label={textOf(node['label']) ? undefined : control.name || hint}
          type={type}
          value={value}
          onClick={(event) => event.currentTarget.showPicker?.()}
          onChange={(event) => choose(event.currentTarget.value)}
        />
        <span class="picker-text" aria-hidden="true">
          {shown(type, value) || placeholder}
        </span>
        <Icon name={type === 'time' ? 'clock' : 'calendar'} size={16} />
      </div>
    </Field>
  )
}
