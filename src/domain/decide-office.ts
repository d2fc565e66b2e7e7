import type { Ask, Law } from './decide.ts'
import { type Decision, refuse, unless } from './decision.ts'
import { owed } from './findings.ts'
import { isOpen, type Slip, type SlipContent, type Stage } from './slip.ts'
import { dayOf, HOUR } from './time.ts'
import { notIssuer, ofOffice } from './who.ts'

const WITH_UNIT: readonly Stage[] = ['rectifying', 'proposed']
const CORRECTABLE: readonly Stage[] = ['unserved', 'rectifying', 'proposed']

/** 催办 by hand: somebody of the office, only while the unit has the move, and not again within the hours of the rule. */
export function urge({ rules }: Law, slip: Slip, { by, at }: Ask<'urge'>): Decision {
  const again = (slip.urgedAt ?? -Infinity) + rules.urgeEveryHours * HOUR
  return unless(
    [
      !ofOffice(by) && refuse('D11', { is: 'notOffice' }),
      !WITH_UNIT.includes(slip.stage) && refuse('D11', { is: 'wrongStage', stage: slip.stage }),
      owed(slip).length === 0 && refuse('D11', { is: 'nothingOpen' }),
      at < again && refuse('D11', { is: 'urgedRecently', again }),
    ],
    () => [{ type: 'urged', at, by, rule: 'D11' }],
  )
}

/** A correction is a new version everybody sees; it may not change the colour, the unit or the number of findings. */
export function correct(_: Law, slip: Slip, ask: Ask<'correct'>): Decision {
  const { content, reason, by, at } = ask
  return unless(
    [
      notIssuer(slip, by),
      !CORRECTABLE.includes(slip.stage) && refuse('I1', { is: 'wrongStage', stage: slip.stage }),
      !reason.trim() && refuse('I1', { is: 'missing', fields: ['reason'] }),
      !isCorrectionOf(slip.content, content) && refuse('I1', { is: 'notACorrection' }),
      content.inspectedOn > dayOf(at) && refuse('I1', { is: 'futureInspection' }),
    ],
    () => [{ type: 'corrected', content, reason, at, by, rule: 'I1' }],
  )
}

const isCorrectionOf = (before: SlipContent, after: SlipContent): boolean =>
  before.colour === after.colour &&
  before.unit === after.unit &&
  before.findings.length === after.findings.length

/** 撤销: never a deletion; the reason is public and the serial stays listed as voided (D15). */
export function withdraw(_: Law, slip: Slip, { reason, by, at }: Ask<'withdraw'>): Decision {
  return unless(
    [
      notIssuer(slip, by),
      !isOpen(slip) && refuse('D15', { is: 'wrongStage', stage: slip.stage }),
      !reason.trim() && refuse('D15', { is: 'missing', fields: ['reason'] }),
    ],
    () => [{ type: 'withdrawn', reason, at, by, rule: 'D15' }],
  )
}
