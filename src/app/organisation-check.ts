import type { Organisation } from '../domain/organisation.ts'

/** A contradiction inside a well-formed organisation, and where it stands. */
export interface Contradiction {
  path: (string | number)[]
  sentence: string
}

/** What no schema sees: the same group or name for two units, a site twice, a substitute for oneself. */
export function contradictionsIn(org: Organisation): Contradiction[] {
  return [
    ...repeated(org, 'code', '单位代码'),
    ...repeated(org, 'name', '单位名称'),
    ...repeated(org, 'chat', '单位群'),
    ...ambiguousAliases(org),
    ...org.substitutes.flatMap((sub, i) =>
      sub.for === sub.by || sub.from > sub.to
        ? [{ path: ['substitutes', i], sentence: '替岗人不能是本人，且起止日期要有先后' }]
        : [],
    ),
  ]
}

function repeated(
  org: Organisation,
  field: 'code' | 'name' | 'chat',
  label: string,
): Contradiction[] {
  return org.units.flatMap((unit, i) => {
    const first = org.units.findIndex((other) => other[field] === unit[field])
    const sentence = `${label} ${unit[field]} 已用于 ${org.units[first]?.name}`
    return first < i ? [{ path: ['units', i, field], sentence }] : []
  })
}

/** An alias that is also another unit's name or alias would make 蓝单 guess. */
function ambiguousAliases(org: Organisation): Contradiction[] {
  return org.units.flatMap((unit, i) =>
    unit.aliases.flatMap((alias, j) => {
      const other = org.units.find(
        (candidate, k) => k !== i && [candidate.name, ...candidate.aliases].includes(alias),
      )
      const sentence = `简称 ${alias} 与 ${other?.name} 重复`
      return other ? [{ path: ['units', i, 'aliases', j], sentence }] : []
    }),
  )
}
