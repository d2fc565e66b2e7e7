import { numberOf, recordOf, stringOf } from '../../state/read-json.ts'
import type { ComponentProps } from '../component.ts'
import { marginStyle } from '../layout.ts'
import { AxisChart } from './axis-chart.tsx'
import { paletteOf, readChart } from './chart-data.ts'
import { Legend } from './legend.tsx'
import { PieChart } from './pie-chart.tsx'
import { RowChart } from './row-chart.tsx'

const HEIGHTS: Record<string, number> = { '1:1': 420, '2:1': 240, '4:3': 340, '16:9': 270 }
const AXIS = ['bar', 'line', 'area'] as const

/** Bar, line, area and pie drawn by hand; the client's own chart library draws them a little differently. */
export const Chart = ({ node }: ComponentProps) => {
  const spec = recordOf(node['chart_spec'])
  const type = stringOf(spec['type'])
  const data = readChart(spec)
  const axis = AXIS.find((each) => each === type)
  const colors = paletteOf(spec)
  const slices = data.categories.map((name, i) => ({
    name,
    value: data.series[0]?.values[i] ?? 0,
    color: colors[i % colors.length] ?? '',
  }))
  const spoken = data.series.flatMap((series) =>
    data.categories.map((category, i) => `${series.name}${category} ${series.values[i] ?? 0}`),
  )
  return (
    <figure
      class="chart"
      style={marginStyle(node)}
      role="img"
      aria-label={`${data.title || '图表'}：${spoken.join('，')}`}
    >
      <figcaption>
        <span>{data.title}</span>
        <span class="chart-note" title="图表由模拟器自绘，与客户端略有差异">
          近似
        </span>
      </figcaption>
      {type === 'pie' && (
        <PieChart
          slices={slices}
          hole={numberOf(spec['innerRadius']) / numberOf(spec['outerRadius'], 1)}
        />
      )}
      {axis === 'bar' && data.horizontal && <RowChart data={data} />}
      {axis && !(axis === 'bar' && data.horizontal) && (
        <AxisChart
          data={data}
          kind={axis}
          height={HEIGHTS[stringOf(node['aspect_ratio'])] ?? 270}
        />
      )}
      {!axis && type !== 'pie' && <div class="unknown">图表类型 {type || '（未写）'} 未绘制</div>}
      {axis && data.series.length > 1 && <Legend items={data.series} />}
    </figure>
  )
}
