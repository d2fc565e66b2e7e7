import { isRecord, type Json, listOf, recordsOf, stringOf, textOf } from '../state/read-json.ts'

/** Pickers send the reader's offset with the value; everybody here sits in Shanghai. */
const OFFSET = '+0800'

const TEXT_TAGS = ['input']
const ONE_TAGS = ['select_static', 'select_person', 'select_img']
const MANY_TAGS = ['multi_select_static', 'multi_select_person']
const TIME_TAGS = ['date_picker', 'picker_time', 'picker_datetime']
const FIELD_TAGS = [...TEXT_TAGS, ...ONE_TAGS, ...MANY_TAGS, ...TIME_TAGS, 'checker']

/** What a control holds while the person edits: text, several choices, or a tick. */
export type FieldValue = string | string[] | boolean

export interface Field {
  name: string
  tag: string
  required: boolean
  node: Json
}

const strings = (value: unknown): string[] => listOf(value).map((each) => stringOf(each))

/** The documents call `initial_option` both the value and the text of the option: either is found. */
const initialOption = (node: Json): string => {
  const options = recordsOf(node['options'])
  const index = node['initial_index']
  if (typeof index === 'number' && index > 0) return stringOf(options[index - 1]?.['value'])
  const wanted = stringOf(node['initial_option'])
  const byText = options.find((option) => textOf(option['text']) === wanted)
  const known = options.some((option) => option['value'] === wanted)
  return known || !byText ? wanted : stringOf(byText['value'])
}

/** What the card itself puts into the field, in the shape of the browser's control. */
export const initialValue = (node: Json): FieldValue => {
  const tag = stringOf(node['tag'])
  if (tag === 'input') return stringOf(node['default_value'])
  if (tag === 'checker') return node['checked'] === true
  if (MANY_TAGS.includes(tag)) return strings(node['selected_values'])
  if (tag === 'select_img' && node['multi_select'] === true) return strings(node['selected_values'])
  if (tag === 'date_picker') return stringOf(node['initial_date'])
  if (tag === 'picker_time') return stringOf(node['initial_time'])
  if (tag === 'picker_datetime') return stringOf(node['initial_datetime']).replace(' ', 'T')
  return initialOption(node)
}

/** `2026-11-24` → `2026-11-24 +0800`, `2026-04-29T07:07` → `2026-04-29 07:07 +0800`. */
export const wireValue = (tag: string, value: FieldValue): FieldValue =>
  TIME_TAGS.includes(tag) && typeof value === 'string'
    ? `${value.replace('T', ' ')} ${OFFSET}`
    : value

const isEmpty = (value: FieldValue): boolean =>
  value === false || (typeof value !== 'boolean' && value.length === 0)

/** All fields below a form, wherever columns and panels put them. */
const fieldsOf = (node: unknown): Field[] => {
  if (Array.isArray(node)) return node.flatMap(fieldsOf)
  if (!isRecord(node)) return []
  const tag = stringOf(node['tag'])
  if (FIELD_TAGS.includes(tag)) {
    return [{ name: stringOf(node['name']), tag, required: node['required'] === true, node }]
  }
  return [node['elements'], node['columns']].flatMap(fieldsOf)
}

export interface Collected {
  formValue: Record<string, FieldValue>
  /** Names of required fields without a value. */
  missing: string[]
}

/**
 * What a submit sends: typed values where there are any, the card's own otherwise. An untouched text
 * is sent as `""`, a tick always; other empty optional fields are left out.
 */
export const collectForm = (
  form: Json,
  typed: (field: Field) => FieldValue | undefined,
): Collected => {
  const formValue: Record<string, FieldValue> = {}
  const missing: string[] = []
  for (const field of fieldsOf(form['elements'])) {
    const value = typed(field) ?? initialValue(field.node)
    const empty = isEmpty(value) || (typeof value === 'string' && field.required && !value.trim())
    if (field.required && empty && field.tag !== 'checker') missing.push(field.name)
    const always = field.tag === 'input' || field.tag === 'checker'
    if (!field.name || (empty && !always)) continue
    formValue[field.name] = wireValue(field.tag, value)
  }
  return { formValue, missing }
}
