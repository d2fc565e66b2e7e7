import { isOffice, type Person } from '../src/domain/authority.ts'
import type { Draft } from '../src/domain/draft.ts'
import { type Desk, deskOf } from '../src/domain/next-step.ts'
import type { OpenId, Unit } from '../src/domain/organisation.ts'
import { isOpen, type Slip } from '../src/domain/slip.ts'
import { dayOf, type Instant } from '../src/domain/time.ts'
import { fit } from './budget.ts'
import { draftRow, isDraftMine } from './draft-row.ts'
import { bold, type Card, type Element, grey, markdown } from './kit.ts'
import { movesOf } from './moves.ts'
import { requestOf, requestsOpen } from './requests.ts'
import { slipRow } from './slip-row.ts'
import { dayText } from './when.ts'

export interface TodoReading {
  person: Person
  name: (id: OpenId) => string
  now: Instant
  slips: readonly { slip: Slip; unit: Unit }[]
  /** Their own, and for the director those that wait for a signature. */
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
  const mineDrafts = drafts.filter((draft) => isDraftMine(draft, person))
  const otherDrafts = drafts.filter((draft) => !isDraftMine(draft, person))
  const mineCount = mine.length + mineDrafts.length
  return fit((room) => ({
    title: '我的待办',
    subtitle: dayText(dayOf(now), now),
    template: mineCount > 0 ? 'blue' : 'green',
    tag: { text: `轮到我 ${mineCount}`, colour: mineCount > 0 ? 'blue' : 'green' },
    summary: mineCount > 0 ? `轮到我 ${mineCount} 件` : '没有待办',
    elements:
      mineCount + others.length + otherDrafts.length === 0
        ? [markdown('手上没有未办的事，安心忙别的吧。')]
        : [
            ...group('轮到我', mineCount, [
              ...mineDrafts.map((draft) => draftRow(draft, person, units, room)),
              ...mine.map((entry) => slipRow(entry, now, room)),
            ]),
            ...group(
              '在等别人',
              others.length + otherDrafts.length,
              [
                ...otherDrafts.map((draft) => draftRow(draft, person, units, room)),
                ...others.map((entry) => slipRow(entry, now, room)),
              ],
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
function dueOf(slip: Slip): Instant {
  const asked = requestsOpen(slip).map((about) => requestOf(slip, about)?.rulingDueAt ?? Infinity)
  const own =
    slip.stage === 'reviewing'
      ? (slip.verdictDueAt ?? Infinity)
      : (slip.proposal?.confirmsAt ?? slip.deadline?.dueAt ?? slip.issuedAt)
  return Math.min(own, ...asked)
}

/** D8: whether the desk a slip lies on is this person's, or something in it waits for their word while the unit goes on. */
function isMine(slip: Slip, person: Person): boolean {
  const desk = deskOf(slip)
  return (desk !== undefined && SITS_AT[desk](slip, person)) || isAsked(slip, person)
}

function isAsked(slip: Slip, person: Person): boolean {
  const { judge, rulings } = movesOf(slip, person)
  return person.roles.includes('reviewer') && (judge !== undefined || rulings.length > 0)
}

const isForeign = (slip: Slip, person: Person): boolean => !person.units.includes(slip.content.unit)

const reviews = (slip: Slip, person: Person): boolean =>
  person.roles.includes('reviewer') && isForeign(slip, person)

const SITS_AT: Record<Desk, (slip: Slip, person: Person) => boolean> = {
  office: (_, person) => isOffice(person),
  unit: (slip, person) => person.units.includes(slip.content.unit),
  reviewer: reviews,
  director: (slip, person) => person.roles.includes('director') && isForeign(slip, person),
  inspector: (slip, person) => person.roles.includes('inspector') && isForeign(slip, person),
}
