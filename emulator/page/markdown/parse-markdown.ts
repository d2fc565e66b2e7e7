import MarkdownIt, { type Token } from 'markdown-it'
import { feishuTags } from './feishu-tags.ts'
import { inlineNodes } from './inline-nodes.ts'
import type { Align, Block, Inline } from './nodes.ts'

const full = new MarkdownIt({ html: false, breaks: true }).use(feishuTags)
full.validateLink = () => true

/** `lark_md`: one paragraph, no images, headings, lists or code. */
const subset = new MarkdownIt({ html: false, breaks: true })
  .disable(['image', 'backticks', 'autolink'])
  .use(feishuTags)
subset.validateLink = () => true

interface Read<T> {
  value: T
  next: number
}

const kindOf = (token: Token): string => token.type.replace(/_(open|close)$/, '')

const alignOf = (token: Token): Align => {
  const style = String(token.attrs?.find(([name]) => name === 'style')?.[1] ?? '')
  return (['left', 'center', 'right'] as const).find((each) => style.endsWith(each))
}

const readTable = (tokens: readonly Token[], at: number): Read<Block> => {
  const table = {
    kind: 'table',
    align: [] as Align[],
    head: [] as Inline[][],
    rows: [] as Inline[][][],
  } as const
  let row: Inline[][] = []
  let i = at
  for (; tokens[i] && tokens[i]?.type !== 'table_close'; i += 1) {
    const token = tokens[i]
    if (token?.type === 'tr_open') row = []
    if (token?.type === 'th_open') table.align.push(alignOf(token))
    if (token?.type === 'inline') row.push(inlineNodes(token.children))
    if (token?.type === 'tr_close') {
      if (table.head.length === 0) table.head.push(...row)
      else table.rows.push(row)
    }
  }
  return { value: table, next: i }
}

const paragraph = (children: Inline[]): Block =>
  children.length === 1 && children[0]?.kind === 'rule'
    ? { kind: 'rule' }
    : { kind: 'paragraph', children }

const readItems = (tokens: readonly Token[], at: number): Read<Block[][]> => {
  const items: Block[][] = []
  let i = at
  while (tokens[i]?.type === 'list_item_open') {
    const item = readBlocks(tokens, i + 1)
    items.push(item.value)
    i = item.next + 1
  }
  return { value: items, next: i }
}

const readBlock = (tokens: readonly Token[], at: number, token: Token): Read<Block | undefined> => {
  switch (token.type) {
    case 'paragraph_open':
      return { value: paragraph(inlineNodes(tokens[at + 1]?.children ?? null)), next: at + 2 }
    case 'heading_open': {
      const children = inlineNodes(tokens[at + 1]?.children ?? null)
      return {
        value: { kind: 'heading', level: Number(token.tag.slice(1)), children },
        next: at + 2,
      }
    }
    case 'blockquote_open': {
      const inner = readBlocks(tokens, at + 1)
      return { value: { kind: 'quote', children: inner.value }, next: inner.next }
    }
    case 'bullet_list_open':
    case 'ordered_list_open': {
      const items = readItems(tokens, at + 1)
      const first = Number(token.attrs?.find(([name]) => name === 'start')?.[1] ?? 1)
      const start = kindOf(token) === 'ordered_list' ? first : undefined
      return { value: { kind: 'list', start, items: items.value }, next: items.next }
    }
    case 'table_open':
      return readTable(tokens, at + 1)
    case 'hr':
      return { value: { kind: 'rule' }, next: at }
    case 'fence':
    case 'code_block':
      return { value: { kind: 'code', text: token.content }, next: at }
    default:
      return { value: undefined, next: at }
  }
}

function readBlocks(tokens: readonly Token[], at: number): Read<Block[]> {
  const blocks: Block[] = []
  for (let i = at; i < tokens.length; i += 1) {
    const token = tokens[i]
    if (!token || token.nesting === -1) return { value: blocks, next: i }
    const block = readBlock(tokens, i, token)
    if (block.value) blocks.push(block.value)
    i = block.next
  }
  return { value: blocks, next: tokens.length }
}

export const parseMarkdown = (text: string): Block[] => readBlocks(full.parse(text, {}), 0).value

export const parseLarkMd = (text: string): Inline[] =>
  subset.parseInline(text, {}).flatMap((token) => inlineNodes(token.children))
