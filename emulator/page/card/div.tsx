import { recordOf, stringOf } from '../state/read-json.ts'
import { CardIcon } from './card-icon.tsx'
import { cssColor, textColor } from './colors.ts'
import type { ComponentProps } from './component.ts'
import { fontStyle, marginStyle, widthStyle } from './layout.ts'
import { useScope } from './scope.ts'
import { TextObject } from './text-object.tsx'

export const Div = ({ node }: ComponentProps) => {
  const { sizes, colors } = useScope()
  const text = recordOf(node['text'])
  const name = stringOf(text['text_color'])
  const color = textColor(name, colors) ?? cssColor(name, colors)
  const lines = stringOf(text['lines'])
  const style = {
    ...fontStyle(text, sizes),
    ...marginStyle(node),
    ...widthStyle(node['width']),
    ...(color && { color }),
  }
  return (
    <div class="card-text" style={style}>
      <CardIcon icon={node['icon']} />
      <div class={lines ? 'clamped' : ''} style={lines ? { '-webkit-line-clamp': lines } : {}}>
        <TextObject text={text} />
      </div>
    </div>
  )
}

/** `plain_text` or `lark_md` as an element of its own. */
export const PlainText = ({ node }: ComponentProps) => {
  const { sizes } = useScope()
  return (
    <div class="card-text" style={{ ...fontStyle(node, sizes), ...marginStyle(node) }}>
      <TextObject text={node} />
    </div>
  )
}
