import type { SlipEvent } from '../../src/domain/events.ts'
import {
  answeredOn,
  closingProposed,
  extensionAsked,
  extensionRuled,
  issuedGreen,
  issuedTwice,
  lookBackDue,
  lookBackPlanned,
  lookedBack,
  returnAsked,
  returnRuled,
  servedGreen,
  transferred,
  withdrawn,
} from './later-facts.ts'
import {
  answered,
  breached,
  closed,
  escalated,
  issued,
  judged,
  notServed,
  proposed,
  served,
} from './stories.ts'

const SERVED = [issued(), served()]
const PASSED = [...SERVED, answered(), judged('pass'), closed()]
const DUE_FOR_A_LOOK = [...PASSED, lookBackPlanned(), lookBackDue()]

/** Every way a slip can stand, each with the shortest story that leads there. */
export const STORIES = {
  unserved: [issued()],
  undeliverable: [issued(), notServed()],
  rectifying: SERVED,
  partlyAnswered: [issuedTwice(), served(), answeredOn([0])],
  extensionAsked: [...SERVED, extensionAsked()],
  extensionDenied: [...SERVED, extensionAsked(), extensionRuled(false)],
  returnAsked: [...SERVED, returnAsked()],
  returnDenied: [...SERVED, returnAsked(), returnRuled(false)],
  transferred: [...SERVED, returnAsked(), returnRuled(true), transferred()],
  reviewing: [...SERVED, answered()],
  proposed: [...SERVED, breached(), proposed()],
  failed: [...SERVED, answered(), judged('fail'), proposed('I4b', '2026-11-17 10:00')],
  orange: [issued('orange'), served()],
  orangeOverdue: [issued('orange'), served(), breached()],
  orangeReviewing: [issued('orange'), served(), answered()],
  countersigning: [issued('orange'), served(), answered(), judged('pass'), closingProposed()],
  escalated: [...SERVED, breached(), proposed(), escalated()],
  closed: PASSED,
  toBeVisited: [...PASSED, lookBackPlanned()],
  lookingBack: DUE_FOR_A_LOOK,
  relapsed: [
    ...DUE_FOR_A_LOOK,
    lookedBack('relapsed'),
    proposed('I7', '2026-12-02 10:00', '2026-12-03 10:00'),
  ],
  voided: [...SERVED, withdrawn()],
  greenUnserved: [issuedGreen()],
  green: [issuedGreen(), servedGreen()],
} as const satisfies Record<string, readonly SlipEvent[]>
