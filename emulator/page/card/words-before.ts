import { isRecord, type Json, listOf, stringOf, textOf } from '../state/read-json.ts'
import { plain } from '../state/summary.ts'

/** Longer than this, or on several lines, it is a paragraph and no label. */
const LABEL_MAX = 40

const at = (value: unknown, step: string): unknown => {
  if (Array.isArray(value)) return value[Number(step)]
  return isRecord(value) ? value[step] : undefined
}

const labelIn = (element: unknown): string => {
  if (!isRecord(element) || !['markdown', 'div'].includes(stringOf(element['tag']))) return ''
  const said = element['tag'] === 'div' ? textOf(element['text']) : stringOf(element['content'])
  if (said.trim().includes('\n')) return ''
  const label = plain(said).replace(/[\s*＊:：]+$/, '')
  return label.length > LABEL_MAX ? '' : label
}

/**
 * Selectors and pickers of cards 2.0 have no label of their own; a card writes it as a line of text
 * just before the control, or in the column before.
 */
export const wordsBefore = (card: Json, path: string): string => {
  const steps = path.split('.')
  const above = (up: number): unknown => steps.slice(0, up).reduce<unknown>(at, card)
  const own = Number(steps.at(-1))
  if (own > 0) return labelIn(listOf(above(-1))[own - 1])
  const column = Number(steps.at(-3))
  if (steps.at(-4) !== 'columns' || !(column > 0)) return ''
  return labelIn(listOf(at(listOf(above(-3))[column - 1], 'elements')).at(-1))
}
