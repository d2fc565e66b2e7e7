import { isOpen, type Slip } from './slip.ts'
import type { Instant } from './time.ts'

/** What happens by itself if nobody does anything. */
export interface Step {
  kind: 'watchService' | 'remind' | 'breach' | 'urgeVerdict' | 'confirmBySilence'
  at: Instant
}

/** On whose desk an open slip lies. */
export type Desk = 'office' | 'unit' | 'reviewer' | 'director'

/** How long after its card should have left an unserved slip becomes the office's task. Sending takes seconds; retries of a busy minute fit in. */
const SERVICE_PATIENCE = 10 * 60_000

const DESK: Record<Slip['stage'], Desk | undefined> = {
  unserved: 'office',
  rectifying: 'unit',
  reviewing: 'reviewer',
  proposed: 'director',
  escalated: undefined,
  closed: undefined,
}

/** D11: when the reminder plan is spent and the unit still owes, the slip lies on the director's desk. */
export function deskOf(slip: Slip): Desk | undefined {
  const spent = slip.breachedAt !== undefined && slip.reminded >= slip.plan.length
  return slip.stage === 'rectifying' && spent ? 'director' : DESK[slip.stage]
}

/** The one next step of a slip, or undefined when it waits on a desk with nothing scheduled. */
export function nextStep(slip: Slip): Step | undefined {
  if (!isOpen(slip)) return undefined
  return stepsOf(slip).toSorted((a, b) => a.at - b.at)[0]
}

function stepsOf(slip: Slip): Step[] {
  switch (slip.stage) {
    case 'unserved':
      return slip.serviceFailure
        ? []
        : [{ kind: 'watchService', at: (slip.cardLeavesAt ?? slip.issuedAt) + SERVICE_PATIENCE }]
    case 'rectifying':
      return [...breach(slip), ...reminder(slip)]
    case 'reviewing':
      return slip.verdictDueAt === undefined || slip.verdictUrged
        ? []
        : [{ kind: 'urgeVerdict', at: slip.verdictDueAt }]
    case 'proposed':
      return [...silence(slip), ...(slip.breachedAt === undefined ? [] : reminder(slip))]
    case 'escalated':
    case 'closed':
      return []
  }
}

const breach = ({ deadline, breachedAt }: Slip): Step[] =>
  deadline && breachedAt === undefined ? [{ kind: 'breach', at: deadline.dueAt }] : []

const silence = ({ proposal }: Slip): Step[] =>
  proposal ? [{ kind: 'confirmBySilence', at: proposal.confirmsAt }] : []

const reminder = ({ plan, reminded }: Slip): Step[] => {
  const next = plan[reminded]
  return next ? [{ kind: 'remind', at: next.at }] : []
}
