import { MarkdownView } from '../markdown/markdown-view.tsx'
import { recordOf, stringOf } from '../state/read-json.ts'
import { CardIcon } from './card-icon.tsx'
import type { ComponentProps } from './component.ts'
import { fontStyle, marginStyle } from './layout.ts'
import { useScope } from './scope.ts'

export const Markdown = ({ node }: ComponentProps) => {
  const { sizes } = useScope()
  const text = stringOf(recordOf(node['i18n_content'])['zh_cn'] ?? node['content'])
  return (
    <div class="card-text" style={{ ...fontStyle(node, sizes), ...marginStyle(node) }}>
      <CardIcon icon={node['icon']} />
      <MarkdownView text={text} />
    </div>
  )
}
