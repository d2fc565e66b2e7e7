import type { Feedback, Outcome, Slip } from './slip.ts'

/** Where one finding stands. `returned`: 退回补正. `failed`: 整改不达标. */
export type FindingState = 'open' | 'answered' | 'passed' | 'returned' | 'failed'

const JUDGED: Record<Outcome, FindingState> = {
  pass: 'passed',
  supplement: 'returned',
  fail: 'failed',
}

/** The findings a feedback answers, by their place. */
export const coveredBy = (slip: Slip, { findings }: Feedback): readonly number[] =>
  findings ?? slip.content.findings.map((_, place) => place)

/** Number, from 1, of the latest feedback on a finding; 0 for none. */
const roundOn = (slip: Slip, place: number): number =>
  slip.feedback.findLastIndex((feedback) => coveredBy(slip, feedback).includes(place)) + 1

/** Where each finding stands, in the order of the content. */
export const findingStates = (slip: Slip): FindingState[] =>
  slip.content.findings.map((_, place) => {
    const round = roundOn(slip, place)
    if (round === 0) return 'open'
    const verdict = slip.verdicts.findLast((given) => given.round === round)
    return verdict ? JUDGED[verdict.outcome] : 'answered'
  })

const placesWhere = (slip: Slip, holds: (state: FindingState) => boolean): number[] =>
  findingStates(slip).flatMap((state, place) => (holds(state) ? [place] : []))

/** Findings the unit still owes an answer on. */
export const owed = (slip: Slip): number[] =>
  placesWhere(slip, (state) => state !== 'passed' && state !== 'answered')

/** Findings that are not settled yet. */
export const unsettled = (slip: Slip): number[] => placesWhere(slip, (state) => state !== 'passed')

/** Rounds that wait for a verdict: not judged, and the latest word on at least one finding. */
export const pendingRounds = (slip: Slip): number[] => {
  const latest = slip.content.findings.map((_, place) => roundOn(slip, place))
  return [...new Set(latest)]
    .filter((round) => round > 0 && !slip.verdicts.some((verdict) => verdict.round === round))
    .toSorted((a, b) => a - b)
}

/** Whose move it is once the findings stand as they do. */
export const moveAmong = (slip: Slip): 'rectifying' | 'reviewing' =>
  owed(slip).length > 0 ? 'rectifying' : 'reviewing'
