import { useContext } from 'preact/hooks'
import { Icon } from '../parts/icon.tsx'
import { Popover } from '../parts/popover.tsx'
import { safeLink } from '../markdown/safe-link.ts'
import { recordOf, recordsOf, stringOf, textOf } from '../state/read-json.ts'
import type { ComponentProps } from './component.ts'
import { marginStyle } from './layout.ts'
import { FormScope, useScope } from './scope.ts'

export const Overflow = ({ node, path }: ComponentProps) => {
  const scope = useScope()
  const form = useContext(FormScope)
  return (
    <div style={marginStyle(node)}>
      <Popover
        label="更多操作"
        class="overflow"
        disabled={scope.busy !== undefined}
        trigger={
          <span class="card-button is-default is-size-medium">
            {scope.busy === path ? <span class="spinner" /> : <Icon name="more" size={18} />}
          </span>
        }
      >
        {(close) => (
          <div class="option-list" role="menu">
            {recordsOf(node['options']).map((option, i) => {
              const href = safeLink(recordOf(option['multi_url'])['url'])
              const choose = () => {
                close()
                if (href) window.open(href, '_blank', 'noopener')
                else scope.press({ node, path, form, extra: { option: stringOf(option['value']) } })
              }
              return (
                <button key={i} type="button" class="option" role="menuitem" onClick={choose}>
                  {textOf(option['text'])}
                </button>
              )
            })}
          </div>
        )}
      </Popover>
    </div>
  )
}
