import {
  isRecord,
  type Json,
  listOf,
  numberOf,
  recordOf,
  recordsOf,
  stringOf,
} from '../../state/read-json.ts'

/** A chart reduced to what the three drawings need: one value per category and series. */
export interface ChartData {
  title: string
  categories: string[]
  series: { name: string; values: number[]; color: string }[]
  stacked: boolean
  horizontal: boolean
}

const PALETTE = [
  '#3370ff',
  '#34c5b8',
  '#f7b733',
  '#f5725b',
  '#8d6bf5',
  '#52a9f5',
  '#7bc25a',
  '#e56bb0',
]
const PLAIN_COLOR = /^(#[\da-f]{3,8}|rgba?\([\d\s.,%]+\))$/i

export const paletteOf = (spec: Json): string[] => {
  const own = isRecord(spec['color']) ? spec['color']['range'] : spec['color']
  const given = listOf(own).map((each) => stringOf(each))
  const safe = given.filter((each) => PLAIN_COLOR.test(each))
  return safe.length > 0 ? safe : PALETTE
}

const rowsOf = (data: unknown): Json[] => {
  const source = Array.isArray(data) ? data[0] : data
  return isRecord(source) && Array.isArray(source['values'])
    ? recordsOf(source['values'])
    : recordsOf(data)
}

const firstOf = (field: unknown): string => stringOf(Array.isArray(field) ? field[0] : field)

export const readChart = (spec: Json): ChartData => {
  const rows = rowsOf(spec['data'])
  const colors = paletteOf(spec)
  const horizontal = spec['direction'] === 'horizontal'
  const pie = spec['type'] === 'pie'
  const [xKey, yKey] = pie
    ? [stringOf(spec['categoryField']), stringOf(spec['valueField'])]
    : [
        firstOf(spec[horizontal ? 'yField' : 'xField']),
        firstOf(spec[horizontal ? 'xField' : 'yField']),
      ]
  const seriesKey = pie ? '' : firstOf(spec['seriesField'])
  const categories = [...new Set(rows.map((row) => stringOf(row[xKey])))]
  const names = [...new Set(rows.map((row) => (seriesKey ? stringOf(row[seriesKey]) : '')))]
  const valueAt = (category: string, name: string): number =>
    rows
      .filter((row) => stringOf(row[xKey]) === category)
      .filter((row) => !seriesKey || stringOf(row[seriesKey]) === name)
      .reduce((sum, row) => sum + numberOf(row[yKey]), 0)
  return {
    title: stringOf(recordOf(spec['title'])['text']),
    categories,
    series: names.map((name, i) => ({
      name,
      values: categories.map((category) => valueAt(category, name)),
      color: colors[i % colors.length] ?? '#3370ff',
    })),
    stacked: !Array.isArray(spec[horizontal ? 'yField' : 'xField']) && names.length > 1,
    horizontal,
  }
}

/** A round number at or above the largest value, and the steps up to it. */
export const ticksFor = (largest: number): number[] => {
  const rough = Math.max(largest, 1) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 2.5, 5, 10].find((each) => each * power >= rough) ?? 10) * power
  const whole = largest >= 4 ? Math.ceil(step) : Math.max(step, 1)
  const count = Math.max(1, Math.ceil(largest / whole))
  return Array.from({ length: count + 1 }, (_, i) => i * whole)
}
