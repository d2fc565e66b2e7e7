import type { Ask, Law } from './decide.ts'
import { type Decision, refuse, unless } from './decision.ts'
import type { Slip } from './slip.ts'
import { isLate } from './feedback.ts'
import { verdictDue } from './verdict-due.ts'
import { mayNotRule, notOfUnit } from './who.ts'

/** D7: 退单异议, once and in time, with the right unit named. The clock goes on until the office has ruled. */
export function requestReturn(law: Law, slip: Slip, ask: Ask<'requestReturn'>): Decision {
  const { reason, unit, by, at } = ask
  const missing = Object.entries({ reason, unit }).flatMap(([field, text]) =>
    text.trim() ? [] : [field],
  )
  return unless(
    [
      notOfUnit(slip, by),
      slip.stage !== 'rectifying' && refuse('D7', { is: 'wrongStage', stage: slip.stage }),
      slip.returned && refuse('D7', { is: 'onlyOnce' }),
      isLate(slip, at) && refuse('D7', { is: 'afterDeadline' }),
      missing.length > 0 && refuse('D7', { is: 'missing', fields: missing }),
      unit === slip.content.unit && refuse('D7', { is: 'sameUnit' }),
    ],
    () => {
      const rulingDueAt = verdictDue(law, at)
      return [{ type: 'returnRequested', reason, unit, rulingDueAt, at, by, rule: 'D7' }]
    },
  )
}

/** D7: the office rules; granted, the slip goes to the right unit and is served there anew. */
export function ruleReturn(_: Law, slip: Slip, ask: Ask<'ruleReturn'>): Decision {
  const { granted, reason, by, at } = ask
  const { returned, stage } = slip
  const open = stage === 'rectifying' || stage === 'reviewing'
  return unless(
    [
      mayNotRule(slip, returned?.by, by),
      (!returned || returned.ruling) && refuse('D7', { is: 'nothingToRule' }),
      !open && refuse('D7', { is: 'wrongStage', stage }),
      !reason.trim() && refuse('D7', { is: 'missing', fields: ['reason'] }),
    ],
    () => [
      { type: 'returnRuled', granted, reason, at, by, rule: 'D7' },
      ...(granted && returned
        ? [{ type: 'transferred', unit: returned.unit, at, by, rule: 'D7' } as const]
        : []),
    ],
  )
}
