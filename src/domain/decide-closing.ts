import type { Actor } from './authority.ts'
import { periodFrom } from './deadline.ts'
import type { Ask, Law } from './decide.ts'
import { type Decision, refuse, unless } from './decision.ts'
import type { SlipEvent } from './events.ts'
import { evolve } from './evolve.ts'
import { planLookBack } from './look-back.ts'
import { orangeContent, proposeOrange } from './orange.ts'
import { periodOf } from './problem-types.ts'
import { planReminders } from './reminder-plan.ts'
import type { Slip } from './slip.ts'
import type { Instant } from './time.ts'
import { notDirector } from './who.ts'

interface Moment {
  by: Actor
  at: Instant
}

/** All findings have passed: closed, or first to the director where the rule book asks for a second signature. */
export function closing(law: Law, slip: Slip, { by, at }: Moment): SlipEvent[] {
  const signedTwice = law.rules.countersign.includes(slip.content.colour)
  return signedTwice
    ? [{ type: 'closingProposed', at, by, rule: 'D4' }]
    : closed(law, slip, { by, at })
}

function closed(law: Law, slip: Slip, { by, at }: Moment): SlipEvent[] {
  return [{ type: 'closed', at, by, rule: 'I7' }, ...planLookBack(law, slip, at)]
}

/** The second signature; without it the last verdict is overturned and the unit gets a new period. */
export function countersign(law: Law, slip: Slip, ask: Ask<'countersign'>): Decision {
  const { agreed, reason, by } = ask
  return unless(
    [
      notDirector(slip, by),
      slip.stage !== 'countersigning' && refuse('D4', { is: 'wrongStage', stage: slip.stage }),
      !agreed && !reason.trim() && refuse('D4', { is: 'missing', fields: ['reason'] }),
    ],
    () => (agreed ? closed(law, slip, ask) : overturned(law, slip, ask)),
  )
}

function overturned(law: Law, slip: Slip, { reason, by, at }: Ask<'countersign'>): SlipEvent[] {
  const round = slip.feedback.length
  const given = {
    type: 'verdictGiven',
    outcome: 'fail',
    reason,
    round,
    at,
    by,
    rule: 'D4',
  } as const
  return [given, ...failed(law, evolve(slip.id, slip, given), { by, at })]
}

/** 整改不达标: a blue is proposed for orange (I4b), an orange gets a new period for what is not settled. `slip`: after the verdict. */
export function failed(law: Law, slip: Slip, { by, at }: Moment): SlipEvent[] {
  const { rules, calendar } = law
  if (slip.content.colour === 'blue') return [proposeOrange(rules, calendar, 'I4b', at)]
  const period = periodOf(rules, orangeContent(slip)) ?? rules.period.orange
  const deadline = periodFrom(period, calendar, at)
  const plan = planReminders(rules, calendar, at, deadline)
  return [{ type: 'deadlineSet', deadline, plan, at, by, rule: 'D4' }]
}
