import { isRecord, textOf, type Json } from './json.ts'

/** A tagged object inside a card, with where it is and which form it belongs to. */
export interface Node {
  tag: string
  value: Json
  /** Dot path as the page and a press name it: `body.elements.3.columns.0.elements.1`. */
  path: string
  /** Enclosing tags, outermost first. */
  inside: readonly string[]
  /** Path of the enclosing form. */
  form?: string
}

/** The bot's own data and foreign languages: a `tag` in there is nobody's component. */
const OPAQUE = new Set(['value', 'chart_spec', 'rows', 'i18n_content', 'columns_data'])

/** Depth first, in the order a reader meets them. */
export function nodesOf(card: unknown): Node[] {
  const found: Node[] = []
  visit(card, { path: '', inside: [] }, found)
  return found
}

interface Place {
  path: string
  inside: readonly string[]
  form?: string
}

function visit(value: unknown, place: Place, found: Node[]): void {
  if (Array.isArray(value)) return visitEach(Object.entries(value), place, found)
  if (!isRecord(value)) return
  const tag = textOf(value['tag'])
  if (tag !== undefined) found.push({ tag, value, ...place })
  const entries = Object.entries(value).filter(([key]) => !OPAQUE.has(key))
  visitEach(entries, tag === undefined ? place : within(place, tag), found)
}

function visitEach(entries: [string, unknown][], place: Place, found: Node[]): void {
  for (const [key, child] of entries) {
    visit(child, { ...place, path: place.path === '' ? key : `${place.path}.${key}` }, found)
  }
}

function within(place: Place, tag: string): Place {
  const inside = [...place.inside, tag]
  return tag === 'form' ? { path: place.path, inside, form: place.path } : { ...place, inside }
}

/** `ROOT -> body -> elements -> [0](tag: form)`, as the platform writes it in `ErrPath`. */
export function errorPath({ path, tag }: Node): string {
  const steps = path.split('.').map((step) => (/^\d+$/.test(step) ? `[${step}]` : step))
  return `${['ROOT', ...steps].join(' -> ')}(tag: ${tag})`
}

/** Components that call back, alone or as a field of a form. */
export const INTERACTIVE = new Set([
  'button',
  'input',
  'select_static',
  'multi_select_static',
  'select_person',
  'multi_select_person',
  'date_picker',
  'picker_time',
  'picker_datetime',
  'overflow',
  'checker',
  'select_img',
  'interactive_container',
])

/** What a button inside a form does; older samples say it as `action_type: form_submit`. */
export function formAction({ value }: Node): 'submit' | 'reset' | undefined {
  const said =
    textOf(value['form_action_type']) ?? textOf(value['action_type'])?.replace('form_', '')
  return said === 'submit' || said === 'reset' ? said : undefined
}
