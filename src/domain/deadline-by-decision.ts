import type { Actor } from './authority.ts'
import { type Deadline, deadlineOn } from './deadline.ts'
import type { Law } from './decide.ts'
import type { SlipEvent } from './events.ts'
import { planReminders } from './reminder-plan.ts'
import type { Day, Instant } from './time.ts'

/** A deadline moved by a recorded decision, the only way one moves, with a reminder plan of its own. */
export function deadlineByDecision(
  { rules, calendar }: Law,
  rule: Exclude<Deadline['rule'], 'D1'>,
  until: Day,
  { by, at }: { by: Actor; at: Instant },
): SlipEvent {
  const deadline = deadlineOn(rule, calendar, until)
  const plan = planReminders(rules, calendar, at, deadline)
  return { type: 'deadlineSet', deadline, plan, at, by, rule }
}
