import type { Token } from 'markdown-it'
import { numberOf, type Json, stringOf } from '../state/read-json.ts'
import type { Inline } from './nodes.ts'
import { safeLink } from './safe-link.ts'

const IMAGE_KEY = /^[\w-]+$/

const attribute = (token: Token, name: string): string =>
  stringOf(token.attrs?.find(([key]) => key === name)?.[1])

/** A link whose address may not be followed leaves its text. */
const linkTo = (href: unknown, children: Inline[]): Inline[] => {
  const safe = safeLink(href)
  return safe ? [{ kind: 'link', href: safe, children }] : children
}

const plainText = (children: readonly Inline[]): string =>
  children.map((child) => (child.kind === 'text' ? child.text : '')).join('')

const enclosing = (type: string, token: Token, children: Inline[]): Inline[] => {
  const meta: Json = token.meta ?? {}
  switch (type) {
    case 'strong':
    case 'em':
      return [{ kind: type, children }]
    case 's':
      return [{ kind: 'del', children }]
    case 'link':
      return linkTo(attribute(token, 'href'), children)
    case 'feishu_a':
      return linkTo(meta['href'], children)
    case 'feishu_link':
      return linkTo(meta['pc_url'] || meta['url'], children)
    case 'feishu_font':
      return [{ kind: 'font', color: stringOf(meta['color'], 'default'), children }]
    case 'feishu_text_tag':
      return [{ kind: 'tag', color: stringOf(meta['color'], 'neutral'), children }]
    case 'feishu_number_tag':
      return [
        {
          kind: 'number',
          text: plainText(children),
          background: stringOf(meta['background_color']),
          color: stringOf(meta['font_color']),
        },
      ]
    default:
      return children
  }
}

const alone = (token: Token): Inline[] => {
  const meta: Json = token.meta ?? {}
  switch (token.type) {
    case 'code_inline':
      return [{ kind: 'code', text: token.content }]
    case 'softbreak':
    case 'hardbreak':
    case 'feishu_br':
      return [{ kind: 'break' }]
    case 'feishu_hr':
      return [{ kind: 'rule' }]
    case 'image': {
      const key = attribute(token, 'src')
      return IMAGE_KEY.test(key)
        ? [{ kind: 'image', key, alt: token.content }]
        : [{ kind: 'text', text: token.content }]
    }
    case 'feishu_at': {
      const ids = stringOf(meta['ids'] ?? meta['id'] ?? meta['email'])
      return [{ kind: 'at', ids: ids.split(',').filter(Boolean) }]
    }
    case 'feishu_person':
      return [
        {
          kind: 'person',
          id: stringOf(meta['id']),
          name: meta['show_name'] !== 'false',
          avatar: meta['show_avatar'] !== 'false',
          capsule: meta['style'] === 'capsule',
        },
      ]
    case 'feishu_local_datetime':
      return [
        {
          kind: 'time',
          at: numberOf(meta['millisecond']),
          format: stringOf(meta['format_type'], 'date_num'),
        },
      ]
    default:
      return token.content ? [{ kind: 'text', text: token.content }] : []
  }
}

/** Reads tokens from `at` up to the close of the enclosing one. */
const readFrom = (tokens: readonly Token[], at: number): { nodes: Inline[]; next: number } => {
  const nodes: Inline[] = []
  for (let i = at; i < tokens.length; i += 1) {
    const token = tokens[i]
    if (!token) break
    if (token.nesting === -1) return { nodes, next: i }
    if (token.nesting === 1) {
      const inner = readFrom(tokens, i + 1)
      nodes.push(...enclosing(token.type.replace(/_open$/, ''), token, inner.nodes))
      i = inner.next
    } else {
      nodes.push(...alone(token))
    }
  }
  return { nodes, next: tokens.length }
}

export const inlineNodes = (tokens: readonly Token[] | null): Inline[] =>
  readFrom(tokens ?? [], 0).nodes
