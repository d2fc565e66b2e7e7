import { isJudged } from './feedback.ts'
import type { SlipEvent } from './events.ts'
import type { OpenId } from './organisation.ts'
import type { Actor } from './authority.ts'
import type { Slip, SlipId } from './slip.ts'
import type { Instant } from './time.ts'

type Of<T extends SlipEvent['type']> = Extract<SlipEvent, { type: T }>
type Folds = { [T in SlipEvent['type']]: (slip: Slip, event: Of<T>) => Partial<Slip> }

/** What each fact changes. Reading this table top to bottom is reading a slip's life. */
const FOLDS: Folds = {
  issued: () => ({}),
  served: (_, { at, messageId, deadline, plan }) => ({
    stage: 'rectifying',
    served: { at, messageId },
    serviceFailure: undefined,
    deadline,
    plan,
  }),
  serviceFailed: (_, { at, code, reason }) => ({ serviceFailure: { at, code, reason } }),
  signedFor: (_, { at, by }) => ({ signedFor: { by: personIn(by), at } }),
  feedbackSubmitted: (slip, { at, by, feedback, late, verdictDueAt }) => ({
    feedback: [...slip.feedback, { ...feedback, by: personIn(by), at, late }],
    ...(slip.stage === 'proposed' ? {} : reviewing(verdictDueAt)),
  }),
  verdictGiven: (slip, { at, by, outcome, reason, round }) => ({
    stage: 'rectifying',
    verdicts: [...slip.verdicts, { outcome, reason, by: personIn(by), at, round }],
    verdictDueAt: undefined,
    reminded: overtaken(slip, at),
  }),
  reminded: (_, { index }) => ({ reminded: index + 1 }),
  verdictUrged: () => ({ verdictUrged: true }),
  breached: (_, { at }) => ({ breachedAt: at }),
  orangeProposed: (_, { at, ground, confirmsAt }) => ({
    stage: 'proposed',
    proposal: { ground, at, confirmsAt },
  }),
  orangeDismissed: (slip, { verdictDueAt }) => ({
    proposal: undefined,
    ...(slip.feedback.length > 0 && !isJudged(slip)
      ? reviewing(verdictDueAt)
      : { stage: 'rectifying' }),
  }),
  deadlineSet: (_, { deadline, plan }) => ({
    deadline,
    plan,
    reminded: 0,
    breachedAt: undefined,
  }),
  escalated: (_, { at, orange }) => ({ stage: 'escalated', escalatedTo: orange, closedAt: at }),
  closed: (_, { at }) => ({ stage: 'closed', closedAt: at }),
}

/** D9: the reviewer's clock runs only while the slip is theirs to judge. */
const reviewing = (verdictDueAt: Instant): Partial<Slip> => ({
  stage: 'reviewing',
  verdictDueAt,
  verdictUrged: false,
})

/** D11: reminders that fell due on the reviewer's desk are merged into the verdict, which tells the unit by itself. */
const overtaken = ({ plan, reminded }: Slip, at: Instant): number =>
  Math.max(reminded, plan.filter((line) => line.at <= at).length)

/** Folds one fact into a slip. The first fact must be `issued`; anything else on an empty slip is a broken record. */
export function evolve(id: SlipId, slip: Slip | undefined, event: SlipEvent): Slip {
  const before = slip ?? begin(id, event)
  const fold = FOLDS[event.type] as (slip: Slip, event: SlipEvent) => Partial<Slip>
  return { ...before, ...fold(before, event), version: before.version + 1 }
}

/** Replays a whole record. */
export const replay = (id: SlipId, events: readonly SlipEvent[]): Slip | undefined =>
  events.reduce<Slip | undefined>((slip, event) => evolve(id, slip, event), undefined)

function begin(id: SlipId, event: SlipEvent): Slip {
  if (event.type !== 'issued') throw new Error(`slip ${id} begins with ${event.type}, not issued`)
  const { content, serial, inspector, rules, blue, cardLeavesAt, at } = event
  return {
    id,
    version: 0,
    serial,
    stage: 'unserved',
    content,
    inspector,
    issuedAt: at,
    cardLeavesAt,
    rules,
    blue,
    served: undefined,
    serviceFailure: undefined,
    deadline: undefined,
    plan: [],
    reminded: 0,
    signedFor: undefined,
    feedback: [],
    verdicts: [],
    verdictDueAt: undefined,
    verdictUrged: false,
    breachedAt: undefined,
    proposal: undefined,
    escalatedTo: undefined,
    closedAt: undefined,
  }
}

/** Facts that only people bring about carry a person; the decider sees to that. */
function personIn(by: Actor): OpenId {
  if (by.kind !== 'person') throw new Error(`rule ${by.rule} cannot sign, answer or judge`)
  return by.id
}
