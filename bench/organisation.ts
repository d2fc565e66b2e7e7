import type { Organisation, Unit } from '../src/domain/organisation.ts'

const UNITS = 40

const openId = (post: string, n: number): string => `ou_${post}_${n}`

function unit(n: number): Unit {
  return {
    code: `u${n}`,
    name: `第${n}供热公司`,
    aliases: [],
    chat: `oc_unit_${n}`,
    head: openId('head', n),
    contacts: [openId('clerk', n)],
    sites: [`${n}号服务站`],
  }
}

/** Large enough that no group's own pace of 5 messages a second stands in the way: 40 units, 40 inspectors. */
export function largeOrganisation(): Organisation {
  const numbers = Array.from({ length: UNITS }, (_, i) => i + 1)
  const people = numbers.flatMap((n) => [
    [openId('head', n), `分管${n}`],
    [openId('clerk', n), `联络${n}`],
    [openId('inspector', n), `督查${n}`],
  ])
  return {
    office: {
      chat: 'oc_office',
      director: openId('director', 1),
      inspectors: numbers.map((n) => openId('inspector', n)),
      reviewers: [openId('reviewer', 1)],
    },
    leaders: { chat: 'oc_leaders', members: [openId('leader', 1)] },
    units: numbers.map(unit),
    people: {
      ...Object.fromEntries(people),
      [openId('director', 1)]: '主任',
      [openId('reviewer', 1)]: '审核',
      [openId('leader', 1)]: '组长',
    },
    substitutes: [],
  }
}
