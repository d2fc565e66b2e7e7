import type { Actor } from './authority.ts'
import { deadlineOn } from './deadline.ts'
import type { Ask, Law } from './decide.ts'
import { type Decision, type Refusal, refuse, unless } from './decision.ts'
import { verdictDue } from './verdict-due.ts'
import { planReminders } from './reminder-plan.ts'
import type { Slip } from './slip.ts'
import { endOf, isDay } from './time.ts'

/** D3: one press by the director. */
export function confirmOrange(_: Law, slip: Slip, ask: Ask<'confirmOrange'>): Decision {
  const { orange, by, at } = ask
  return unless([notDirector(by), notProposed(slip)], () => [
    { type: 'escalated', orange, at, by, rule: 'D3' },
  ])
}

/** D3: no orange, for a stated reason, and a new deadline, since the old one moves only by a recorded decision. */
export function dismissOrange(law: Law, slip: Slip, ask: Ask<'dismissOrange'>): Decision {
  const { reason, until, by, at } = ask
  const missing = Object.entries({ reason, until })
    .filter(([, text]) => !text.trim())
    .map(([field]) => field)
  return unless(
    [
      notDirector(by),
      notProposed(slip),
      missing.length > 0 && refuse('D3', { is: 'missing', fields: missing }),
      !isDay(until) && refuse('D3', { is: 'notADay', field: 'until', text: until }),
      endOf(until) <= at && refuse('D3', { is: 'dayPast' }),
    ],
    () => {
      const deadline = deadlineOn('D3', law.calendar, until)
      const plan = planReminders(law.rules, law.calendar, at, deadline)
      return [
        { type: 'orangeDismissed', reason, verdictDueAt: verdictDue(law, at), at, by, rule: 'D3' },
        { type: 'deadlineSet', deadline, plan, at, by, rule: 'D3' },
      ]
    },
  )
}

const notDirector = (by: Actor): Refusal | undefined =>
  by.kind === 'person' && by.roles.includes('director')
    ? undefined
    : refuse('D3', { is: 'notDirector' })

const notProposed = (slip: Slip): Refusal | undefined =>
  slip.stage === 'proposed' ? undefined : refuse('D3', { is: 'wrongStage', stage: slip.stage })
