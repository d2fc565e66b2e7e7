import type { Ask, Law } from './decide.ts'
import { type Decision, refuse, unless } from './decision.ts'
import { periodFrom } from './deadline.ts'
import { ofOffice } from './who.ts'
import { periodOf } from './problem-types.ts'
import { planReminders } from './reminder-plan.ts'
import type { Slip } from './slip.ts'

/** D2: Feishu accepted the card into the unit's group; the clock starts. A second proof changes nothing, nor one for a slip withdrawn meanwhile. */
export function recordService(
  { rules, calendar }: Law,
  slip: Slip,
  ask: Ask<'recordService'>,
): Decision {
  if (slip.stage !== 'unserved') return { accepted: [] }
  const { messageId, at, by } = ask
  const period = periodOf(rules, slip.content)
  const deadline = period && periodFrom(period, calendar, at)
  const plan = deadline ? planReminders(rules, calendar, at, deadline) : []
  const clock = deadline ? { deadline, plan } : { plan }
  return { accepted: [{ type: 'served', messageId, ...clock, at, by, rule: 'D2' }] }
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

/** D2: the office tries again, once the reason is out of the way. */
export function retryService(_: Law, slip: Slip, { at, by }: Ask<'retryService'>): Decision {
  const { stage, serviceFailure } = slip
  return unless(
    [
      !ofOffice(by) && refuse('D2', { is: 'notOffice' }),
      (stage !== 'unserved' || !serviceFailure) && refuse('D2', { is: 'wrongStage', stage }),
    ],
    () => [{ type: 'serviceRetried', at, by, rule: 'D2' }],
  )
}
