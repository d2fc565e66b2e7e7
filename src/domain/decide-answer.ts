import type { Actor } from './authority.ts'
import type { Ask, Law } from './decide.ts'
import { type Decision, type Refusal, refuse, unless } from './decision.ts'
import type { SlipEvent } from './events.ts'
import { isLate, objectionTo } from './feedback.ts'
import { verdictDue } from './verdict-due.ts'
import { breachEvents } from './breach.ts'
import type { Slip, Stage } from './slip.ts'

const ANSWERABLE: readonly Stage[] = ['rectifying', 'proposed']

/** Receipt by a person of the unit. It proves nothing about the clock, which started at service (D2). */
export function signFor(_: Law, slip: Slip, { by, at }: Ask<'signFor'>): Decision {
  const signed = slip.signedFor
  return unless(
    [
      notOfUnit(slip, by),
      signed && refuse('D2', { is: 'alreadySigned', ...signed }),
      !ANSWERABLE.includes(slip.stage) && refuse('D2', { is: 'wrongStage', stage: slip.stage }),
    ],
    () => [{ type: 'signedFor', at, by, rule: 'D2' }],
  )
}

/**
 * I5, I6: the written answer. One that comes after the deadline is kept, and the breach with it, whether or not the timer has run.
 * Under a proposal there is nothing left to breach: a further answer must not start the director's 24 hours anew (D3).
 */
export function submitFeedback(law: Law, slip: Slip, ask: Ask<'submitFeedback'>): Decision {
  const { feedback, by, at } = ask
  const { colour } = slip.content
  return unless(
    [
      notOfUnit(slip, by),
      !ANSWERABLE.includes(slip.stage) && refuse('I5', { is: 'wrongStage', stage: slip.stage }),
      objectionTo(feedback, colour, at),
    ],
    () => {
      const late = isLate(slip, at)
      const unnoticed = late && slip.stage === 'rectifying' && slip.breachedAt === undefined
      const first = unnoticed ? breachEvents(law, slip, at) : []
      return [...first, submitted(law, ask, late)]
    },
  )
}

function submitted(law: Law, ask: Ask<'submitFeedback'>, late: boolean): SlipEvent {
  const { feedback, by, at } = ask
  const verdictDueAt = verdictDue(law, at)
  return { type: 'feedbackSubmitted', feedback, late, verdictDueAt, at, by, rule: 'I5' }
}

/** D8: only a contact or the head of the unit answers; nobody acts on another unit's slip. */
function notOfUnit(slip: Slip, by: Actor): Refusal | undefined {
  const member = by.kind === 'person' && by.units.includes(slip.content.unit)
  return member ? undefined : refuse('D8', { is: 'notYourUnit' })
}
