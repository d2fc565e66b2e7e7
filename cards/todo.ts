import { isOffice, type Person } from '../src/domain/authority.ts'
import type { Draft } from '../src/domain/draft.ts'
import { type Desk, deskOf } from '../src/domain/next-step.ts'
import type { OpenId, Unit } from '../src/domain/organisation.ts'
import { isOpen, type Slip } from '../src/domain/slip.ts'
import { dayOf, type Instant } from '../src/domain/time.ts'
import { fit, type Room } from './budget.ts'
import { bold, button, type Card, type Element, grey, markdown, row } from './kit.ts'
import { slipRow } from './slip-row.ts'
import { dayText } from './when.ts'
import { COLOUR } from './wording.ts'

export interface TodoReading {
  person: Person
  name: (id: OpenId) => string
  now: Instant
  slips: readonly { slip: Slip; unit: Unit }[]
  drafts: readonly Draft[]
  units: readonly Unit[]
}

const ROWS_MAX = 20

/** What waits for me, and what I wait for. The pressing comes first. */
export function todoCard({ person, now, slips, drafts, units }: TodoReading): Card {
  const open = slips
    .filter(({ slip }) => isOpen(slip))
    .toSorted((a, b) => dueOf(a.slip) - dueOf(b.slip))
  const mine = open.filter(({ slip }) => isMine(slip, person))
  const others = open.filter(({ slip }) => !isMine(slip, person))
  const mineCount = mine.length + drafts.length
  return fit((room) => ({
    title: '我的待办',
    subtitle: dayText(dayOf(now), now),
    template: mineCount > 0 ? 'blue' : 'green',
    tag: { text: `轮到我 ${mineCount}`, colour: mineCount > 0 ? 'blue' : 'green' },
    summary: mineCount > 0 ? `轮到我 ${mineCount} 件` : '没有待办',
    elements:
      mineCount + others.length === 0
        ? [markdown('手上没有未办的事，安心忙别的吧。')]
        : [
            ...group('轮到我', mineCount, [
              ...drafts.map((draft) => draftRow(draft, units, room)),
              ...mine.map((entry) => slipRow(entry, now, room)),
            ]),
            ...group(
              '在等别人',
              others.length,
              others.map((entry) => slipRow(entry, now, room)),
              Math.max(0, ROWS_MAX - mineCount),
            ),
          ],
  }))
}

function group(
  title: string,
  count: number,
  rows: readonly Element[],
  room: number = ROWS_MAX,
): Element[] {
  if (count === 0) return title === '轮到我' ? [markdown(`${bold(title)} 0 件`)] : []
  const hidden = Math.max(0, count - room)
  return [
    markdown(`${bold(title)} ${count} 件`),
    ...rows.slice(0, room),
    ...(hidden > 0 ? [markdown(grey(`还有 ${hidden} 件`))] : []),
  ]
}

/** When something must have happened by: the verdict, the silence or the deadline. */
const dueOf = (slip: Slip): Instant =>
  slip.stage === 'reviewing'
    ? (slip.verdictDueAt ?? Infinity)
    : (slip.proposal?.confirmsAt ?? slip.deadline?.dueAt ?? slip.issuedAt)

/** D8: whether the desk a slip lies on is this person's. */
function isMine(slip: Slip, person: Person): boolean {
  const desk = deskOf(slip)
  return desk !== undefined && SITS_AT[desk](slip, person)
}

const SITS_AT: Record<Desk, (slip: Slip, person: Person) => boolean> = {
  office: (_, person) => isOffice(person),
  unit: (slip, person) => person.units.includes(slip.content.unit),
  reviewer: (slip, person) =>
    person.roles.includes('reviewer') && !person.units.includes(slip.content.unit),
  director: (_, person) => person.roles.includes('director'),
}

function draftRow(draft: Draft, units: readonly Unit[], room: Room): Element {
  const { colour, unit, unitTyped, subject } = draft.content
  const known = units.find(({ code }) => code === unit)?.name
  const about = [known ?? unitTyped, subject].filter(Boolean).join(' · ')
  const text = `${bold(`${COLOUR[colour]}草稿`)} ${grey('尚未签发')}\n${room.markdown(about)}`
  return row(
    markdown(text.trim()),
    button('继续', { do: 'editDraft', draft: draft.id }, { size: 'small' }),
  )
}
