import type { Slip } from './slip.ts'
import type { Instant } from './time.ts'

/** What happens by itself if nobody does anything. */
export interface Step {
  kind:
    | 'watchService'
    | 'remind'
    | 'breach'
    | 'urgeVerdict'
    | 'urgeExtension'
    | 'urgeReturn'
    | 'confirmBySilence'
    | 'lookBack'
  at: Instant
}

/** On whose desk an open slip lies. */
export type Desk = 'office' | 'unit' | 'reviewer' | 'director' | 'inspector'

/** How long after its card should have left an unserved slip becomes the office's task. Sending takes seconds; retries of a busy minute fit in. */
const SERVICE_PATIENCE = 10 * 60_000

const DESK: Record<Slip['stage'], Desk | undefined> = {
  unserved: 'office',
  rectifying: 'unit',
  reviewing: 'reviewer',
  proposed: 'director',
  countersigning: 'director',
  lookingBack: 'inspector',
  escalated: undefined,
  closed: undefined,
  voided: undefined,
}

/** D11: when the reminder plan is spent and the unit still owes, the slip lies on the director's desk. */
export function deskOf(slip: Slip): Desk | undefined {
  const spent = slip.breachedAt !== undefined && slip.reminded >= slip.plan.length
  return slip.stage === 'rectifying' && spent ? 'director' : DESK[slip.stage]
}

/** The one next step of a slip, or undefined when it waits on a desk with nothing scheduled. */
export const nextStep = (slip: Slip): Step | undefined =>
  stepsOf(slip).toSorted((a, b) => a.at - b.at)[0]

function stepsOf(slip: Slip): Step[] {
  switch (slip.stage) {
    case 'unserved':
      return slip.serviceFailure
        ? []
        : [{ kind: 'watchService', at: (slip.cardLeavesAt ?? slip.issuedAt) + SERVICE_PATIENCE }]
    case 'rectifying':
      return [...breach(slip), ...reminder(slip), ...verdict(slip), ...rulings(slip)]
    case 'reviewing':
      return [...verdict(slip), ...rulings(slip)]
    case 'proposed':
      return [...silence(slip), ...(slip.proposal?.ground === 'I4a' ? reminder(slip) : [])]
    case 'closed':
      return slip.lookBack ? [{ kind: 'lookBack', at: slip.lookBack.at }] : []
    case 'countersigning':
    case 'lookingBack':
    case 'escalated':
    case 'voided':
      return []
  }
}

const verdict = ({ verdictDueAt, verdictUrged }: Slip): Step[] =>
  verdictDueAt === undefined || verdictUrged ? [] : [{ kind: 'urgeVerdict', at: verdictDueAt }]

/** D9: each ruling asked for and not given is urged once. */
function rulings({ extension, returned, rulingsUrged }: Slip): Step[] {
  const asked = [
    { kind: 'urgeExtension', about: 'extension', ask: extension },
    { kind: 'urgeReturn', about: 'return', ask: returned },
  ] as const
  return asked.flatMap(({ kind, about, ask }) =>
    ask && !ask.ruling && !rulingsUrged.includes(about) ? [{ kind, at: ask.rulingDueAt }] : [],
  )
}

const breach = ({ deadline, breachedAt }: Slip): Step[] =>
  deadline && breachedAt === undefined ? [{ kind: 'breach', at: deadline.dueAt }] : []

const silence = ({ proposal }: Slip): Step[] =>
  proposal ? [{ kind: 'confirmBySilence', at: proposal.confirmsAt }] : []

const reminder = ({ plan, reminded }: Slip): Step[] => {
  const next = plan[reminded]
  return next ? [{ kind: 'remind', at: next.at }] : []
}
