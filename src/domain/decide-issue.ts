import type { Actor } from './authority.ts'
import type { Ask, Law } from './decide.ts'
import { type Decision, refuse, unless } from './decision.ts'
import type { Slip } from './slip.ts'

/** I1, I3: an inspector issues; I4: an orange with a blue history is issued by the director's press or by rule D3. */
export function issue({ rules }: Law, slip: Slip | undefined, ask: Ask<'issue'>): Decision {
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
        rules: rules.version,
        ...(blue ? { blue } : {}),
        at,
        by,
        rule,
      },
    ],
  )
}

function mayIssue(by: Actor, fromBlue: boolean): boolean {
  if (by.kind === 'rule') return fromBlue
  return by.roles.includes(fromBlue ? 'director' : 'inspector')
}
