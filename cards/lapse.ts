import type { SlipEvent } from '../src/domain/events.ts'
import { type FindingState, findingStates } from '../src/domain/findings.ts'
import type { BlueHistory, Proposal, Slip } from '../src/domain/slip.ts'
import { spanText } from './when.ts'
import { GROUND, ordinals } from './wording.ts'

/** Why a slip is proposed for orange; of a deadline that passed, how far the answers had come by then. */
export const groundText = (slip: Slip, { ground }: Proposal): string =>
  ground === 'I4a' ? lapseText(slip) : GROUND[ground]

/** 逾期未反馈 / 逾期未办结：已反馈 1 次，退回补正后未再反馈 */
export function lapseText(slip: Slip): string {
  const lapsed = slip.proposal?.at ?? slip.breachedAt ?? slip.deadline?.dueAt ?? Infinity
  const before = {
    ...slip,
    feedback: slip.feedback.filter(({ at }) => at < lapsed),
    verdicts: slip.verdicts.filter(({ at }) => at <= lapsed),
  }
  const inTime = before.feedback.length
  return words(inTime, slip.feedback.length - inTime, findingStates(before))
}

/** The same of a blue slip that has turned: its findings are no longer at hand, so only what came of its last answer. */
export function blueGroundText({ ground, feedback, verdicts, dueAt = Infinity }: BlueHistory) {
  if (ground !== 'I4a') return GROUND[ground]
  const inTime = feedback.filter(({ at }) => at < dueAt)
  const last = verdicts.find(({ round }) => round === inTime.length)?.outcome
  const after = feedback.length - inTime.length
  return words(inTime.length, after, last === 'supplement' ? ['returned'] : [])
}

/** `answers` until the deadline, where the findings stood then, and the answers that came `after` it. */
function words(answers: number, after: number, states: readonly FindingState[]): string {
  if (answers + after === 0) return '逾期未反馈'
  const within = after > 0 ? '期限内' : ''
  const open = states.flatMap((state, place) => (state === 'open' ? [place] : []))
  const owed = [
    ...(states.includes('returned') ? [`退回补正后${within}未再反馈`] : []),
    ...(states.includes('failed') ? [`不达标后${within}未再反馈`] : []),
    ...(answers > 0 && open.length > 0 ? [`第 ${ordinals(open)} 项${within}未反馈`] : []),
  ]
  return [
    `逾期未办结：${answers > 0 ? `已反馈 ${answers} 次` : '期限内未反馈'}`,
    ...owed,
    ...(after > 0 ? [`逾期后反馈 ${after} 次`] : []),
  ].join('，')
}

/** D9: how long the office was over its own time before each verdict; a unit must not answer for that. */
export function overruns(history: readonly SlipEvent[]): string[] {
  const told = history.slice(history.findLastIndex(({ type }) => type === 'transferred') + 1)
  return told.flatMap((event, i) => {
    if (event.type !== 'verdictGiven') return []
    const before = told.slice(0, i)
    // A second word on the same answer is the director's, who has no such clock.
    const again = before.some(
      (other) => other.type === 'verdictGiven' && other.round === event.round,
    )
    const due = before.findLast((other) => 'verdictDueAt' in other)?.verdictDueAt ?? Infinity
    if (again || event.at <= due) return []
    return [`第 ${event.round} 次反馈审核超时${spanText(event.at - due)}`]
  })
}
