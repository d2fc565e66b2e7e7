import { wordsOf } from '../card-words.ts'
import { formAction, nodesOf, type Node } from '../card-tree.ts'
import { isRecord } from '../json.ts'
import { initialValue, isField, labelOf } from './fields.ts'

export interface ButtonChoice {
  /** True presses the yes of the confirm dialog. */
  confirm?: boolean
  /** Which of several buttons of the same words, from 0. */
  nth?: number
}

export function buttonsOf(card: unknown): Node[] {
  return nodesOf(card).filter(({ tag }) => tag === 'button')
}

export const buttonText = ({ value }: Node): string => wordsOf(value['text'])

/** The button a person would press, or what keeps them from pressing it. */
export function findButton(card: unknown, text: string, { confirm, nth }: ButtonChoice): Node {
  const buttons = buttonsOf(card)
  const matching = buttons.filter((button) => buttonText(button) === text)
  if (matching.length > 1 && nth === undefined)
    throw new Error(`有 ${matching.length} 个「${text}」，请给 nth`)
  const button = matching[nth ?? 0]
  if (button === undefined) {
    throw new Error(`卡片上没有按钮「${text}」，只有：${buttons.map(buttonText).join('、')}`)
  }
  if (button.value['disabled'] === true) throw new Error(`按钮「${text}」不可用`)
  const asks = isRecord(button.value['confirm'])
  if (asks && confirm !== true)
    throw new Error(`按钮「${text}」要二次确认：press(…, { confirm: true })`)
  if (!asks && confirm === true) throw new Error(`按钮「${text}」没有二次确认`)
  return button
}

/** `form_value` of a submit button: every named field of its form, refused while a required one is empty. */
export function formValueOf(
  card: unknown,
  button: Node,
  typed: ReadonlyMap<string, unknown>,
): Record<string, unknown> | undefined {
  if (formAction(button) !== 'submit') return undefined
  const nodes = nodesOf(card)
  const fields = nodes.filter((node) => isField(node) && node.form === button.form)
  const values = fields.map((node) => ({ node, value: typed.get(node.path) ?? initialValue(node) }))
  const missing = values.filter(
    ({ node, value }) => node.value['required'] === true && isEmpty(value),
  )
  if (missing.length > 0) {
    const names = missing.map(({ node }) => labelOf(node, nodes)).join('、')
    throw new Error(`有必填项未填写：${names}`)
  }
  // Empty pickers and selectors are absent, an empty input is "".
  const present = values.filter(({ value }) => value === '' || !isEmpty(value))
  return Object.fromEntries(present.map(({ node, value }) => [String(node.value['name']), value]))
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}
