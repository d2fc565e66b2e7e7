import { useState } from 'preact/hooks'
import { Icon } from '../parts/icon.tsx'
import { type Json, numberOf, recordOf, recordsOf, stringOf } from '../state/read-json.ts'
import type { ComponentProps } from './component.ts'
import { marginStyle, type Style } from './layout.ts'
import { TableCell } from './table-cell.tsx'

const columnAlign = (column: Json): Style => {
  const otherwise = column['data_type'] === 'number' ? 'right' : 'left'
  const width = stringOf(column['width'])
  return {
    textAlign: stringOf(column['horizontal_align'], otherwise) as 'left' | 'right' | 'center',
    ...(/^\d+(px|%)$/.test(width) && { width }),
  }
}

interface PagesProps {
  page: number
  pages: number
  go: (page: number) => void
}

const Pages = ({ page, pages, go }: PagesProps) => (
  <div class="table-pages">
    <button type="button" aria-label="上一页" disabled={page === 0} onClick={() => go(page - 1)}>
      <Icon name="back" size={14} />
    </button>
    <span>
      {page + 1}/{pages}
    </span>
    <button
      type="button"
      aria-label="下一页"
      disabled={page === pages - 1}
      onClick={() => go(page + 1)}
    >
      <Icon name="back" size={14} class="flipped" />
    </button>
  </div>
)

export const Table = ({ node }: ComponentProps) => {
  const [wanted, setPage] = useState(0)
  const columns = recordsOf(node['columns'])
  const rows = recordsOf(node['rows'])
  const size = Math.min(10, Math.max(1, numberOf(node['page_size'], 5)))
  const pages = Math.max(1, Math.ceil(rows.length / size))
  const page = Math.min(wanted, pages - 1)
  const head = recordOf(node['header_style'])
  return (
    <div class="card-table" style={marginStyle(node)}>
      <div class="card-table-frame">
        <table data-row={stringOf(node['row_height'], 'low')}>
          <thead
            class={`is-${stringOf(head['background_style'], 'grey')} ${head['bold'] === false ? '' : 'is-bold'}`}
          >
            <tr>
              {columns.map((column, i) => (
                <th key={i} scope="col" style={columnAlign(column)}>
                  {stringOf(column['display_name']) || stringOf(column['name'])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(page * size, page * size + size).map((row, r) => (
              <tr key={r}>
                {columns.map((column, i) => (
                  <td key={i} style={columnAlign(column)}>
                    <TableCell column={column} value={row[stringOf(column['name'])]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length === 0 && <div class="card-table-empty">暂无数据</div>}
      {pages > 1 && <Pages page={page} pages={pages} go={setPage} />}
    </div>
  )
}
