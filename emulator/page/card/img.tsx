import { Picture } from '../parts/picture.tsx'
import { type Json, stringOf, textOf } from '../state/read-json.ts'
import type { ComponentProps } from './component.ts'
import { lengthOf, marginStyle, type Style } from './layout.ts'

const SQUARES: Record<string, string> = {
  large: '160px',
  medium: '80px',
  small: '40px',
  tiny: '16px',
}

const sizeStyle = (node: Json): Style => {
  const size = stringOf(node['size'])
  const square = SQUARES[size]
  if (square) return { width: square, height: square }
  const [width, height] = /^(\d+px) (\d+px)$/.exec(size)?.slice(1) ?? []
  return width && height ? { width, height, maxWidth: '100%' } : {}
}

export const Img = ({ node }: ComponentProps) => {
  const alt = textOf(node['alt']) || '图片'
  const radius = lengthOf(node['corner_radius'])
  const title = textOf(node['title'])
  const fit = stringOf(node['scale_type'], 'crop_center')
  return (
    <div class="card-image" style={marginStyle(node)}>
      {title && <div class="card-image-title">{title}</div>}
      <Picture
        imageKey={stringOf(node['img_key'])}
        alt={alt}
        class={`is-${fit}`}
        preview={node['preview'] !== false}
        style={{ ...sizeStyle(node), ...(radius && { borderRadius: radius }) }}
      />
    </div>
  )
}
