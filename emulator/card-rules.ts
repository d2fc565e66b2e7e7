import { errorPath, formAction, INTERACTIVE, nodesOf, type Node } from './card-tree.ts'
import { isRecord, recordOf, textOf, type Json } from './json.ts'

/** What the platform would answer: 230099 with `sub` inside, unless `code` says otherwise. */
export interface Finding {
  code: 230099 | 230025
  sub: number
  path: string
  message: string
}

/** What a rule may look up: a card may only show what the tenant has. */
export interface Known {
  image(key: string): boolean
  person(id: string): boolean
}

const CARD_BYTES = 30 * 1024
const TAGGED_ELEMENTS = 200
const TABLES = 5

/** Everything Card JSON 2.0 knows; any other tag is refused. */
const DISPLAY = 'markdown div hr img img_combination person person_list table chart audio'
const CONTAINERS = 'column_set column form collapsible_panel'
const INLINE = 'plain_text lark_md text_tag standard_icon custom_icon'
const TAGS = new Set([...INTERACTIVE, ...`${DISPLAY} ${CONTAINERS} ${INLINE}`.split(' ')])

const REMOVED_TAGS = new Set(['action', 'note'])
const ROOT_ONLY = new Set(['form', 'table'])
const FORM_ONLY = new Set(['multi_select_static', 'multi_select_person'])

interface Sheet {
  card: Json
  nodes: Node[]
  known: Known
}

type Rule = (sheet: Sheet) => Finding[]

const found = (sub: number, message: string, node?: Node): Finding => ({
  code: 230099,
  sub,
  path: node === undefined ? '' : errorPath(node),
  message,
})

/** One finding per node for which `message` has something to say. */
const eachNode =
  (sub: number, message: (node: Node, sheet: Sheet) => string | undefined): Rule =>
  (sheet) =>
    sheet.nodes.flatMap((node) => {
      const text = message(node, sheet)
      return text === undefined ? [] : [found(sub, text, node)]
    })

const isRoot = ({ path }: Node) => /^body\.elements\.\d+$/.test(path)
const keysOf = (value: Json) => [value['img_key']].map(textOf).filter((key) => key !== undefined)

/** In the order the platform is likely to trip over them; the first finding is the answer. */
const RULES: readonly Rule[] = [
  ({ card }) =>
    card['schema'] === '2.0'
      ? []
      : [found(200621, 'schema must be "2.0"; cards of schema 1.0 are not emulated')],
  ({ card }) =>
    card['elements'] === undefined
      ? []
      : [found(200621, 'unknown property, property: elements, path: ROOT')],
  ({ card }) =>
    recordOf(card['config'])['update_multi'] === false
      ? [found(200621, 'update_multi of schema V2 can only be true')]
      : [],
  eachNode(200861, ({ tag }) =>
    REMOVED_TAGS.has(tag)
      ? `cards of schema V2 no longer support this capability; unsupported tag ${tag}`
      : undefined,
  ),
  eachNode(200621, ({ tag }) => (TAGS.has(tag) ? undefined : `unknown tag: ${tag}`)),
  ({ nodes }) =>
    nodes.length > TAGGED_ELEMENTS ? [found(11310, 'element exceeds the limit')] : [],
  ({ nodes }) =>
    nodes.filter(({ tag }) => tag === 'table').length > TABLES
      ? [found(11310, 'card table number over limit; ErrorValue: table')]
      : [],
  eachNode(200621, (node) =>
    ROOT_ONLY.has(node.tag) && !isRoot(node)
      ? `${node.tag} can only be placed at the root of the card`
      : undefined,
  ),
  eachNode(200621, ({ tag, form }) =>
    FORM_ONLY.has(tag) && form === undefined ? `${tag} can only be used in form` : undefined,
  ),
  eachNode(200621, (node) =>
    formAction(node) !== undefined && node.form === undefined
      ? 'formActionType only in form'
      : undefined,
  ),
  eachNode(11310, ({ tag, value }) =>
    tag === 'form' && !value['name']
      ? "form's name is required and can not be empty string"
      : undefined,
  ),
  eachNode(200621, (node, { nodes }) =>
    node.tag === 'form' && !hasSubmit(node, nodes)
      ? 'there is no submit button in form'
      : undefined,
  ),
  ({ nodes }) => repeatedNames(nodes),
  ({ nodes }) => repeatedElementIds(nodes),
  eachNode(
    200570,
    ({ value }, { known }) =>
      keysOf(value)
        .filter((key) => !known.image(key))
        .map((key) => `image key is invalid: ${key}`)[0],
  ),
  eachNode(
    100290,
    ({ value }, { known }) =>
      mentionedIn(value)
        .filter((id) => !known.person(id))
        .map((id) => `user id is invalid: ${id}`)[0],
  ),
]

/** `text` is the card as it came over the wire: its bytes count, not its meaning. */
export function checkCard(text: string, known: Known): Finding | undefined {
  if (Buffer.byteLength(text) > CARD_BYTES) {
    return { code: 230025, sub: 0, path: '', message: `${Buffer.byteLength(text)} bytes` }
  }
  const card = parsed(text)
  if (!isRecord(card))
    return found(200621, 'parse card json err, please check whether the card json is correct')
  return checkParsed(card, known)
}

function checkParsed(card: Json, known: Known): Finding | undefined {
  const sheet = { card, nodes: nodesOf(card), known }
  for (const rule of RULES) {
    const [finding] = rule(sheet)
    if (finding !== undefined) return finding
  }
  return undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function hasSubmit(form: Node, nodes: readonly Node[]): boolean {
  return nodes.some((node) => node.form === form.path && formAction(node) === 'submit')
}

function repeatedNames(nodes: readonly Node[]): Finding[] {
  const seen = new Set<string>()
  return nodes.flatMap((node) => {
    const name = textOf(node.value['name']) ?? ''
    const key = `${node.tag === 'form' ? 'form' : node.form}/${name}`
    const relevant =
      name !== '' && (node.tag === 'form' || (node.form !== undefined && INTERACTIVE.has(node.tag)))
    if (!relevant || !seen.has(key)) {
      if (relevant) seen.add(key)
      return []
    }
    return [found(11310, `name is repeated: ${name}`, node)]
  })
}

const ELEMENT_ID = /^[A-Za-z][A-Za-z0-9_]{0,19}$/

function repeatedElementIds(nodes: readonly Node[]): Finding[] {
  const seen = new Set<string>()
  return nodes.flatMap((node) => {
    const id = textOf(node.value['element_id'])
    if (id === undefined) return []
    if (!ELEMENT_ID.test(id)) return [found(200621, `element_id is invalid: ${id}`, node)]
    if (seen.has(id)) return [found(200621, `element_id is repeated: ${id}`, node)]
    seen.add(id)
    return []
  })
}

function mentionedIn({ tag, content }: Json): string[] {
  if (tag !== 'markdown' && tag !== 'lark_md') return []
  const tags = (textOf(content) ?? '').matchAll(/<at\s+ids?\s*=\s*['"]?([\w,]+)/g)
  return [...tags].flatMap(([, ids]) => (ids ?? '').split(',')).filter((id) => id !== 'all')
}
