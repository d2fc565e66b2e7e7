import { deadlineByDecision } from './deadline-by-decision.ts'
import type { Ask, Law } from './decide.ts'
import { type Decision, type Refusal, refuse, unless } from './decision.ts'
import { isLate } from './feedback.ts'
import type { Slip } from './slip.ts'
import { addDays, type Day, endOf, type Instant, isDay } from './time.ts'
import { verdictDue } from './verdict-due.ts'
import { mayNotRule, notOfUnit } from './who.ts'

/** D6: the unit asks once, before the deadline, with a reason and a day. Asking moves nothing. */
export function requestExtension(law: Law, slip: Slip, ask: Ask<'requestExtension'>): Decision {
  const { reason, until, by, at } = ask
  return unless(
    [
      notOfUnit(slip, by),
      slip.stage !== 'rectifying' && refuse('D6', { is: 'wrongStage', stage: slip.stage }),
      slip.extension && refuse('D6', { is: 'onlyOnce' }),
      isLate(slip, at) && refuse('D6', { is: 'afterDeadline' }),
      !reason.trim() && refuse('D6', { is: 'missing', fields: ['reason'] }),
      notAnExtension(law, slip, until),
    ],
    () => {
      const rulingDueAt = verdictDue(law, at)
      return [{ type: 'extensionRequested', reason, until, rulingDueAt, at, by, rule: 'D6' }]
    },
  )
}

function notAnExtension({ rules }: Law, { deadline }: Slip, until: Day): Refusal | undefined {
  if (!deadline) return undefined
  const { lastDay } = deadline
  if (!until) return refuse('D6', { is: 'missing', fields: ['until'] })
  if (!isDay(until)) return refuse('D6', { is: 'notADay', field: 'until', text: until })
  if (until <= lastDay) return refuse('D6', { is: 'notLater' })
  const days = rules.extensionDaysMax
  return until > addDays(lastDay, days) ? refuse('D6', { is: 'tooFar', days }) : undefined
}

/** D6: the reviewer rules, with a reason; the history of it is kept. */
export function ruleExtension(law: Law, slip: Slip, ask: Ask<'ruleExtension'>): Decision {
  const { granted, reason, by, at } = ask
  const { extension, stage } = slip
  const open = stage === 'rectifying' || stage === 'reviewing'
  return unless(
    [
      mayNotRule(slip, extension?.by, by),
      (!extension || extension.ruling) && refuse('D6', { is: 'nothingToRule' }),
      !open && refuse('D6', { is: 'wrongStage', stage }),
      !reason.trim() && refuse('D6', { is: 'missing', fields: ['reason'] }),
      granted && extension && overtaken(slip, extension.until, at),
    ],
    () => [
      { type: 'extensionRuled', granted, reason, at, by, rule: 'D6' },
      ...(granted && extension ? [deadlineByDecision(law, 'D6', extension.until, ask)] : []),
    ],
  )
}

/** A grant gives time; it never takes any: not a day gone by, nor one before a deadline given since. */
function overtaken({ deadline }: Slip, until: Day, at: Instant): Refusal | undefined {
  if (endOf(until) <= at) return refuse('D6', { is: 'dayPast' })
  return deadline && until <= deadline.lastDay ? refuse('D6', { is: 'notLater' }) : undefined
}
