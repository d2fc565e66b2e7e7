import type { Person } from '../src/domain/authority.ts'
import { pendingRounds } from '../src/domain/findings.ts'
import type { Slip, Stage } from '../src/domain/slip.ts'
import { mayNotRule, notDirector } from '../src/domain/who.ts'
import { type Request, requestOf, requestsOpen } from './requests.ts'

/** What may be done on a slip card: in the unit's group what the unit may, on a private copy what its reader may. */
export interface Moves {
  /** Signing comes first: a press on it would wipe out what was typed in a form below. */
  sign: boolean
  answer: boolean
  /** The round to be judged. */
  judge: number | undefined
  rulings: readonly Request[]
  decide: boolean
  /** An overdue orange has no further colour: another day, by the director. */
  reset: boolean
  countersign: boolean
  lookBack: boolean
}

const ANSWERABLE: readonly Stage[] = ['rectifying', 'proposed']
const WITH_OFFICE: readonly Stage[] = ['rectifying', 'reviewing']

/** D8, as far as a card can know; the core has the last word on every press. */
export function movesOf(slip: Slip, reader: Person | undefined): Moves {
  const unit = isAnswerable(slip) && (!reader || isOfUnit(slip, reader))
  const office = reader && !isOfUnit(slip, reader) ? reader : undefined
  const directs = office !== undefined && !notDirector(slip, office)
  return {
    sign: unit && slip.signedFor === undefined,
    answer: unit && slip.signedFor !== undefined,
    judge: office && toBeJudged(slip).find((round) => mayJudge(slip, round, office)),
    rulings: office
      ? requestsOpen(slip).filter((about) => !mayNotRule(slip, requestOf(slip, about)?.by, office))
      : [],
    decide: directs && slip.stage === 'proposed',
    reset: directs && slip.stage === 'rectifying' && slip.breachedAt !== undefined,
    countersign: directs && slip.stage === 'countersigning',
    lookBack: slip.stage === 'lookingBack' && (office?.roles.includes('inspector') ?? false),
  }
}

/** I7: after a relapse there is nothing to answer any more, only the orange to come. */
export const isAnswerable = (slip: Slip): boolean =>
  ANSWERABLE.includes(slip.stage) && slip.proposal?.ground !== 'I7'

/** Rounds a reviewer can judge now, whoever it is. */
export const toBeJudged = (slip: Slip): readonly number[] =>
  WITH_OFFICE.includes(slip.stage) ? pendingRounds(slip) : []

export const isOfUnit = (slip: Slip, person: Person): boolean =>
  person.units.includes(slip.content.unit)

/** A reviewer, and not the author of the answer. */
function mayJudge(slip: Slip, round: number, { id, roles, standsInFor }: Person): boolean {
  const author = slip.feedback[round - 1]?.by
  const own = author !== undefined && [id, ...standsInFor].includes(author)
  return roles.includes('reviewer') && !own
}
