import type { Calendar } from './calendar.ts'
import type { SlipEvent } from './events.ts'
import { shiftIntoHours } from './office-hours.ts'
import { unsettled } from './findings.ts'
import type { OpenId } from './organisation.ts'
import type { RuleBook } from './rule-book.ts'
import type { BlueHistory, Proposal, Slip, SlipContent } from './slip.ts'
import { HOUR, type Instant } from './time.ts'

/**
 * D3: when silence confirms. The hours run from the moment the director could see the proposal,
 * and end in office hours, so that no orange is born on a Sunday night unseen.
 */
export function silenceEnds(rules: RuleBook, calendar: Calendar, at: Instant): Instant {
  if (rules.silenceHours === 0) return at
  const seen = shiftIntoHours(rules.officeHours, calendar, at)
  return shiftIntoHours(rules.officeHours, calendar, seen + rules.silenceHours * HOUR)
}

/** I4a, I4b, I7: the proposal that a breach, a failed rectification or a relapse leads to. */
export const proposeOrange = (
  rules: RuleBook,
  calendar: Calendar,
  ground: Proposal['ground'],
  at: Instant,
): SlipEvent => ({
  type: 'orangeProposed',
  ground,
  confirmsAt: silenceEnds(rules, calendar, at),
  at,
  by: { kind: 'rule', rule: ground },
  rule: ground,
})

/** What the orange slip asks for: the findings that are not settled, again, as a warning (I4); after a relapse all of them (I7). */
export function orangeContent(before: Slip): SlipContent {
  const open = unsettled(before)
  const { findings } = before.content
  const left = open.length === 0 ? findings : findings.filter((_, place) => open.includes(place))
  return { ...before.content, colour: 'orange', findings: left }
}

/** A3: 蓝单下达及整改情况, frozen. */
export function blueHistory(blue: Slip, confirmedBy: OpenId | undefined): BlueHistory {
  if (!blue.proposal) throw new Error(`slip ${blue.id} turns orange without a proposal`)
  return {
    id: blue.id,
    serial: blue.serial,
    ground: blue.proposal.ground,
    issuedAt: blue.issuedAt,
    servedAt: blue.served?.at,
    dueAt: blue.deadline?.dueAt,
    signedAt: blue.signedFor?.at,
    feedback: blue.feedback,
    verdicts: blue.verdicts,
    confirmedBy,
  }
}
