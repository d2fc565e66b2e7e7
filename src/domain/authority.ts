import type { Organisation, OpenId, Role, UnitCode } from './organisation.ts'
import { unitsOf } from './organisation.ts'
import type { RuleId } from './rule-book.ts'
import type { Day } from './time.ts'

/** Who asks: a person with what they are in the regulation's eyes, or a rule acting by itself. */
export type Actor = Person | { kind: 'rule'; rule: RuleId }

export interface Person {
  kind: 'person'
  id: OpenId
  roles: readonly Role[]
  /** Units whose contact or head they are. */
  units: readonly UnitCode[]
  /** D8: whom they stand in for today. */
  standsInFor: readonly OpenId[]
}

/** D8: what somebody is on a day, dated substitutions included. Substitutes do not pass roles on, so there are no loops. */
export function personOf(org: Organisation, id: OpenId, today: Day): Person {
  const standsInFor = org.substitutes
    .filter((sub) => sub.by === id && sub.from <= today && today <= sub.to)
    .map((sub) => sub.for)
  const selves = [id, ...standsInFor]
  const roles = selves.flatMap((self) => rolesOf(org, self))
  const units = selves.flatMap((self) => unitsOf(org, self).map((unit) => unit.code))
  return { kind: 'person', id, roles: [...new Set(roles)], units: [...new Set(units)], standsInFor }
}

function rolesOf(org: Organisation, id: OpenId): Role[] {
  const { office, leaders, units } = org
  const held: [Role, boolean][] = [
    ['inspector', office.inspectors.includes(id)],
    ['reviewer', office.reviewers.includes(id)],
    ['director', office.director === id],
    ['leader', leaders.members.includes(id)],
    ['contact', units.some((unit) => unit.contacts.includes(id))],
    ['head', units.some((unit) => unit.head === id)],
  ]
  return held.filter(([, holds]) => holds).map(([role]) => role)
}

export const isOffice = (person: Person): boolean =>
  person.roles.some((role) => role === 'inspector' || role === 'reviewer' || role === 'director')

/** O1, D8: the office and the leaders see every slip; a unit sees its own. */
export const maySee = (person: Person, unit: UnitCode): boolean =>
  isOffice(person) || person.roles.includes('leader') || person.units.includes(unit)
