import type { Law } from './decide.ts'
import type { SlipEvent } from './events.ts'
import { proposeOrange } from './orange.ts'
import type { Slip } from './slip.ts'
import type { Instant } from './time.ts'

/** I4a: the deadline passed. A blue is proposed for orange; an orange stays orange and climbs its reminder plan. */
export function breachEvents({ rules, calendar }: Law, slip: Slip, at: Instant): SlipEvent[] {
  const breached: SlipEvent = {
    type: 'breached',
    at,
    by: { kind: 'rule', rule: 'D1' },
    rule: 'D1',
  }
  if (slip.content.colour === 'orange') return [breached]
  return [breached, proposeOrange(rules, calendar, 'I4a', at)]
}
