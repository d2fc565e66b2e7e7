import { useMemo } from 'preact/hooks'
import { InlineView } from './inline-view.tsx'
import type { Block } from './nodes.ts'
import { parseLarkMd, parseMarkdown } from './parse-markdown.ts'

const Table = ({ table }: { table: Extract<Block, { kind: 'table' }> }) => (
  <div class="md-table-frame">
    <table class="md-table">
      <thead>
        <tr>
          {table.head.map((cell, i) => (
            <th key={i} scope="col" style={{ textAlign: table.align[i] ?? 'left' }}>
              <InlineView nodes={cell} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, r) => (
          <tr key={r}>
            {row.map((cell, i) => (
              <td key={i} style={{ textAlign: table.align[i] ?? 'left' }}>
                <InlineView nodes={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

const BlockView = ({ block }: { block: Block }) => {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <InlineView nodes={block.children} />
        </p>
      )
    case 'heading':
      return (
        <p class={`md-heading is-${block.level}`} role="heading" aria-level={block.level + 2}>
          <InlineView nodes={block.children} />
        </p>
      )
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.children} />
        </blockquote>
      )
    case 'list': {
      const items = block.items.map((item, i) => (
        <li key={i}>
          <Blocks blocks={item} />
        </li>
      ))
      return block.start === undefined ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>
    }
    case 'code':
      return (
        <pre class="md-code">
          <code>{block.text.replace(/\n$/, '')}</code>
        </pre>
      )
    case 'rule':
      return <hr />
    case 'table':
      return <Table table={block} />
    default:
      return block satisfies never
  }
}

function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <>
      {blocks.map((block, i) => (
        <BlockView key={i} block={block} />
      ))}
    </>
  )
}

export const MarkdownView = ({ text }: { text: string }) => {
  const blocks = useMemo(() => parseMarkdown(text), [text])
  return (
    <div class="md">
      <Blocks blocks={blocks} />
    </div>
  )
}

/** `lark_md`: the small subset that divs, headers and checkers understand. */
export const LarkMdView = ({ text }: { text: string }) => {
  const nodes = useMemo(() => parseLarkMd(text), [text])
  return (
    <span class="md is-inline">
      <InlineView nodes={nodes} />
    </span>
  )
}
