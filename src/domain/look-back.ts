import { workingDayFrom } from './calendar.ts'
import type { Ask, Law } from './decide.ts'
import { type Decision, refuse, unless } from './decision.ts'
import type { SlipEvent } from './events.ts'
import { proposeOrange } from './orange.ts'
import type { LookBack, Slip, SlipId } from './slip.ts'
import { addDays, dayOf, type Instant, timeOn } from './time.ts'

/** D10: every orange and a sample of blues is visited after closing. Who is drawn follows from the seed and the slip's id alone. */
export function planLookBack(law: Law, slip: Slip, at: Instant): SlipEvent[] {
  const { always, sample, afterDays } = law.rules.lookBack
  const { colour } = slip.content
  const opens = openingAfter(law, at, afterDays)
  if (always.includes(colour)) return [planned({ at: opens, because: 'orange' }, at)]
  if (sample.colour !== colour) return []
  const lot = drawLot(sample.seed, slip.id)
  return lot < sample.share ? [planned({ at: opens, because: 'sample', lot }, at)] : []
}

/** I7: held, kept in part (visited once more), or relapsed (proposed for orange, with its lineage). */
export function lookBack(law: Law, slip: Slip, ask: Ask<'lookBack'>): Decision {
  const { finding, reason, by, at } = ask
  const inspects = by.kind === 'person' && by.roles.includes('inspector')
  const own = by.kind === 'person' && by.units.includes(slip.content.unit)
  return unless(
    [
      !inspects && refuse('I7', { is: 'notInspector' }),
      own && refuse('D8', { is: 'ownUnit' }),
      slip.stage !== 'lookingBack' && refuse('I7', { is: 'wrongStage', stage: slip.stage }),
      !reason.trim() && refuse('I7', { is: 'missing', fields: ['reason'] }),
    ],
    () => [{ type: 'lookedBack', finding, reason, at, by, rule: 'I7' }, ...next(law, ask)],
  )
}

function next(law: Law, { finding, at }: Ask<'lookBack'>): SlipEvent[] {
  const { rules, calendar } = law
  if (finding === 'held') return []
  if (finding === 'relapsed') return [proposeOrange(rules, calendar, 'I7', at)]
  return [
    planned({ at: openingAfter(law, at, rules.lookBack.againAfterDays), because: 'again' }, at),
  ]
}

const planned = (lookBack: LookBack, at: Instant): SlipEvent => ({
  type: 'lookBackPlanned',
  lookBack,
  at,
  by: { kind: 'rule', rule: 'D10' },
  rule: 'D10',
})

const openingAfter = ({ rules, calendar }: Law, at: Instant, days: number): Instant =>
  timeOn(workingDayFrom(calendar, addDays(dayOf(at), days)), rules.officeHours.from)

/** 0…1 from a seed and an id (FNV-1a): anybody can draw it again and see that nobody picked. */
export function drawLot(seed: string, id: SlipId): number {
  let hash = 0x811c9dc5
  for (const char of `${seed}/${id}`)
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0) / 2 ** 32
}
