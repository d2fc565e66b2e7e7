import type { Actor } from './authority.ts'
import type { Ask, Law } from './decide.ts'
import { type Decision, refuse, unless } from './decision.ts'
import { earliest } from './effects.ts'
import type { Slip } from './slip.ts'
import type { Instant } from './time.ts'

/** I1, I3: an inspector issues; I4: an orange with a blue history is issued by the director's press or by rule D3. */
export function issue(law: Law, slip: Slip | undefined, ask: Ask<'issue'>): Decision {
  const { content, serial, inspector, blue, by, at } = ask
  const rule = blue ? blue.ground : 'I3'
  return unless(
    [
      slip && refuse('D15', { is: 'wrongStage', stage: slip.stage }),
      !mayIssue(by, blue !== undefined) && refuse('I1', { is: 'notInspector' }),
    ],
    () => [
      {
        type: 'issued',
        content,
        serial,
        inspector,
        rules: law.rules.version,
        ...(blue ? { blue } : {}),
        ...waits(law, by, at),
        at,
        by,
        rule,
      },
    ],
  )
}

/** D11: what a rule issues out of hours waits for the opening, and must not pass for undelivered meanwhile (D2). */
function waits({ rules, calendar }: Law, by: Actor, at: Instant): { cardLeavesAt?: Instant } {
  const cardLeavesAt = earliest(rules, calendar, by, at)
  return cardLeavesAt > at ? { cardLeavesAt } : {}
}

function mayIssue(by: Actor, fromBlue: boolean): boolean {
  if (by.kind === 'rule') return fromBlue
  return by.roles.includes(fromBlue ? 'director' : 'inspector')
}
