import type { MarkdownIt, StateInline } from 'markdown-it'

/** Tags that enclose text; their close tag must exist, or the text stays text. */
const PAIRED = ['font', 'text_tag', 'a', 'link', 'number_tag', 'raw']
/** Tags that stand alone; `<at …></at>` may also be closed. */
const SINGLE = ['at', 'person', 'local_datetime', 'br', 'hr']

const OPEN = /^<([a-z_]+)((?:\s+[a-z_]+\s*=\s*(?:'[^'<>]*'|"[^"<>]*"|[^\s'"<>]+))*)\s*\/?>/
const ATTRIBUTE = /([a-z_]+)\s*=\s*(?:'([^']*)'|"([^"]*)"|([^\s'"]+))/g

type Attributes = Record<string, string>

const attributesOf = (text: string): Attributes =>
  Object.fromEntries(
    [...text.matchAll(ATTRIBUTE)].map(([, name, single, double, bare]) => [
      name ?? '',
      (single ?? double ?? bare ?? '').replace(/\/$/, bare ? '' : '/'),
    ]),
  )

/** Where the close tag that belongs to the tag opened before `from` begins, counting nested ones. */
const closeOf = (src: string, tag: string, from: number, end: number): number => {
  const either = new RegExp(`<(/?)${tag}(?=[\\s>/])[^<>]*>`, 'g')
  either.lastIndex = from
  let depth = 1
  for (let found = either.exec(src); found && found.index < end; found = either.exec(src)) {
    depth += found[1] ? -1 : 1
    if (depth === 0) return found.index
  }
  return -1
}

const pushSingle = (state: StateInline, tag: string, attributes: Attributes): void => {
  const token = state.push(`feishu_${tag}`, '', 0)
  token.meta = attributes
}

const pushPaired = (
  state: StateInline,
  tag: string,
  attributes: Attributes,
  inner: readonly [number, number],
): void => {
  const open = state.push(`feishu_${tag}_open`, '', 1)
  open.meta = attributes
  const outerEnd = state.posMax
  state.pos = inner[0]
  state.posMax = inner[1]
  state.md.inline.tokenize(state)
  state.posMax = outerEnd
  state.push(`feishu_${tag}_close`, '', -1)
}

const rule = (state: StateInline, silent: boolean): boolean => {
  if (state.src[state.pos] !== '<') return false
  const match = OPEN.exec(state.src.slice(state.pos, state.posMax))
  if (!match) return false
  const [whole, tag = '', attributes = ''] = match
  const after = state.pos + whole.length
  if (SINGLE.includes(tag)) {
    const close = `</${tag}>`
    if (!silent) pushSingle(state, tag, attributesOf(attributes))
    state.pos = state.src.startsWith(close, after) ? after + close.length : after
    return true
  }
  if (!PAIRED.includes(tag)) return false
  const closeAt = closeOf(state.src, tag, after, state.posMax)
  if (closeAt === -1) return false
  if (!silent) pushPaired(state, tag, attributesOf(attributes), [after, closeAt])
  state.pos = closeAt + `</${tag}>`.length
  return true
}

/** The one extension to CommonMark: the platform's tags, as tokens `feishu_*` with their attributes in `meta`. */
export const feishuTags = (md: MarkdownIt): void => {
  md.inline.ruler.before('autolink', 'feishu_tags', rule)
}
