import { wordsOf } from './card-words.ts'
import { isRecord, listOf, recordOf, textOf, type Json } from './json.ts'

/** What the reader has typed or picked so far, by form path and field name; the driver fills it. */
export type Values = (element: Json, path: string) => unknown

type Writer = (element: Json, path: string, write: Write) => string[]
type Write = (element: unknown, path: string) => string[]

/** A card as a person would read it aloud: title, words, `标签：值` for fields, `[按钮]` for buttons. */
export function cardText(card: unknown, valueOf: Values = () => undefined): string {
  return transcriptLines(card, valueOf).join('\n')
}

/** The first line is the title. */
export function transcriptLines(card: unknown, valueOf: Values = () => undefined): string[] {
  const { header, body, elements } = recordOf(card)
  const write: Write = (element, path) => {
    if (!isRecord(element)) return []
    const writer = WRITERS[textOf(element['tag']) ?? '']
    if (writer !== undefined) return writer(element, path, write)
    const field = fieldLine(element, valueOf(element, path))
    return field === undefined ? [] : [field]
  }
  const root = isRecord(body) ? write({ ...body, tag: 'body' }, 'body') : []
  const old = Array.isArray(elements) ? inner({ elements }, '', write) : []
  return [...headerLines(recordOf(header)), ...root, ...old].filter((line) => line !== '')
}

function headerLines({ title, subtitle, text_tag_list }: Json): string[] {
  const tags = listOf(text_tag_list).map((tag) => ` ‹${wordsOf(recordOf(tag)['text'])}›`)
  return [wordsOf(title) + tags.join(''), wordsOf(subtitle)]
}

const inner = (element: Json, path: string, write: Write): string[] =>
  listOf(element['elements']).flatMap((child, index) =>
    write(child, [path, 'elements', index].filter((step) => step !== '').join('.')),
  )

const lines = (text: string): string[] => text.split('\n').map((line) => line.trimEnd())

const WRITERS: Record<string, Writer> = {
  body: inner,
  form: inner,
  column: inner,
  interactive_container: inner,
  column_set: (element, path, write) =>
    listOf(element['columns']).flatMap((column, index) =>
      write(column, `${path}.columns.${index}`),
    ),
  collapsible_panel: (element, path, write) => [
    `▸ ${wordsOf(recordOf(element['header'])['title'])}`,
    ...inner(element, path, write),
  ],
  markdown: (element) => lines(wordsOf(element)),
  div: (element) => lines(wordsOf(element['text'])),
  plain_text: (element) => lines(wordsOf(element)),
  lark_md: (element) => lines(wordsOf(element)),
  hr: () => ['────'],
  img: (element) => [`[图${prefixed('：', wordsOf(element['alt']))}]`],
  img_combination: (element) => [`[图 × ${listOf(element['img_list']).length}]`],
  person: (element) => [`@${textOf(element['user_id']) ?? ''}`],
  person_list: (element) => [
    listOf(element['persons'])
      .map((person) => `@${textOf(recordOf(person)['id']) ?? ''}`)
      .join(' '),
  ],
  button: (element) => [
    `[${wordsOf(element['text'])}]${element['disabled'] === true ? '（不可用）' : ''}`,
  ],
  overflow: (element) => [`[⋯ ${optionTexts(element).join(' / ')}]`],
  table: (element) => tableLines(element),
  chart: (element) => [`[图表${prefixed('：', chartTitle(element))}]`],
}

function tableLines({ columns, rows }: Json): string[] {
  const shown = listOf(columns).map(recordOf)
  const heads = shown.map((column) => wordsOf(column['display_name'] ?? column['name']))
  const cells = listOf(rows).map((row) =>
    shown.map(({ name }) => cellText(recordOf(row)[textOf(name) ?? ''])),
  )
  return [heads, ...cells].map((row) => row.join(' | '))
}

function cellText(cell: unknown): string {
  if (Array.isArray(cell)) return cell.map(cellText).join(' ')
  if (isRecord(cell)) return wordsOf(cell['text'])
  return typeof cell === 'number' ? String(cell) : wordsOf(cell)
}

function chartTitle({ chart_spec }: Json): string {
  return wordsOf(recordOf(recordOf(chart_spec)['title'])['text'])
}

/** `标签：值`; a field without a value shows its placeholder in ‹›. */
function fieldLine(element: Json, value: unknown): string | undefined {
  const placeholder = wordsOf(element['placeholder'])
  const label = wordsOf(element['label'] ?? element['text'])
  const shown = valueText(element, value)
  if (label === '' && placeholder === '' && shown === '') return undefined
  return `${label}${label === '' ? '' : '：'}${shown === '' ? `‹${placeholder}›` : shown}`
}

function valueText(element: Json, value: unknown): string {
  const options = new Map(optionPairs(element))
  const one = (item: unknown) => options.get(textOf(item) ?? '') ?? textOf(item) ?? ''
  if (typeof value === 'boolean') return value ? '☑' : '☐'
  return Array.isArray(value) ? value.map(one).join('、') : one(value).replace(/ [+-]\d{4}$/, '')
}

function optionPairs({ options }: Json): [string, string][] {
  return listOf(options)
    .map(recordOf)
    .map((option) => [textOf(option['value']) ?? '', wordsOf(option['text'])])
}

function optionTexts(element: Json): string[] {
  return optionPairs(element).map(([value, text]) => text || value)
}

function prefixed(mark: string, text: string): string {
  return text === '' ? '' : mark + text
}
