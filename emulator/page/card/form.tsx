import { useMemo } from 'preact/hooks'
import { stringOf } from '../state/read-json.ts'
import type { ComponentProps } from './component.ts'
import { Elements } from './elements.tsx'
import { marginStyle, stackStyle } from './layout.ts'
import { FormScope } from './scope.ts'

export const Form = ({ node, path }: ComponentProps) => {
  const place = useMemo(() => ({ path, node }), [path, node])
  return (
    <FormScope.Provider value={place}>
      <div
        class="card-form"
        role="form"
        aria-label={stringOf(node['name'], '表单')}
        style={{ ...stackStyle({ vertical_spacing: '12px', ...node }), ...marginStyle(node) }}
      >
        <Elements nodes={node['elements']} path={`${path}.elements`} />
      </div>
    </FormScope.Provider>
  )
}
