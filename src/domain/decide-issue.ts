import type { Actor } from './authority.ts'
import type { Ask, Law } from './decide.ts'
import { type Decision, type Refusal, refuse, unless } from './decision.ts'
import { earliest } from './effects.ts'
import type { Slip } from './slip.ts'
import { dayOf, type Instant } from './time.ts'

/** I1–I3: an inspector issues green and blue. I4: an orange wants its grounds and the director, or rule D3 after a blue. */
export function issue(law: Law, slip: Slip | undefined, ask: Ask<'issue'>): Decision {
  const { content, serial, inspector, blue, grounds, repeat, by, at } = ask
  return unless(
    [
      slip && refuse('D15', { is: 'wrongStage', stage: slip.stage }),
      content.colour === 'orange' &&
        !blue &&
        !grounds &&
        refuse('I4', { is: 'orangeNeedsGrounds' }),
      mayNotIssue(ask),
      grounds && !grounds.because.trim() && refuse('I4', { is: 'missing', fields: ['reason'] }),
      content.inspectedOn > dayOf(at) && refuse('I1', { is: 'futureInspection' }),
    ],
    () => [
      {
        type: 'issued',
        content,
        serial,
        inspector,
        rules: law.rules.version,
        ...(blue ? { blue } : {}),
        ...(grounds ? { grounds } : {}),
        ...(repeat ? { repeat } : {}),
        ...waits(law, by, at),
        at,
        by,
        rule: blue?.ground ?? grounds?.rule ?? (content.colour === 'green' ? 'I2' : 'I3'),
      },
    ],
  )
}

/** D11: what a rule issues out of hours waits for the opening, and must not pass for undelivered meanwhile (D2). */
function waits({ rules, calendar }: Law, by: Actor, at: Instant): { cardLeavesAt?: Instant } {
  const cardLeavesAt = earliest(rules, calendar, by, at)
  return cardLeavesAt > at ? { cardLeavesAt } : {}
}

function mayNotIssue({ content, blue, by }: Ask<'issue'>): Refusal | undefined {
  if (by.kind === 'rule') return blue ? undefined : refuse('I1', { is: 'notInspector' })
  if (content.colour === 'orange')
    return by.roles.includes('director') ? undefined : refuse('D3', { is: 'notDirector' })
  return by.roles.includes('inspector') ? undefined : refuse('I1', { is: 'notInspector' })
}
