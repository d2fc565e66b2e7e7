import type { Actor } from './authority.ts'
import type { Ask, Law } from './decide.ts'
import { type Decision, type Refusal, refuse, unless } from './decision.ts'
import { periodFrom } from './deadline.ts'
import type { SlipEvent } from './events.ts'
import { isLate } from './feedback.ts'
import { proposeOrange } from './orange.ts'
import { planReminders } from './reminder-plan.ts'
import type { Slip } from './slip.ts'

/** D4: 通过 closes; 退回补正 hands back while the clock goes on; 整改不达标 leads to orange, or gives an orange a new period. */
export function judge(law: Law, slip: Slip, ask: Ask<'judge'>): Decision {
  const { outcome, reason, round, by, at } = ask
  return unless(
    [
      mayNotJudge(slip, by),
      slip.stage !== 'reviewing' && refuse('D4', { is: 'wrongStage', stage: slip.stage }),
      round !== slip.feedback.length && refuse('D4', { is: 'stale' }),
      !reason.trim() && refuse('D4', { is: 'missing', fields: ['reason'] }),
      outcome === 'supplement' &&
        isLate(slip, at) &&
        refuse('D4', { is: 'supplementAfterDeadline' }),
    ],
    () => [
      { type: 'verdictGiven', outcome, reason, round, at, by, rule: 'D4' },
      ...consequence(law, slip, ask),
    ],
  )
}

/** D8: a reviewer, never the author of the feedback, never somebody of the unit. */
function mayNotJudge(slip: Slip, by: Actor): Refusal | undefined {
  if (by.kind !== 'person' || !by.roles.includes('reviewer'))
    return refuse('D8', { is: 'notReviewer' })
  const author = slip.feedback.at(-1)?.by
  if (author && [by.id, ...by.standsInFor].includes(author))
    return refuse('D8', { is: 'ownFeedback' })
  return by.units.includes(slip.content.unit) ? refuse('D8', { is: 'ownUnit' }) : undefined
}

function consequence(law: Law, slip: Slip, { outcome, at, by }: Ask<'judge'>): SlipEvent[] {
  if (outcome === 'pass') return [{ type: 'closed', at, by, rule: 'I7' }]
  if (outcome === 'supplement') return []
  const { rules, calendar } = law
  if (slip.content.colour === 'blue') return [proposeOrange(rules, calendar, 'I4b', at)]
  const deadline = periodFrom(rules.period.orange, calendar, at)
  const plan = planReminders(rules, calendar, at, deadline)
  return [{ type: 'deadlineSet', deadline, plan, at, by, rule: 'D4' }]
}
