import type { Ask, Law } from './decide.ts'
import { type Decision, refuse, unless } from './decision.ts'
import { periodFrom } from './deadline.ts'
import { planReminders } from './reminder-plan.ts'
import type { Slip } from './slip.ts'

/** D2: Feishu accepted the card into the unit's group; the clock starts. A second proof changes nothing. */
export function recordService(
  { rules, calendar }: Law,
  slip: Slip,
  ask: Ask<'recordService'>,
): Decision {
  if (slip.served) return { accepted: [] }
  const { messageId, at, by } = ask
  const deadline = periodFrom(rules.period[slip.content.colour], calendar, at)
  const plan = planReminders(rules, calendar, at, deadline)
  return { accepted: [{ type: 'served', messageId, deadline, plan, at, by, rule: 'D2' }] }
}

/** D2: not served, no clock; the office is told why. */
export function recordServiceFailure(
  _: Law,
  slip: Slip,
  ask: Ask<'recordServiceFailure'>,
): Decision {
  const { code, reason, at, by } = ask
  return unless(
    [slip.stage !== 'unserved' && refuse('D2', { is: 'wrongStage', stage: slip.stage })],
    () => [{ type: 'serviceFailed', code, reason, at, by, rule: 'D2' }],
  )
}
