import { wordsOf } from '../card-words.ts'
import { nodesOf, type Node } from '../card-tree.ts'
import { listOf, recordOf, textOf, textsOf, type Json } from '../json.ts'

const FIELD_TAGS = new Set([
  'input',
  'select_static',
  'multi_select_static',
  'select_person',
  'multi_select_person',
  'date_picker',
  'picker_time',
  'picker_datetime',
  'checker',
  'select_img',
])

export const isField = ({ tag }: Node): boolean => FIELD_TAGS.has(tag)

/** By name, by its own label, by the words just above it, or by its placeholder: whatever a reader would call it. */
export function findField(card: unknown, called: string): Node {
  const nodes = nodesOf(card)
  const named = nodes.filter(isField).map((node) => ({ node, names: namesOf(node, nodes) }))
  const wanted = plain(called)
  const exact = named.filter(({ names }) => names.some((name) => plain(name) === wanted))
  const close = named.filter(({ names }) => names.some((name) => plain(name).startsWith(wanted)))
  const [only, second] = exact.length > 0 ? exact : close
  if (only === undefined) {
    const known = named.map(({ names }) => names[0] ?? '?').join('、')
    throw new Error(`卡片上没有「${called}」，只有：${known}`)
  }
  if (second !== undefined) throw new Error(`卡片上有几个「${called}」，请用 name`)
  return only.node
}

export function labelOf(node: Node, nodes: readonly Node[]): string {
  return namesOf(node, nodes).at(-1) ?? node.path
}

function namesOf(node: Node, nodes: readonly Node[]): string[] {
  const { name, placeholder, label, text } = node.value
  const names = [
    textOf(name) ?? '',
    wordsOf(placeholder),
    wordsAbove(node, nodes),
    wordsOf(label ?? text),
  ]
  return names.filter((candidate) => candidate !== '')
}

/** 2.0 selectors have no label property, so cards write it as a line of text before them. */
function wordsAbove(node: Node, nodes: readonly Node[]): string {
  const before = nodes.slice(0, nodes.indexOf(node)).toReversed()
  const nearest = before.find(({ tag, form }) => {
    return form === node.form && (tag === 'markdown' || tag === 'div' || FIELD_TAGS.has(tag))
  })
  if (nearest === undefined || FIELD_TAGS.has(nearest.tag)) return ''
  return wordsOf(nearest.tag === 'div' ? nearest.value['text'] : nearest.value)
}

const plain = (text: string) => text.replace(/[\s*＊:：（）()]/g, '')

/** What the card itself puts into a field before anybody touches it. */
export function initialValue({ tag, value }: Node): unknown {
  switch (tag) {
    case 'input':
      return textOf(value['default_value']) ?? ''
    case 'select_static':
    case 'select_person':
      return textOf(value['initial_option']) ?? optionAt(value)
    case 'multi_select_static':
    case 'multi_select_person':
      return Array.isArray(value['selected_values']) ? textsOf(value['selected_values']) : undefined
    case 'checker':
      return value['checked'] === true
    default:
      return initialMoment(value)
  }
}

function optionAt({ initial_index, options }: Json): string | undefined {
  const index = typeof initial_index === 'number' ? initial_index : 0
  return index < 1 ? undefined : textOf(recordOf(listOf(options)[index - 1])['value'])
}

/** Pickers carry the client's offset from UTC; everybody here is in Shanghai. */
const OFFSET = ' +0800'

function initialMoment(value: Json): string | undefined {
  const keys = ['initial_date', 'initial_time', 'initial_datetime']
  const initial = keys.map((key) => textOf(value[key])).find((text) => text)
  return initial === undefined ? undefined : initial + OFFSET
}

const MOMENTS: Record<string, RegExp> = {
  date_picker: /^\d{4}-\d{2}-\d{2}$/,
  picker_time: /^\d{2}:\d{2}$/,
  picker_datetime: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/,
}

/** What a client would put into `form_value` for a choice said in words; throws when it does not offer it. */
export function chosenValue(
  node: Node,
  said: string | readonly string[],
  people: ReadonlyMap<string, string>,
): unknown {
  const format = MOMENTS[node.tag]
  if (format !== undefined) {
    if (typeof said !== 'string' || !format.test(said))
      throw new Error(`${node.tag} 不收「${String(said)}」`)
    return said + OFFSET
  }
  const one = (word: string) => optionOf(node, word, people)
  if (node.tag.startsWith('multi_')) return (typeof said === 'string' ? [said] : said).map(one)
  if (typeof said !== 'string') throw new Error(`${node.tag} 只能选一项`)
  return one(said)
}

function optionOf(node: Node, said: string, people: ReadonlyMap<string, string>): string {
  const options = listOf(node.value['options']).map(recordOf)
  // An empty list of people offers everybody in the chat.
  const offered =
    options.length === 0 && node.tag.endsWith('person')
      ? [...people].map(([value, text]) => ({ value, text }))
      : options.map(({ value, text }) => ({
          value: textOf(value) ?? '',
          text: wordsOf(text) || (people.get(textOf(value) ?? '') ?? ''),
        }))
  const found = offered.find(({ value, text }) => value === said || text === said)
  if (found !== undefined) return found.value
  throw new Error(
    `选项里没有「${said}」，只有：${offered.map(({ text, value }) => text || value).join('、')}`,
  )
}
