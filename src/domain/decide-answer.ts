import type { Ask, Law } from './decide.ts'
import { type Decision, refuse, unless } from './decision.ts'
import type { SlipEvent } from './events.ts'
import { isLate, objectionTo } from './feedback.ts'
import { owed, unsettled } from './findings.ts'
import { verdictDue } from './verdict-due.ts'
import { notOfUnit } from './who.ts'
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
  const chosen = answering(slip, ask.findings)
  return unless(
    [
      notOfUnit(slip, by),
      !ANSWERABLE.includes(slip.stage) && refuse('I5', { is: 'wrongStage', stage: slip.stage }),
      chosen.length === 0 && refuse('I5', { is: 'nothingOpen' }),
      objectionTo(feedback, slip.content, at),
    ],
    () => {
      const late = isLate(slip, at)
      const unnoticed = late && slip.stage === 'rectifying' && slip.breachedAt === undefined
      const first = unnoticed ? breachEvents(law, slip, at) : []
      return [...first, submitted(law, slip, ask, chosen, late)]
    },
  )
}

/** The findings an answer is about: those named, else all that are owed; under a proposal, all that are unsettled. */
function answering(slip: Slip, named: readonly number[] | undefined): readonly number[] {
  if (slip.proposal?.ground === 'I7') return []
  const open = unsettled(slip)
  if (named) return open.filter((place) => named.includes(place))
  const missing = owed(slip)
  return missing.length > 0 ? missing : open
}

function submitted(
  law: Law,
  slip: Slip,
  { feedback, by, at }: Ask<'submitFeedback'>,
  chosen: readonly number[],
  late: boolean,
): SlipEvent {
  const all = chosen.length === slip.content.findings.length
  const about = all ? {} : { findings: chosen }
  const verdictDueAt = verdictDue(law, at)
  return { type: 'feedbackSubmitted', feedback, ...about, late, verdictDueAt, at, by, rule: 'I5' }
}

/** A word in between: kept, shown, and no answer; the clock goes on. */
export function replyInterim(_: Law, slip: Slip, { text, by, at }: Ask<'replyInterim'>): Decision {
  return unless(
    [
      notOfUnit(slip, by),
      !ANSWERABLE.includes(slip.stage) && refuse('I5', { is: 'wrongStage', stage: slip.stage }),
      !text.trim() && refuse('I5', { is: 'missing', fields: ['text'] }),
    ],
    () => [{ type: 'interimReplied', text, at, by, rule: 'I5' }],
  )
}

/** The colleague who takes it in hand from here on; everybody of the unit may still act. */
export function handOver(_: Law, slip: Slip, ask: Ask<'handOver'>): Decision {
  const { to, members, by, at } = ask
  return unless(
    [
      notOfUnit(slip, by),
      !ANSWERABLE.includes(slip.stage) && refuse('O5', { is: 'wrongStage', stage: slip.stage }),
      (!members.includes(to) || to === slip.handler) && refuse('O5', { is: 'notColleague' }),
    ],
    () => [{ type: 'handedOver', to, at, by, rule: 'O5' }],
  )
}
