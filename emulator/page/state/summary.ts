import type { Message } from '../../wire.ts'
import { isRecord, type Json, listOf, recordOf, recordsOf, stringOf, textOf } from './read-json.ts'

const NESTED = ['elements', 'columns'] as const

const CODE_POINT_MAX = 0x10ffff

const unescaped = (text: string): string =>
  text
    .replaceAll('&sim;', '~')
    .replace(/&#(\d{1,7});/g, (whole, code: string) =>
      Number(code) <= CODE_POINT_MAX ? String.fromCodePoint(Number(code)) : whole,
    )

/** Markdown without its marks: good enough for one grey line. Escaped marks are text, so they come last. */
export const plain = (text: string): string =>
  unescaped(
    text
      .replace(/<at id=['"]?all['"]?>\s*<\/at>/g, '@所有人')
      .replace(/<\/?[a-z_]+(\s[^>]*)?>/g, ' ')
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/[*_~`]{1,3}|^\s*[#>-]+\s/gm, ''),
  )
    .replace(/\s+/g, ' ')
    .trim()

const firstText = (elements: unknown): string => {
  for (const element of recordsOf(elements)) {
    const own =
      element['tag'] === 'markdown' ? stringOf(element['content']) : textOf(element['text'])
    if (['markdown', 'div'].includes(stringOf(element['tag'])) && plain(own)) return plain(own)
    for (const key of NESTED) {
      const inner = firstText(element[key])
      if (inner) return inner
    }
  }
  return ''
}

/** What the chat list shows for a card: config.summary, else header title, else the first text. */
export const cardSummary = (value: unknown): string => {
  const card: Json = recordOf(value)
  const header = recordOf(card['header'])
  return (
    plain(textOf(recordOf(card['config'])['summary'])) ||
    plain(textOf(header['title'])) ||
    firstText(recordOf(card['body'])['elements']) ||
    '卡片消息'
  )
}

/** `@_user_1` placeholders put back as names. */
export const resolveMentions = (text: string, mentions: Message['mentions']): string =>
  text.replace(/@_user_\d+|@_all/g, (key) => {
    if (key === '@_all') return '@所有人'
    const mention = mentions.find((each) => each.key === key)
    return mention ? `@${mention.name}` : key
  })

const postText = (paragraphs: unknown[][]): string =>
  paragraphs
    .flatMap((paragraph) => listOf(paragraph).filter(isRecord))
    .map((part) => stringOf(part['text'] ?? part['user_name']))
    .join(' ')

export const messageSummary = (message: Message): string => {
  if (message.recalled) return '消息已撤回'
  const { body } = message
  switch (body.type) {
    case 'text':
      return resolveMentions(body.text, message.mentions).replace(/\s+/g, ' ').trim()
    case 'post':
      return body.title || plain(postText(body.paragraphs)) || '富文本消息'
    case 'image':
      return '[图片]'
    case 'file':
      return `[文件] ${body.name}`
    case 'interactive':
      return cardSummary(body.card)
    default:
      return body satisfies never
  }
}
