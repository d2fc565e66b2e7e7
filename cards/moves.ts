import type { Person } from '../src/domain/authority.ts'
import { isJudged } from '../src/domain/feedback.ts'
import type { Slip } from '../src/domain/slip.ts'

/** What may be done on a slip card: in the unit's group what the unit may, on a private copy what its reader may. */
export interface Moves {
  sign: boolean
  answer: boolean
  judge: boolean
  decide: boolean
}

/** D8, as far as a card can know; the core has the last word on every press. */
export function movesOf(slip: Slip, reader: Person | undefined): Moves {
  const answerable = slip.stage === 'rectifying' || slip.stage === 'proposed'
  const answer = answerable && (!reader || isOfUnit(slip, reader))
  return {
    sign: answer && !slip.signedFor,
    answer,
    judge: isToBeJudged(slip) && reader !== undefined && mayJudge(slip, reader),
    decide: slip.stage === 'proposed' && reader !== undefined && reader.roles.includes('director'),
  }
}

export const isToBeJudged = (slip: Slip): boolean => slip.stage === 'reviewing' && !isJudged(slip)

export const isOfUnit = (slip: Slip, person: Person): boolean =>
  person.units.includes(slip.content.unit)

/** A reviewer, not the author of the answer, not of the unit. */
function mayJudge(slip: Slip, { id, roles, standsInFor, units }: Person): boolean {
  const author = slip.feedback.at(-1)?.by
  const own = author !== undefined && [id, ...standsInFor].includes(author)
  return roles.includes('reviewer') && !own && !units.includes(slip.content.unit)
}
