import { type Actor, isOffice, type Person } from './authority.ts'
import { type Refusal, refuse } from './decision.ts'
import type { OpenId } from './organisation.ts'
import type { Slip } from './slip.ts'

/** O2: somebody of the office. */
export const ofOffice = (by: Actor): boolean => by.kind === 'person' && isOffice(by)

/** D8: only a contact or the head of the unit acts for it; nobody acts on another unit's slip. */
export function notOfUnit(slip: Slip, by: Actor): Refusal | undefined {
  const member = by.kind === 'person' && by.units.includes(slip.content.unit)
  return member ? undefined : refuse('D8', { is: 'notYourUnit' })
}

/** D8: the director or a dated substitute, and not in a matter of their own unit. */
export function notDirector(slip: Slip, by: Actor): Refusal | undefined {
  if (by.kind !== 'person' || !by.roles.includes('director'))
    return refuse('D3', { is: 'notDirector' })
  return by.units.includes(slip.content.unit) ? refuse('D8', { is: 'ownUnit' }) : undefined
}

/** D8: a reviewer rules, never on a request of their own or of their unit; the director may, for the office desk is theirs. */
export function mayNotRule(slip: Slip, asker: OpenId | undefined, by: Actor): Refusal | undefined {
  if (by.kind !== 'person') return refuse('D8', { is: 'notReviewer' })
  const rules = by.roles.includes('reviewer') || by.roles.includes('director')
  if (!rules) return refuse('D8', { is: 'notReviewer' })
  const own = by.units.includes(slip.content.unit) || selvesOf(by).some((self) => self === asker)
  return own ? refuse('D8', { is: 'ownUnit' }) : undefined
}

/** I1: who issued it, or the director. */
export function notIssuer(slip: Slip, by: Actor): Refusal | undefined {
  if (by.kind !== 'person') return refuse('I1', { is: 'notIssuer' })
  return selvesOf(by).includes(slip.inspector) || by.roles.includes('director')
    ? undefined
    : refuse('I1', { is: 'notIssuer' })
}

/** D8: somebody and those they stand in for today. */
const selvesOf = (by: Person): readonly OpenId[] => [by.id, ...by.standsInFor]
