import { isRecord, type Json, ofTag, tagged } from './tree.ts'

/** Property tables of the elements the cards use; 2.0 refuses what it does not know. */
const PROPERTIES: Record<string, readonly string[]> = {
  markdown: ['content', 'text_size', 'text_align', 'icon'],
  div: ['text', 'icon', 'width'],
  hr: [],
  plain_text: ['content'],
  text_tag: ['text', 'color'],
  standard_icon: ['token', 'color', 'size'],
  column_set: ['flex_mode', 'horizontal_spacing', 'columns'],
  column: ['width', 'weight', 'vertical_align', 'elements'],
  form: ['name', 'vertical_spacing', 'elements'],
  collapsible_panel: ['expanded', 'header', 'vertical_spacing', 'border', 'padding', 'elements'],
  button: ['name', 'text', 'type', 'size', 'confirm', 'behaviors', 'form_action_type', 'width'],
  input: [
    'name',
    'label',
    'label_position',
    'placeholder',
    'default_value',
    'required',
    'width',
    'max_length',
    'input_type',
    'rows',
    'auto_resize',
    'max_rows',
  ],
  select_static: ['name', 'placeholder', 'initial_option', 'required', 'width', 'options'],
  multi_select_static: ['name', 'placeholder', 'selected_values', 'required', 'width', 'options'],
  date_picker: ['name', 'placeholder', 'initial_date', 'required', 'width'],
}

const CONTROLS = ['button', 'input', 'select_static', 'multi_select_static', 'date_picker']
const CONTAINERS = ['form', 'collapsible_panel', 'column_set']

/** Feishu's rules as far as these cards can break them; the real linter is the local Feishu. */
export const faultsOf = (card: Json): string[] => [
  ...frameFaults(card),
  ...tagged(card).flatMap(([node, above]) => [
    ...propertyFaults(node),
    ...nestingFaults(node, above),
    ...lengthFaults(node),
  ]),
  ...formFaults(card),
  ...nameFaults(card),
  ...sizeFaults(card),
]

function frameFaults(card: Json): string[] {
  const { schema, config, header, body } = card
  const unknown = Object.keys(card).filter(
    (key) => !['schema', 'config', 'header', 'body'].includes(key),
  )
  const summary = isRecord(config) && isRecord(config['summary']) && config['summary']['content']
  return [
    ...unknown.map((key) => `unknown root property ${key}`),
    ...(schema === '2.0' ? [] : ['schema is not 2.0']),
    ...(isRecord(config) && config['update_multi'] === true ? [] : ['update_multi is not true']),
    ...(isRecord(config) && config['enable_forward'] === false ? [] : ['may be forwarded']),
    ...(summary ? [] : ['no summary']),
    ...(isRecord(header) && isRecord(header['title']) ? [] : ['no title']),
    ...(isRecord(body) && Array.isArray(body['elements']) && body['elements'].length > 0
      ? []
      : ['empty body']),
  ]
}

function propertyFaults(node: Json): string[] {
  const tag = String(node['tag'])
  const known = PROPERTIES[tag]
  if (!known) return [`unknown tag ${tag}`]
  return Object.keys(node)
    .filter((key) => key !== 'tag' && !known.includes(key))
    .map((key) => `unknown property ${tag}.${key}`)
}

function nestingFaults(node: Json, above: readonly string[]): string[] {
  const inside = above.filter((tag) => CONTAINERS.includes(tag))
  const inForm = inside.includes('form')
  return [
    ...(node['tag'] === 'form' && above.length > 0 ? ['form not at the root'] : []),
    ...(inside.length > 5 ? ['nested too deep'] : []),
    ...(node['form_action_type'] && !inForm ? ['submit button outside a form'] : []),
    ...(node['required'] === true && !inForm ? ['required outside a form'] : []),
    ...(node['tag'] === 'markdown' && node['content'] === '' ? ['empty markdown'] : []),
  ]
}

function lengthFaults(node: Json): string[] {
  const words = (key: string) => {
    const text = node[key]
    return isRecord(text) ? String(text['content']) : ''
  }
  const initial = node['default_value']
  const over = typeof initial === 'string' && initial.length > Number(node['max_length'])
  return [
    ...(['text', 'placeholder'].some((key) => node['tag'] !== 'div' && words(key).length > 100)
      ? [`long text on ${String(node['tag'])}`]
      : []),
    ...(Number(node['max_length'] ?? 1) > 1000 ? ['max_length over 1000'] : []),
    ...(over ? ['default_value over max_length'] : []),
  ]
}

function formFaults(card: Json): string[] {
  return ofTag(card, 'form').flatMap((form) => {
    const submits = ofTag(form, 'button').filter((node) => node['form_action_type'] === 'submit')
    return [
      ...(submits.length > 0 ? [] : ['form without a submit button']),
      ...(form['name'] ? [] : ['form without a name']),
    ]
  })
}

const nameOf = ({ name }: Json): string => (typeof name === 'string' ? name : '')

function nameFaults(card: Json): string[] {
  const controls = ofTag(card, ...CONTROLS)
  const names = [...controls, ...ofTag(card, 'form')].map((node) => nameOf(node))
  const options = ofTag(card, 'select_static', 'multi_select_static').flatMap((node) => {
    const values = Array.isArray(node['options'])
      ? node['options'].map((option: Json) => String(option['value']))
      : []
    return new Set(values).size === values.length ? [] : ['repeated option']
  })
  return [
    ...(names.includes('') ? ['a control without a name'] : []),
    ...(new Set(names).size === names.length ? [] : [`repeated name in ${names.join(' ')}`]),
    ...options,
  ]
}

/** 30 KB of body: the card stands in it as a quoted string. */
function sizeFaults(card: Json): string[] {
  const bytes = Buffer.byteLength(JSON.stringify({ content: JSON.stringify(card) }))
  const elements = tagged(card).length
  return [
    ...(bytes > 29_500 ? [`${bytes} bytes`] : []),
    ...(elements > 200 ? [`${elements} elements`] : []),
  ]
}
