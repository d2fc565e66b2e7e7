import type { Actor } from '../../src/domain/authority.ts'
import type { SlipEvent } from '../../src/domain/events.ts'
import type { Slip } from '../../src/domain/slip.ts'

/** D8 once more, as a table of its own: by whom each fact may come about. It shares no line with the deciders. */
type Hand = 'rule' | 'unit' | 'reviewer' | 'director' | 'inspector' | 'office' | 'issuer'

const HANDS: Record<SlipEvent['type'], readonly Hand[]> = {
  issued: ['inspector', 'director', 'rule'],
  served: ['rule', 'office', 'unit'],
  serviceFailed: ['rule', 'office', 'unit'],
  serviceRetried: ['office'],
  signedFor: ['unit'],
  feedbackSubmitted: ['unit'],
  interimReplied: ['unit'],
  handedOver: ['unit'],
  extensionRequested: ['unit'],
  returnRequested: ['unit'],
  extensionRuled: ['reviewer', 'director'],
  returnRuled: ['reviewer', 'director'],
  transferred: ['reviewer', 'director'],
  verdictGiven: ['reviewer', 'director'],
  closingProposed: ['reviewer'],
  closed: ['reviewer', 'director'],
  escalated: ['director', 'rule'],
  orangeDismissed: ['director'],
  deadlineReset: ['director'],
  deadlineSet: ['reviewer', 'director'],
  urged: ['office'],
  corrected: ['issuer'],
  withdrawn: ['issuer'],
  lookedBack: ['inspector'],
  reminded: ['rule'],
  verdictUrged: ['rule'],
  rulingUrged: ['rule'],
  breached: ['rule'],
  orangeProposed: ['rule'],
  lookBackPlanned: ['rule'],
  lookBackDue: ['rule'],
}

/** Whoever sits on both sides may do nothing that the office does to the unit. */
const IMPARTIAL: readonly Hand[] = ['reviewer', 'director']

function holds(by: Actor, hand: Hand, { content, inspector }: Slip): boolean {
  if (by.kind === 'rule') return hand === 'rule'
  const { id, roles, units, standsInFor } = by
  const member = units.includes(content.unit)
  if (IMPARTIAL.includes(hand) && member) return false
  switch (hand) {
    case 'rule':
      return false
    case 'unit':
      return member
    case 'office':
      return roles.some((role) => ['inspector', 'reviewer', 'director'].includes(role))
    case 'issuer':
      return [id, ...standsInFor].includes(inspector) || roles.includes('director')
    case 'inspector':
    case 'reviewer':
    case 'director':
      return roles.includes(hand)
  }
}

/** Whether a fact came about by somebody it may come about by. Service is told by the sender, whoever it says it is. */
export const byTheRightHand = (slip: Slip, event: SlipEvent): boolean =>
  ['served', 'serviceFailed'].includes(event.type) ||
  HANDS[event.type].some((hand) => holds(event.by, hand, slip))

/** Every kind of fact there is. */
export const FACTS = Object.keys(HANDS)
