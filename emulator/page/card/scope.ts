import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Message, Person, Press } from '../../wire.ts'
import { type Json, stringOf, textOf } from '../state/read-json.ts'
import { type FieldValue, initialValue } from './form-values.ts'
import { wordsBefore } from './words-before.ts'

/** The form around a component, with its place in the card. */
export interface FormPlace {
  path: string
  node: Json
}

type PressExtra = Pick<Press, 'option' | 'options' | 'inputValue' | 'checked'>

export interface PressRequest {
  node: Json
  path: string
  form: FormPlace | undefined
  extra?: PressExtra
}

/** What every component of one card on the screen shares. */
export interface Scope {
  message: Message
  /** The message's card. */
  card: Json
  members: readonly Person[]
  /** The card's own colour and size names. */
  colors: Readonly<Record<string, string>>
  sizes: Readonly<Record<string, string>>
  /** Path of the component whose press is in flight. */
  busy: string | undefined
  /** Complaints under fields, by field key. */
  faults: Readonly<Record<string, string>>
  typed: (key: string) => FieldValue | undefined
  type: (key: string, value: FieldValue) => void
  press: (request: PressRequest) => void
  reset: (form: FormPlace) => void
  element: (node: unknown, path: string) => ComponentChildren
}

export const CardScope = createContext<Scope | undefined>(undefined)

export const useScope = (): Scope => {
  const scope = useContext(CardScope)
  if (!scope) throw new Error('A card component stands outside a card')
  return scope
}

export const FormScope = createContext<FormPlace | undefined>(undefined)

/** What is typed survives a patch of the card as long as the field keeps its name. */
export const fieldKey = (form: FormPlace | undefined, node: Json, path: string): string => {
  const name = stringOf(node['name']) || stringOf(node['element_id'])
  return `${form ? stringOf(form.node['name']) : ''}/${name || path}`
}

export interface Control {
  id: string
  /** What a screen reader calls it when it has no label of its own. */
  name: string
  value: FieldValue
  fault: string | undefined
  disabled: boolean
  busy: boolean
  form: FormPlace | undefined
  set(value: FieldValue): void
  press(extra: PressExtra): void
}

/** State and behaviour of one control: kept by the form, or pressed at once outside of one. */
export const useControl = (node: Json, path: string): Control => {
  const scope = useScope()
  const form = useContext(FormScope)
  const key = fieldKey(form, node, path)
  return {
    id: `${scope.message.id}-${path}`.replaceAll('.', '-'),
    name: wordsBefore(scope.card, path) || textOf(node['placeholder']),
    value: scope.typed(key) ?? initialValue(node),
    fault: scope.faults[key],
    disabled: node['disabled'] === true || scope.busy !== undefined,
    busy: scope.busy === path,
    form,
    set: (value) => scope.type(key, value),
    press: (extra) => scope.press({ node, path, form, extra }),
  }
}
