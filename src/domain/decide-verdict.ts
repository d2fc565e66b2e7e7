import type { Actor } from './authority.ts'
import type { Ask, Law } from './decide.ts'
import { closing, failed } from './decide-closing.ts'
import { type Decision, type Refusal, refuse, unless } from './decision.ts'
import type { SlipEvent } from './events.ts'
import { evolve } from './evolve.ts'
import { isLate } from './feedback.ts'
import { pendingRounds, unsettled } from './findings.ts'
import type { Slip } from './slip.ts'

/** D4: 通过 closes once every finding has passed; 退回补正 hands back while the clock goes on; 整改不达标 leads to orange, or gives an orange a new period. */
export function judge(law: Law, slip: Slip, ask: Ask<'judge'>): Decision {
  const { outcome, reason, round, by, at } = ask
  const rounds = pendingRounds(slip)
  const judgeable = slip.stage === 'reviewing' || (slip.stage === 'rectifying' && rounds.length > 0)
  return unless(
    [
      mayNotJudge(slip, round, by),
      !judgeable && refuse('D4', { is: 'wrongStage', stage: slip.stage }),
      !rounds.includes(round) && refuse('D4', { is: 'stale' }),
      !reason.trim() && refuse('D4', { is: 'missing', fields: ['reason'] }),
      outcome === 'supplement' &&
        isLate(slip, at) &&
        refuse('D4', { is: 'supplementAfterDeadline' }),
    ],
    () => judged(law, slip, ask),
  )
}

/** D8: a reviewer, never the author of the feedback, never somebody of the unit. */
function mayNotJudge(slip: Slip, round: number, by: Actor): Refusal | undefined {
  if (by.kind !== 'person' || !by.roles.includes('reviewer'))
    return refuse('D8', { is: 'notReviewer' })
  const author = (slip.feedback[round - 1] ?? slip.feedback.at(-1))?.by
  if (author && [by.id, ...by.standsInFor].includes(author))
    return refuse('D8', { is: 'ownFeedback' })
  return by.units.includes(slip.content.unit) ? refuse('D8', { is: 'ownUnit' }) : undefined
}

function judged(law: Law, slip: Slip, ask: Ask<'judge'>): SlipEvent[] {
  const { outcome, reason, round, at, by } = ask
  const given: SlipEvent = { type: 'verdictGiven', outcome, reason, round, at, by, rule: 'D4' }
  if (outcome === 'supplement') return [given]
  const after = evolve(slip.id, slip, given)
  if (outcome === 'fail') return [given, ...failed(law, after, ask)]
  const done = unsettled(after).length === 0
  return done ? [given, ...closing(law, slip, ask)] : [given]
}
