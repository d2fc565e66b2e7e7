import type { OpenId } from '../src/domain/organisation.ts'
import type { Day } from '../src/domain/time.ts'
import { type Action, buttonName } from './actions.ts'
import { shorten } from './escape.ts'

/** Card JSON 2.0 as an object. */
export type Card = Record<string, unknown>

/** One element of a card's body. Only the builders below make them. */
export type Element = { tag: string } & Record<string, unknown>

export type Template = 'blue' | 'orange' | 'green' | 'grey' | 'red'
type TagColour = 'blue' | 'orange' | 'green' | 'neutral' | 'red'

export interface Tag {
  text: string
  colour: TagColour
}

export interface Frame {
  title: string
  subtitle?: string
  template: Template
  tag?: Tag
  /** The line in the chat list. */
  summary: string
  elements: readonly Element[]
}

const TITLE_MAX = 60
const SUMMARY_MAX = 100

const plain = (content: string) => ({ tag: 'plain_text', content })

export function card({ title, subtitle, template, tag, summary, elements }: Frame): Card {
  const label = tag && { tag: 'text_tag', text: plain(tag.text), color: tag.colour }
  return {
    schema: '2.0',
    config: {
      update_multi: true,
      enable_forward: false,
      summary: { content: shorten(summary, SUMMARY_MAX) },
    },
    header: {
      title: plain(shorten(title, TITLE_MAX)),
      ...(subtitle ? { subtitle: plain(shorten(subtitle, TITLE_MAX)) } : {}),
      ...(label ? { text_tag_list: [label] } : {}),
      template,
    },
    body: { direction: 'vertical', vertical_spacing: '8px', elements },
  }
}

/** Markdown of ours; whatever a person wrote goes through `Room.markdown` first. */
export const markdown = (content: string): Element => ({ tag: 'markdown', content })

/** Small and grey: where a statement comes from. */
export const footnote = (content: string): Element => ({
  tag: 'markdown',
  content: grey(content),
  text_size: 'notation',
})

/** Text that is shown as it is, whatever it contains. */
export const text = (content: string): Element => ({ tag: 'div', text: plain(content) })

export const hr: Element = { tag: 'hr' }

export const grey = (content: string): string => `<font color='grey'>${content}</font>`
export const bold = (content: string): string => `**${content}**`

/** A label and its value as one line of markdown. */
export const fact = (label: string, value: string): string => `${grey(label)}　${value}`

/** Mentions that ring. Ids come from the organisation, never from a text. */
export const mentions = (people: readonly OpenId[]): string =>
  people
    .filter((id) => /^ou_\w+$/.test(id))
    .map((id) => `<at id=${id}></at>`)
    .join(' ')

export const panel = (title: string, elements: readonly Element[], expanded = false): Element => ({
  tag: 'collapsible_panel',
  expanded,
  header: {
    title: { tag: 'markdown', content: title },
    vertical_align: 'center',
    icon: { tag: 'standard_icon', token: 'down-small-ccm_outlined', size: '16px 16px' },
    icon_position: 'follow_text',
    icon_expanded_angle: -180,
  },
  vertical_spacing: '4px',
  elements,
})

/** Side by side: the first takes the room, the others what they need. */
export const row = (wide: Element, ...narrow: readonly Element[]): Element => ({
  tag: 'column_set',
  flex_mode: 'none',
  horizontal_spacing: '8px',
  columns: [column(wide, 'weighted'), ...narrow.map((element) => column(element, 'auto'))],
})

/** Buttons in a line; a narrow screen wraps them. */
export const buttons = (...elements: readonly Element[]): Element => ({
  tag: 'column_set',
  flex_mode: 'flow',
  horizontal_spacing: '8px',
  columns: elements.map((element) => column(element, 'auto')),
})

const column = (element: Element, width: 'auto' | 'weighted') => ({
  tag: 'column',
  width,
  ...(width === 'weighted' ? { weight: 1 } : {}),
  vertical_align: 'center',
  elements: [element],
})

export interface Press {
  type?: 'default' | 'primary_filled' | 'danger' | 'text'
  size?: 'small' | 'medium'
  confirm?: { title: string; text: string }
}

export const button = (label: string, action: Action, press: Press = {}): Element => ({
  tag: 'button',
  name: buttonName(action),
  text: plain(label),
  type: press.type ?? 'default',
  size: press.size ?? 'medium',
  ...(press.confirm
    ? { confirm: { title: plain(press.confirm.title), text: plain(press.confirm.text) } }
    : {}),
  behaviors: [{ type: 'callback', value: { ...action } }],
})

/** A button that sends its form along. */
export const submit = (label: string, action: Action, press: Press = {}): Element => ({
  ...button(label, action, press),
  form_action_type: 'submit',
})

/** Feishu wants forms at the root of the body, with a submit button and a name of their own. */
export const form = (name: string, elements: readonly Element[]): Element => ({
  tag: 'form',
  name,
  vertical_spacing: '8px',
  elements,
})

export interface Field {
  name: string
  label: string
  placeholder?: string | undefined
  initial?: string | undefined
  required?: boolean
  max?: number
  multiline?: boolean
}

export const input = (field: Field): Element => ({
  tag: 'input',
  name: field.name,
  label: plain(field.label),
  label_position: 'top',
  ...(field.placeholder ? { placeholder: plain(shorten(field.placeholder, 100)) } : {}),
  ...(field.initial ? { default_value: field.initial } : {}),
  required: field.required ?? false,
  max_length: field.max ?? 500,
  width: 'fill',
  ...(field.multiline
    ? { input_type: 'multiline_text', rows: 2, auto_resize: true, max_rows: 8 }
    : { input_type: 'text' }),
})

export interface Choice {
  value: string
  label: string
}

/** Pickers have no label of their own; the line above them is one. */
const labelLine = ({ label, required }: Pick<Field, 'label' | 'required'>): Element =>
  markdown(required ? `${label} <font color='red'>&#42;</font>` : label)

export const select = (field: Field, choices: readonly Choice[]): Element[] => [
  labelLine(field),
  {
    tag: 'select_static',
    name: field.name,
    placeholder: plain(field.placeholder ?? '请选择'),
    ...(field.initial ? { initial_option: field.initial } : {}),
    required: field.required ?? false,
    width: 'fill',
    options: choices.map(({ value, label }) => ({ text: plain(shorten(label, 100)), value })),
  },
]

/** Feishu takes it inside a form only. */
export const multiSelect = (
  field: Omit<Field, 'initial'> & { initial: readonly string[] },
  choices: readonly Choice[],
): Element[] => [
  labelLine(field),
  {
    tag: 'multi_select_static',
    name: field.name,
    placeholder: plain(field.placeholder ?? '请选择'),
    selected_values: field.initial,
    required: field.required ?? false,
    width: 'fill',
    options: choices.map(({ value, label }) => ({ text: plain(shorten(label, 100)), value })),
  },
]

export const datePicker = (
  field: Omit<Field, 'initial'> & { initial?: Day | undefined },
): Element[] => [
  labelLine(field),
  {
    tag: 'date_picker',
    name: field.name,
    placeholder: plain(field.placeholder ?? `选择${field.label.replace(/（.*?）/g, '')}`),
    ...(field.initial ? { initial_date: field.initial } : {}),
    required: field.required ?? false,
    width: 'fill',
  },
]
