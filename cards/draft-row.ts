import type { Person } from '../src/domain/authority.ts'
import type { Draft } from '../src/domain/draft.ts'
import type { Unit } from '../src/domain/organisation.ts'
import type { Instant } from '../src/domain/time.ts'
import type { Room } from './budget.ts'
import { bold, button, type Element, grey, markdown, row } from './kit.ts'
import { gistOf } from './slip-row.ts'
import { momentText } from './when.ts'
import { COLOUR } from './wording.ts'

/** One that is not issued is its inspector's; one that awaits its signature is the director's. */
export const isDraftMine = ({ state, content }: Draft, { roles, units }: Person): boolean =>
  state === 'awaiting'
    ? roles.includes('director') && !units.includes(content.unit ?? '')
    : state === 'open'

/** One draft in a list. */
export function draftRow(
  draft: Draft,
  person: Person,
  { units, now, room }: { units: readonly Unit[]; now: Instant; room: Room },
): Element {
  const { colour, unit, unitTyped, subject, corrects } = draft.content
  const known = units.find(({ code }) => code === unit)?.name
  const about = [known ?? unitTyped, subject].filter(Boolean).join(' · ')
  const awaiting = draft.state === 'awaiting'
  const kind = `${COLOUR[colour]}${corrects ? '更正' : '草稿'}`
  const state = awaiting ? '待会签' : '尚未签发'
  const lines = [
    `${bold(kind)} ${grey(state)}`,
    room.markdown(about),
    room.markdown(gistOf(draft)),
    grey(`${momentText(draft.createdAt, now)} 起草`),
  ]
  const text = markdown(lines.filter(Boolean).join('\n'))
  if (!isDraftMine(draft, person)) return text
  const label = awaiting ? '会签' : '继续'
  return row(text, button(label, { do: 'editDraft', draft: draft.id }, { size: 'small' }))
}
