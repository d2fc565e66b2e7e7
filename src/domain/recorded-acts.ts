import type { Actor } from './authority.ts'
import type { Order } from './commands.ts'
import type { SlipEvent } from './events.ts'
import { evolve } from './evolve.ts'
import type { Slip, SlipId } from './slip.ts'
import type { Day, Instant } from './time.ts'

/** What somebody asked, the platform included (D2), or that a due step ran; and how the slip stood before. */
export interface Act {
  at: Instant
  by: Actor
  order: Order | 'step'
  before: Slip | undefined
}

type Of<T extends SlipEvent['type']> = Extract<SlipEvent, { type: T }>
type Reading<T extends SlipEvent['type']> = (
  event: Of<T>,
  before: Slip | undefined,
  following: readonly SlipEvent[],
) => Act['order'] | undefined
type Readings = { [T in SlipEvent['type']]: Reading<T> }

const step = () => 'step' as const
/** Brought about by the fact before it. */
const follows = () => undefined

/** What each fact says somebody did. A card that was not accepted in time is the platform's doing, like one that was. */
const READINGS: Readings = {
  issued: ({ content, serial, inspector, blue, grounds, repeat }) => ({
    type: 'issue',
    content,
    serial,
    inspector,
    ...(blue ? { blue } : {}),
    ...(grounds ? { grounds } : {}),
    ...(repeat ? { repeat } : {}),
  }),
  served: ({ messageId }) => ({ type: 'recordService', messageId }),
  serviceFailed: ({ code, reason }) => ({ type: 'recordServiceFailure', code, reason }),
  serviceRetried: () => ({ type: 'retryService' }),
  signedFor: () => ({ type: 'signFor' }),
  feedbackSubmitted: ({ feedback, findings }, before) => ({
    type: 'submitFeedback',
    feedback,
    findings: findings ?? before?.content.findings.map((_, place) => place) ?? [],
  }),
  interimReplied: ({ text }) => ({ type: 'replyInterim', text }),
  handedOver: ({ to }) => ({ type: 'handOver', to, members: [to] }),
  verdictGiven: ({ outcome, reason, round }, before) =>
    before?.stage === 'countersigning'
      ? { type: 'countersign', agreed: false, reason }
      : { type: 'judge', outcome, reason, round },
  closed: (_, before) =>
    before?.stage === 'countersigning'
      ? { type: 'countersign', agreed: true, reason: '' }
      : undefined,
  breached: (event, _, following) => (noticedByFeedback(event, following) ? undefined : 'step'),
  orangeDismissed: ({ reason }, _, [next]) => ({
    type: 'dismissOrange',
    reason,
    until: dayNamed(next),
  }),
  deadlineReset: ({ reason }, _, [next]) => ({
    type: 'resetDeadline',
    reason,
    until: dayNamed(next),
  }),
  escalated: ({ by, orange }) =>
    by.kind === 'person' ? { type: 'confirmOrange', orange } : 'step',
  extensionRequested: ({ reason, until }) => ({ type: 'requestExtension', reason, until }),
  extensionRuled: ({ granted, reason }) => ({ type: 'ruleExtension', granted, reason }),
  returnRequested: ({ reason, unit }) => ({ type: 'requestReturn', reason, unit }),
  returnRuled: ({ granted, reason }) => ({ type: 'ruleReturn', granted, reason }),
  urged: () => ({ type: 'urge' }),
  corrected: ({ content, reason }) => ({ type: 'correct', content, reason }),
  withdrawn: ({ reason }) => ({ type: 'withdraw', reason }),
  lookedBack: ({ finding, reason }) => ({ type: 'lookBack', finding, reason }),
  reminded: step,
  verdictUrged: step,
  rulingUrged: step,
  lookBackDue: step,
  orangeProposed: follows,
  deadlineSet: follows,
  closingProposed: follows,
  transferred: follows,
  lookBackPlanned: follows,
}

/** The day somebody named for a deadline, whatever working day it was moved to. */
const dayNamed = (next: SlipEvent | undefined): Day =>
  next?.type === 'deadlineSet' ? (next.deadline.working[0]?.day ?? next.deadline.lastDay) : ''

/** A late answer brings the breach with it when no timer had noticed it. */
function noticedByFeedback({ at }: Of<'breached'>, following: readonly SlipEvent[]): boolean {
  const next = following.find(({ type }) => type !== 'orangeProposed')
  return next?.type === 'feedbackSubmitted' && next.at === at
}

/** A record read back: who did what and when, without what the rules made of it. */
export function actsOf(id: SlipId, events: readonly SlipEvent[]): Act[] {
  const acts: Act[] = []
  let slip: Slip | undefined
  let before: Slip | undefined
  let breachComesFirst = false
  for (const [i, event] of events.entries()) {
    const read = READINGS[event.type] as Reading<SlipEvent['type']>
    const order = read(event, slip, events.slice(i + 1, i + 3))
    if (order) acts.push({ at: event.at, by: event.by, order, before })
    slip = evolve(id, slip, event)
    // A late answer met the slip as it stood before the breach that it brought with it.
    breachComesFirst = !order && (event.type === 'breached' || breachComesFirst)
    if (!breachComesFirst) before = slip
  }
  return acts
}
