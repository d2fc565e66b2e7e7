import { Picture } from '../parts/picture.tsx'
import { recordsOf, stringOf } from '../state/read-json.ts'
import type { ComponentProps } from './component.ts'
import { lengthOf, marginStyle } from './layout.ts'

/** How many images each arrangement holds; more are not shown. */
const CAPACITY: Record<string, number> = { double: 2, triple: 3, bisect: 6, trisect: 9 }

export const ImgCombination = ({ node }: ComponentProps) => {
  const mode = stringOf(node['combination_mode'], 'bisect')
  const images = recordsOf(node['img_list']).slice(0, CAPACITY[mode] ?? 6)
  const radius = lengthOf(node['corner_radius'])
  return (
    <div
      class={`card-images is-${mode}`}
      style={{ ...marginStyle(node), ...(radius && { borderRadius: radius }) }}
    >
      {images.map((image, i) => (
        <Picture key={i} imageKey={stringOf(image['img_key'])} alt={`图片 ${i + 1}`} />
      ))}
    </div>
  )
}
