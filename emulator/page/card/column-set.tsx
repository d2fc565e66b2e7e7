import { recordsOf, stringOf } from '../state/read-json.ts'
import type { ComponentProps } from './component.ts'
import { Elements } from './elements.tsx'
import { backgroundStyle, columnStyle, lengthOf, marginStyle, stackStyle } from './layout.ts'
import { useScope } from './scope.ts'

const JUSTIFY: Record<string, string> = { left: 'flex-start', center: 'center', right: 'flex-end' }

export const ColumnSet = ({ node, path }: ComponentProps) => {
  const { colors } = useScope()
  const mode = stringOf(node['flex_mode'], 'none')
  const background = backgroundStyle(node['background_style'], colors)
  const style = {
    ...background,
    ...marginStyle(node),
    gap: lengthOf(node['horizontal_spacing']) ?? '8px',
    justifyContent: JUSTIFY[stringOf(node['horizontal_align'])] ?? 'flex-start',
  }
  return (
    <div class={`columns is-${mode} ${background.background ? 'is-tinted' : ''}`} style={style}>
      {recordsOf(node['columns']).map((column, i) => {
        const tint = backgroundStyle(column['background_style'], colors)
        return (
          <div
            key={i}
            class={tint.background ? 'column is-tinted' : 'column'}
            style={{
              ...stackStyle(column),
              ...columnStyle(column, mode),
              ...tint,
              ...marginStyle(column),
            }}
          >
            <Elements nodes={column['elements']} path={`${path}.columns.${i}.elements`} />
          </div>
        )
      })}
    </div>
  )
}
