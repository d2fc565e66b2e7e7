import type { ChartData } from './chart-data.ts'
import { useWidth } from './use-width.ts'

const LEFT = 120
const ROW = 26

/** Lying bars: one row per category, its value at the end. */
export const RowChart = ({ data }: { data: ChartData }) => {
  const [ref, width] = useWidth()
  const totals = data.categories.map((_, i) =>
    data.series.reduce((sum, series) => sum + (series.values[i] ?? 0), 0),
  )
  const max = Math.max(1, ...totals)
  const length = (value: number) => (value / max) * (width - LEFT - 50)
  return (
    <div ref={ref}>
      <svg
        viewBox={`0 0 ${width} ${Math.max(1, data.categories.length) * ROW + 8}`}
        class="chart-drawing"
        aria-hidden="true"
      >
        {data.categories.map((category, i) => {
          const y = i * ROW + 6
          return (
            <g key={category}>
              <text class="chart-label" x={LEFT - 8} y={y + 13} text-anchor="end">
                {category.length > 9 ? `${category.slice(0, 8)}…` : category}
              </text>
              {data.series.map((series, s) => {
                const before = data.series
                  .slice(0, s)
                  .reduce((sum, each) => sum + (each.values[i] ?? 0), 0)
                return (
                  <rect
                    key={s}
                    x={LEFT + length(before)}
                    y={y}
                    width={length(series.values[i] ?? 0)}
                    height={ROW - 9}
                    rx="2"
                    fill={series.color}
                  />
                )
              })}
              <text class="chart-label" x={LEFT + length(totals[i] ?? 0) + 6} y={y + 13}>
                {totals[i]}
              </text>
            </g>
          )
        })}
      </svg>
    </div>
  )
}
