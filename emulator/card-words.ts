import { isRecord, textOf } from './json.ts'

/** The words of a text object (`plain_text`, `lark_md`), of a markdown component or of a plain string. */
export function wordsOf(value: unknown): string {
  if (isRecord(value)) return wordsOf(value['content'] ?? value['text'])
  return markdownToText(textOf(value) ?? '')
}

const ENTITIES: Record<string, string> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  nbsp: ' ',
  sim: '~',
  zwj: '',
}

/** In order: tags that carry words of their own, tags that only colour, then the marks of markdown, entities last. */
const STEPS: readonly [RegExp, string | ((...found: string[]) => string)][] = [
  [
    /<local_datetime\b([^>]*)>(?:\s*<\/local_datetime>)?/g,
    (_, attributes = '') => localTime(attributes),
  ],
  [/<(?:at|person)\b[^>]*?ids?\s*=\s*['"]?([\w,]+)['"]?[^>]*>(?:[^<]*<\/(?:at|person)>)?/g, '@$1'],
  [/<br\s*\/?>/g, '\n'],
  [/<\/?(?:font|text_tag|number_tag|a|link|raw|b|i|u|s|hr)\b[^>]*>/g, ''],
  [/!\[([^\]]*)\]\([^)]*\)/g, '[图]'],
  [/\[([^\]]*)\]\([^)]*\)/g, '$1'],
  [/\*\*|~~|`/g, ''],
  [/(^|\n)(?:#{1,6} |> )/g, '$1'],
  [/&#(\d+);/g, (_, code = '') => String.fromCodePoint(Number(code))],
  [/&(\w+);/g, (whole = '', name = '') => ENTITIES[name] ?? whole],
]

/** What a reader sees of markdown, without its dress. */
function markdownToText(markdown: string): string {
  return STEPS.reduce((text, [pattern, by]) => {
    return typeof by === 'string' ? text.replace(pattern, by) : text.replace(pattern, by)
  }, markdown)
}

const FORMATS: Record<string, Intl.DateTimeFormatOptions> = {
  time: { timeStyle: 'short' },
  time_sec: { timeStyle: 'medium' },
}

/** Everybody in the emulator's tenant lives in one zone. */
function localTime(attributes: string): string {
  const moment = Number(/millisecond\s*=\s*['"]?(\d+)/.exec(attributes)?.[1])
  const format = /format_type\s*=\s*['"]?(\w+)/.exec(attributes)?.[1] ?? ''
  const options = FORMATS[format] ?? { dateStyle: 'short' }
  // sv-SE writes dates as 2026-11-23.
  return new Intl.DateTimeFormat('sv-SE', { ...options, timeZone: 'Asia/Shanghai' }).format(moment)
}
