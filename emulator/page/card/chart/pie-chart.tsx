interface Slice {
  name: string
  value: number
  color: string
}

interface PieChartProps {
  slices: readonly Slice[]
  /** Share of the radius left empty, 0–1. */
  hole: number
}

const RADIUS = 80

const point = (turn: number, radius: number): string => {
  const angle = turn * 2 * Math.PI - Math.PI / 2
  return `${100 + radius * Math.cos(angle)} ${100 + radius * Math.sin(angle)}`
}

const arc = (from: number, to: number, inner: number): string => {
  const end = Math.min(to, from + 0.9999)
  const large = end - from > 0.5 ? 1 : 0
  return [
    `M ${point(from, RADIUS)} A ${RADIUS} ${RADIUS} 0 ${large} 1 ${point(end, RADIUS)}`,
    `L ${point(end, inner)} A ${inner} ${inner} 0 ${large} 0 ${point(from, inner)} Z`,
  ].join(' ')
}

export const PieChart = ({ slices, hole }: PieChartProps) => {
  const total = slices.reduce((sum, slice) => sum + slice.value, 0)
  const inner = RADIUS * hole
  const startOf = (i: number) =>
    slices.slice(0, i).reduce((sum, slice) => sum + slice.value, 0) / (total || 1)
  return (
    <div class="pie">
      <svg viewBox="0 0 200 200" class="pie-drawing" aria-hidden="true">
        {slices.map((slice, i) => (
          <path
            key={slice.name}
            d={arc(startOf(i), startOf(i) + slice.value / (total || 1), inner)}
            fill={slice.color}
          />
        ))}
        {hole > 0 && (
          <text class="pie-total" x="100" y="107" text-anchor="middle">
            {total}
          </text>
        )}
      </svg>
      <ul class="pie-legend">
        {slices.map((slice) => (
          <li key={slice.name}>
            <i style={{ background: slice.color }} />
            <span>{slice.name}</span>
            <b>{slice.value}</b>
          </li>
        ))}
      </ul>
    </div>
  )
}
