import type { Ask, Law } from './decide.ts'
import { type Decision, type Refusal, refuse, unless } from './decision.ts'
import { verdictDue } from './verdict-due.ts'
import { deadlineByDecision } from './deadline-by-decision.ts'
import { notDirector } from './who.ts'
import type { Slip } from './slip.ts'
import { endOf, isDay } from './time.ts'

/** D3: one press by the director. */
export function confirmOrange(_: Law, slip: Slip, ask: Ask<'confirmOrange'>): Decision {
  const { orange, by, at } = ask
  return unless([notDirector(slip, by), notProposed(slip)], () => [
    { type: 'escalated', orange, at, by, rule: 'D3' },
  ])
}

/** D3: no orange, for a stated reason, and a new deadline, since the old one moves only by a recorded decision. */
export function dismissOrange(law: Law, slip: Slip, ask: Ask<'dismissOrange'>): Decision {
  const { reason, until, by, at } = ask
  // A relapse leaves no period behind to be set anew: the slip is closed again.
  const relapsed = slip.proposal?.ground === 'I7'
  const missing = Object.entries(relapsed ? { reason } : { reason, until })
    .filter(([, text]) => !text.trim())
    .map(([field]) => field)
  return unless(
    [
      notDirector(slip, by),
      notProposed(slip),
      missing.length > 0 && refuse('D3', { is: 'missing', fields: missing }),
      !relapsed && !isDay(until) && refuse('D3', { is: 'notADay', field: 'until', text: until }),
      !relapsed && endOf(until) <= at && refuse('D3', { is: 'dayPast' }),
    ],
    () => [
      { type: 'orangeDismissed', reason, verdictDueAt: verdictDue(law, at), at, by, rule: 'D3' },
      ...(relapsed ? [] : [deadlineByDecision(law, 'D3', until, ask)]),
    ],
  )
}

/** An overdue orange has no further colour: the director gives it another day, for a stated reason, and a new reminder plan. */
export function resetDeadline(law: Law, slip: Slip, ask: Ask<'resetDeadline'>): Decision {
  const { reason, until, by, at } = ask
  const overdue = slip.stage === 'rectifying' && slip.breachedAt !== undefined
  return unless(
    [
      notDirector(slip, by),
      !overdue && refuse('D3', { is: 'wrongStage', stage: slip.stage }),
      !reason.trim() && refuse('D3', { is: 'missing', fields: ['reason'] }),
      !isDay(until) && refuse('D3', { is: 'notADay', field: 'until', text: until }),
      endOf(until) <= at && refuse('D3', { is: 'dayPast' }),
    ],
    () => [
      { type: 'deadlineReset', reason, at, by, rule: 'D3' },
      deadlineByDecision(law, 'D3', until, ask),
    ],
  )
}

const notProposed = (slip: Slip): Refusal | undefined =>
  slip.stage === 'proposed' ? undefined : refuse('D3', { is: 'wrongStage', stage: slip.stage })
