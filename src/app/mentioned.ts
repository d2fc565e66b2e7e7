import {
  holders,
  type OpenId,
  type Organisation,
  type Role,
  type Unit,
} from '../domain/organisation.ts'
import type { Slip } from '../domain/slip.ts'
import type { Day } from '../domain/time.ts'
import { rolesMentioned, type View } from '../domain/view.ts'

interface About {
  today: Day
  unit?: Unit
  slip?: Slip
}

/** Whom a card calls by @ today: the holders of its roles, the colleague who has it in hand, and whoever stands in (D8). */
export function mentionedIn(org: Organisation, view: View, about: About): OpenId[] {
  const called = rolesMentioned(view).flatMap((role) => heldBy(org, role, about))
  const standIns = org.substitutes
    .filter(
      ({ for: absent, from, to }) =>
        called.includes(absent) && from <= about.today && about.today <= to,
    )
    .map(({ by }) => by)
  return [...new Set([...called, ...standIns])]
}

const heldBy = (org: Organisation, role: Role, { unit, slip }: About): readonly OpenId[] =>
  role === 'contact' && slip?.handler ? [slip.handler] : holders(org, role, unit)
