import type { SlipEvent } from './events.ts'
import { blueHistory, orangeContent } from './orange.ts'
import type { OpenId } from './organisation.ts'
import type { BlueHistory, Slip, SlipContent, SlipId } from './slip.ts'

/** A slip that a fact about another slip brings into being. */
export interface FollowUp {
  slip: SlipId
  content: SlipContent
  inspector: OpenId
  blue: BlueHistory
}

/** I4: an escalated blue is followed by its orange, in the same transaction. */
export function followUpOf(slip: Slip, event: SlipEvent): FollowUp | undefined {
  if (event.type !== 'escalated') return undefined
  const confirmedBy = event.by.kind === 'person' ? event.by.id : undefined
  return {
    slip: event.orange,
    content: orangeContent(slip),
    inspector: slip.inspector,
    blue: blueHistory(slip, confirmedBy),
  }
}
