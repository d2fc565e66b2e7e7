import { moveAmong, pendingRounds } from './findings.ts'
import type { SlipEvent } from './events.ts'
import type { OpenId } from './organisation.ts'
import type { Actor } from './authority.ts'
import type { Ruling, Slip, SlipId } from './slip.ts'
import type { Instant } from './time.ts'

type Of<T extends SlipEvent['type']> = Extract<SlipEvent, { type: T }>
type Folds = { [T in SlipEvent['type']]: (slip: Slip, event: Of<T>) => Partial<Slip> }

/** What each fact changes. Reading this table top to bottom is reading a slip's life. */
const FOLDS: Folds = {
  issued: () => ({}),
  served: (_, { at, messageId, deadline, plan }) => ({
    ...(deadline ? { stage: 'rectifying' } : { stage: 'closed', closedAt: at }),
    served: { at, messageId },
    serviceFailure: undefined,
    deadline,
    plan,
  }),
  serviceFailed: (_, { at, code, reason }) => ({ serviceFailure: { at, code, reason } }),
  signedFor: (_, { at, by }) => ({ signedFor: { by: personIn(by), at } }),
  feedbackSubmitted: (slip, { at, by, feedback, findings, late, verdictDueAt }) => {
    const answer = { ...feedback, ...(findings ? { findings } : {}), by: personIn(by), at, late }
    const after = { ...slip, feedback: [...slip.feedback, answer] }
    const { feedback: rounds } = after
    return slip.stage === 'proposed'
      ? { feedback: rounds }
      : { feedback: rounds, stage: moveAmong(after), verdictDueAt, verdictUrged: false }
  },
  verdictGiven: (slip, { at, by, outcome, reason, round }) => {
    const verdict = { outcome, reason, by: personIn(by), at, round }
    const after = { ...slip, verdicts: [...slip.verdicts, verdict] }
    return {
      verdicts: after.verdicts,
      stage: moveAmong(after),
      ...(pendingRounds(after).length > 0 ? {} : { verdictDueAt: undefined }),
      reminded: overtaken(slip, at),
    }
  },
  reminded: (_, { index }) => ({ reminded: index + 1 }),
  verdictUrged: () => ({ verdictUrged: true }),
  breached: (_, { at }) => ({ breachedAt: at }),
  orangeProposed: (_, { at, ground, confirmsAt }) => ({
    stage: 'proposed',
    proposal: { ground, at, confirmsAt },
  }),
  orangeDismissed: (slip, { verdictDueAt }) => ({
    proposal: undefined,
    ...(slip.proposal?.ground === 'I7'
      ? { stage: 'closed' }
      : backFromProposal(slip, verdictDueAt)),
  }),
  deadlineSet: (_, { deadline, plan }) => ({
    deadline,
    plan,
    reminded: 0,
    breachedAt: undefined,
  }),
  deadlineReset: () => ({}),
  escalated: (_, { at, orange }) => ({ stage: 'escalated', escalatedTo: orange, closedAt: at }),
  closed: (_, { at }) => ({ stage: 'closed', closedAt: at }),
  closingProposed: () => ({ stage: 'countersigning' }),
  extensionRequested: (_, { at, by, reason, until, rulingDueAt }) => ({
    extension: { reason, until, by: personIn(by), at, rulingDueAt },
  }),
  extensionRuled: ({ extension }, fact) => ({
    extension: extension && { ...extension, ruling: rulingOf(fact) },
  }),
  returnRequested: (_, { at, by, reason, unit, rulingDueAt }) => ({
    returned: { reason, unit, by: personIn(by), at, rulingDueAt },
  }),
  returnRuled: ({ returned }, fact) => ({
    returned: returned && { ...returned, ruling: rulingOf(fact) },
  }),
  transferred: ({ content }, { at, unit }) => ({
    ...UNTOUCHED,
    stage: 'unserved',
    content: { ...content, unit, site: undefined },
    cardLeavesAt: at,
  }),
  rulingUrged: ({ rulingsUrged }, { about }) => ({ rulingsUrged: [...rulingsUrged, about] }),
  interimReplied: ({ interim }, { at, by, text }) => ({
    interim: [...interim, { text, by: personIn(by), at }],
  }),
  handedOver: (_, { to }) => ({ handler: to }),
  urged: (_, { at }) => ({ urgedAt: at }),
  corrected: ({ corrections }, { at, by, content, reason }) => ({
    content,
    corrections: [...corrections, { reason, by: personIn(by), at }],
  }),
  withdrawn: (_, { at, by, reason }) => ({
    stage: 'voided',
    withdrawn: { reason, by: personIn(by), at },
    closedAt: at,
  }),
  serviceRetried: (_, { at }) => ({ serviceFailure: undefined, cardLeavesAt: at }),
  lookBackPlanned: (_, { lookBack }) => ({ lookBack }),
  lookBackDue: () => ({ stage: 'lookingBack' }),
  lookedBack: ({ lookedBack }, { at, by, finding, reason }) => ({
    stage: 'closed',
    lookBack: undefined,
    lookedBack: [...lookedBack, { finding, reason, by: personIn(by), at }],
  }),
}

/** What a slip carries before the unit it is for has heard of it. */
const UNTOUCHED = {
  served: undefined,
  serviceFailure: undefined,
  deadline: undefined,
  plan: [],
  reminded: 0,
  signedFor: undefined,
  handler: undefined,
  feedback: [],
  verdicts: [],
  verdictDueAt: undefined,
  verdictUrged: false,
  breachedAt: undefined,
  proposal: undefined,
  extension: undefined,
  rulingsUrged: [],
  interim: [],
  urgedAt: undefined,
} satisfies Partial<Slip>

const rulingOf = ({
  at,
  by,
  granted,
  reason,
}: Of<'extensionRuled'> | Of<'returnRuled'>): Ruling => ({
  granted,
  reason,
  by: personIn(by),
  at,
})

/** D9: a feedback that waited under the proposal reaches the reviewer now, and the reviewer's clock starts. */
const backFromProposal = (slip: Slip, verdictDueAt: Instant): Partial<Slip> => ({
  stage: moveAmong(slip),
  ...(pendingRounds(slip).length > 0 ? { verdictDueAt, verdictUrged: false } : {}),
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
  const { content, serial, inspector, rules, blue, grounds, repeat, cardLeavesAt, at } = event
  return {
    ...UNTOUCHED,
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
    grounds,
    repeat,
    extension: undefined,
    returned: undefined,
    rulingsUrged: [],
    corrections: [],
    withdrawn: undefined,
    lookBack: undefined,
    lookedBack: [],
    escalatedTo: undefined,
    closedAt: undefined,
  }
}

/** Facts that only people bring about carry a person; the decider sees to that. */
function personIn(by: Actor): OpenId {
  if (by.kind !== 'person') throw new Error(`rule ${by.rule} cannot sign, answer or judge`)
  return by.id
}
