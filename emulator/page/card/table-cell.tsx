import { LarkMdView, MarkdownView } from '../markdown/markdown-view.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { usePeople } from '../parts/people.ts'
import { formatDate } from '../state/shanghai-time.ts'
import { isRecord, type Json, numberOf, recordOf, stringOf } from '../state/read-json.ts'
import { tagColors } from './colors.ts'

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])

const formatNumber = (value: unknown, format: unknown): string => {
  if (typeof value !== 'number') return stringOf(value)
  const rules = recordOf(format)
  const precision = rules['precision']
  const digits = typeof precision === 'number' ? precision : undefined
  const text = value.toLocaleString('zh-CN', {
    useGrouping: rules['separator'] === true,
    ...(digits !== undefined && { minimumFractionDigits: digits }),
    maximumFractionDigits: digits ?? 10,
  })
  return `${stringOf(rules['symbol'])}${text}`
}

const Persons = ({ ids }: { ids: readonly unknown[] }) => {
  const people = usePeople()
  return (
    <span class="person-list">
      {ids.map((id, i) => (
        <span key={i} class="person">
          <Avatar person={people.find(stringOf(id))} size={20} />
          {people.nameOf(stringOf(id))}
        </span>
      ))}
    </span>
  )
}

const Options = ({ options }: { options: readonly unknown[] }) => (
  <span class="tag-list">
    {options.map((option, i) => {
      const { text, color } = isRecord(option) ? option : { text: option, color: 'blue' }
      return (
        <span key={i} class="text-tag" style={{ ...tagColors(stringOf(color, 'blue')) }}>
          {stringOf(text)}
        </span>
      )
    })}
  </span>
)

export const TableCell = ({ column, value }: { column: Json; value: unknown }) => {
  if (value === undefined || value === null || value === '') return null
  switch (stringOf(column['data_type'], 'text')) {
    case 'number':
      return <>{formatNumber(value, column['format'])}</>
    case 'options':
      return <Options options={asList(value)} />
    case 'persons':
      return <Persons ids={asList(value)} />
    case 'date':
      return (
        <>
          {formatDate(
            numberOf(value),
            stringOf(column['date_format'], 'YYYY-MM-DDTHH:mm:ss+08:00'),
          )}
        </>
      )
    case 'markdown':
      return <MarkdownView text={stringOf(value)} />
    case 'lark_md':
      return <LarkMdView text={stringOf(value)} />
    default:
      return <>{stringOf(value)}</>
  }
}
