import { isRecord, type Json } from './tree.ts'

/** A card as somebody would read it aloud: one line per thing on the screen, controls in brackets. */
export function transcript(card: Json): string {
  const { header, body, config } = card
  return [
    `(${wordsIn(isRecord(config) ? config['summary'] : undefined)})`,
    ...headerLines(header),
    ...linesOf(isRecord(body) ? body['elements'] : undefined),
  ].join('\n')
}

function headerLines(header: unknown): string[] {
  if (!isRecord(header)) return []
  const tags = Array.isArray(header['text_tag_list']) ? header['text_tag_list'] : []
  const labels = tags.map((tag: Json) => ` [${wordsIn(tag['text'])}, ${String(tag['color'])}]`)
  const subtitle = header['subtitle'] ? `\n   ${wordsIn(header['subtitle'])}` : ''
  return [`${String(header['template'])}: ${wordsIn(header['title'])}${labels.join('')}${subtitle}`]
}

function linesOf(elements: unknown): string[] {
  return Array.isArray(elements) ? elements.flatMap((element: Json) => lines(element)) : []
}

const indent = (line: string): string => line.replaceAll(/^/gm, '  ')

function lines(element: Json): string[] {
  switch (element['tag']) {
    case 'hr':
      return ['---']
    case 'markdown':
      return [unmarked(String(element['content']))]
    case 'div':
      return [wordsIn(element['text'])]
    case 'collapsible_panel':
      return panelLines(element)
    case 'column_set':
      return [linesIn(element['columns']).join(' ')]
    case 'form':
      return [`form ${String(element['name'])}`, ...linesOf(element['elements']).map(indent)]
    case 'button':
      return [buttonLine(element)]
    default:
      return [fieldLine(element)]
  }
}

const linesIn = (columns: unknown): string[] =>
  Array.isArray(columns) ? columns.flatMap((column: Json) => linesOf(column['elements'])) : []

function panelLines(element: Json): string[] {
  const title = isRecord(element['header']) ? wordsIn(element['header']['title']) : ''
  const sign = element['expanded'] === true ? '▾' : '▸'
  return [`${sign} ${title}`, ...linesOf(element['elements']).map(indent)]
}

function buttonLine(element: Json): string {
  const { confirm } = element
  const asked = isRecord(confirm)
    ? ` ⟵ ${wordsIn(confirm['title'])}? ${wordsIn(confirm['text'])}`
    : ''
  const kind =
    element['type'] === 'default' ? '' : ` ${String(element['type']).replace('_filled', '')}`
  return `<${wordsIn(element['text'])}${kind}>${asked}`
}

function fieldLine(element: Json): string {
  const label = element['label'] ? ` ${wordsIn(element['label'])}` : ''
  const initial =
    element['default_value'] ??
    element['initial_option'] ??
    element['initial_date'] ??
    element['selected_values']
  const required = element['required'] === true ? '*' : ''
  const shown = initial === undefined ? '' : ` = ${JSON.stringify(initial)}`
  return `[${String(element['name'])}${required}]${label}${shown}`
}

const wordsIn = (node: unknown): string => (isRecord(node) ? unmarked(String(node['content'])) : '')

/** Markdown of ours as bare text. */
const unmarked = (content: string): string =>
  content
    .replaceAll(/<\/?font[^>]*>|\*\*/g, '')
    .replaceAll(/<at id=(\w+)><\/at>/g, '@$1')
    .replaceAll('<br>', '\n')
    .replaceAll('&sim;', '~')
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
