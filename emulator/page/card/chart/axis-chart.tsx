import { type ChartData, ticksFor } from './chart-data.ts'
import { useWidth } from './use-width.ts'

const LEFT = 40
const TOP = 12
const BOTTOM = 28

interface AxisChartProps {
  data: ChartData
  kind: 'bar' | 'line' | 'area'
  height: number
}

const topOf = (data: ChartData): number =>
  Math.max(
    0,
    ...data.categories.map((_, i) => {
      const values = data.series.map((series) => series.values[i] ?? 0)
      return data.stacked ? values.reduce((sum, each) => sum + each, 0) : Math.max(...values)
    }),
  )

/** Upright bars, lines and areas over one category axis. */
export const AxisChart = ({ data, kind, height: tallest }: AxisChartProps) => {
  const [ref, width] = useWidth()
  const height = Math.min(tallest, Math.max(150, Math.round(width * 0.62)))
  const ticks = ticksFor(topOf(kind === 'bar' ? data : { ...data, stacked: false }))
  const max = ticks.at(-1) ?? 1
  const floor = height - BOTTOM
  const band = (width - LEFT - 8) / Math.max(1, data.categories.length)
  const y = (value: number) => floor - (value / max) * (floor - TOP)
  const middle = (i: number) => LEFT + band * (i + 0.5)
  const every = Math.ceil((data.categories.length * 56) / (width - LEFT))
  return (
    <div ref={ref}>
      <svg viewBox={`0 0 ${width} ${height}`} class="chart-drawing" aria-hidden="true">
        {ticks.map((tick) => (
          <g key={tick}>
            <line class="chart-grid" x1={LEFT} x2={width - 8} y1={y(tick)} y2={y(tick)} />
            <text class="chart-label" x={LEFT - 6} y={y(tick) + 4} text-anchor="end">
              {tick}
            </text>
          </g>
        ))}
        {data.categories.map(
          (category, i) =>
            i % every === 0 && (
              <text
                key={category}
                class="chart-label"
                x={middle(i)}
                y={height - 9}
                text-anchor="middle"
              >
                {category.length > 8 ? `${category.slice(0, 7)}…` : category}
              </text>
            ),
        )}
        {kind === 'bar' ? (
          <Bars data={data} band={band} y={y} middle={middle} />
        ) : (
          <Lines data={data} filled={kind === 'area'} floor={floor} y={y} middle={middle} />
        )}
      </svg>
    </div>
  )
}

interface PlotProps {
  data: ChartData
  y: (value: number) => number
  middle: (i: number) => number
}

const Bars = ({ data, band, y, middle }: PlotProps & { band: number }) => {
  const lanes = data.stacked ? 1 : data.series.length
  const width = Math.min(30, (band * 0.66) / lanes)
  return (
    <>
      {data.series.flatMap((series, s) =>
        series.values.map((value, i) => {
          const below = data.stacked
            ? data.series.slice(0, s).reduce((sum, each) => sum + (each.values[i] ?? 0), 0)
            : 0
          const lane = data.stacked ? 0 : s
          return (
            <rect
              key={`${s}-${i}`}
              x={middle(i) - (width * lanes) / 2 + lane * width + 1}
              width={Math.max(1, width - 2)}
              y={y(below + value)}
              height={Math.max(0, y(below) - y(below + value))}
              rx="2"
              fill={series.color}
            />
          )
        }),
      )}
    </>
  )
}

const Lines = ({
  data,
  filled,
  floor,
  y,
  middle,
}: PlotProps & { filled: boolean; floor: number }) => (
  <>
    {data.series.map((series, s) => {
      const points = series.values.map((value, i) => `${middle(i)},${y(value)}`).join(' ')
      const ends = `${middle(series.values.length - 1)},${floor} ${middle(0)},${floor}`
      return (
        <g key={s}>
          {filled && <polygon points={`${points} ${ends}`} fill={series.color} opacity="0.16" />}
          <polyline points={points} fill="none" stroke={series.color} stroke-width="2" />
          {series.values.map((value, i) => (
            <circle key={i} cx={middle(i)} cy={y(value)} r="3" fill={series.color} />
          ))}
        </g>
      )
    })}
  </>
)
