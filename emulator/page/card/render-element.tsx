import type { ComponentChildren } from 'preact'
import { isRecord, stringOf } from '../state/read-json.ts'
import { Button } from './button.tsx'
import { Chart } from './chart/chart.tsx'
import { Checker } from './checker.tsx'
import { CollapsiblePanel } from './collapsible-panel.tsx'
import { ColumnSet } from './column-set.tsx'
import type { CardComponent } from './component.ts'
import { Div, PlainText } from './div.tsx'
import { Form } from './form.tsx'
import { Hr } from './hr.tsx'
import { Img } from './img.tsx'
import { ImgCombination } from './img-combination.tsx'
import { Input } from './input.tsx'
import { InteractiveContainer } from './interactive-container.tsx'
import { Markdown } from './markdown.tsx'
import { Overflow } from './overflow.tsx'
import { PersonElement, PersonList } from './person.tsx'
import { Picker } from './picker.tsx'
import { SelectMany } from './select-many.tsx'
import { SelectOne } from './select-one.tsx'
import { Table } from './table.tsx'
import { Unknown } from './unknown.tsx'

const COMPONENTS: Record<string, CardComponent> = {
  markdown: Markdown,
  div: Div,
  plain_text: PlainText,
  lark_md: PlainText,
  hr: Hr,
  img: Img,
  img_combination: ImgCombination,
  column_set: ColumnSet,
  form: Form,
  input: Input,
  select_static: SelectOne,
  select_person: SelectOne,
  multi_select_static: SelectMany,
  multi_select_person: SelectMany,
  date_picker: Picker,
  picker_time: Picker,
  picker_datetime: Picker,
  button: Button,
  overflow: Overflow,
  checker: Checker,
  interactive_container: InteractiveContainer,
  collapsible_panel: CollapsiblePanel,
  person: PersonElement,
  person_list: PersonList,
  table: Table,
  chart: Chart,
}

/** Keyed by name where there is one, so that a patched card moves fields instead of making new ones. */
export const renderElement = (node: unknown, path: string): ComponentChildren => {
  if (!isRecord(node)) return <Unknown key={path} node={{}} path={path} />
  const Component = COMPONENTS[stringOf(node['tag'])] ?? Unknown
  const name = stringOf(node['element_id']) || stringOf(node['name'])
  return (
    <Component key={name ? `${stringOf(node['tag'])}:${name}` : path} node={node} path={path} />
  )
}
