import { isOffice, type Person } from '../src/domain/authority.ts'
import type { Draft } from '../src/domain/draft.ts'
import { isLate } from '../src/domain/feedback.ts'
import { type Desk, deskOf } from '../src/domain/next-step.ts'
import type { OpenId, Unit } from '../src/domain/organisation.ts'
import { isOpen, isOverdue, type Slip } from '../src/domain/slip.ts'
import { dayOf, type Instant } from '../src/domain/time.ts'
import { fit, type Room } from './budget.ts'
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

/** What waits for me, what a leader should know of, and what I wait for. The pressing comes first. */
export function todoCard(reading: TodoReading): Card {
  const { person, now, slips } = reading
  const open = slips
    .filter(({ slip }) => isOpen(slip))
    .toSorted((a, b) => dueOf(a.slip) - dueOf(b.slip))
  const isTold = ({ slip }: Entry) => person.roles.includes('leader') && concerns(slip, now)
  const mine = open.filter(({ slip }) => isMine(slip, person))
  const theirs = open.filter(({ slip }) => !isMine(slip, person))
  const told = theirs.filter(isTold)
  const others = theirs.filter((entry) => !isTold(entry))
  return fit((room) => {
    const rows = (entries: readonly Entry[]) => entries.map((entry) => slipRow(entry, now, room))
    const drafts = draftRows(reading, room)
    const duties = [...drafts.awaited, ...rows(mine), ...drafts.begun]
    const waiting = [...drafts.waiting, ...rows(others)]
    const count = duties.length
    const idle = told.length > 0 ? `逾期和在办橙单 ${told.length} 件` : '没有待办'
    const all = [
      ...group('轮到我', duties),
      ...group('逾期和在办橙单', rows(told), ROWS_MAX - count),
      ...group('在等别人', waiting, ROWS_MAX - count - told.length),
    ]
    return {
      title: '我的待办',
      subtitle: dayText(dayOf(now), now),
      template: count + told.length > 0 ? 'blue' : 'green',
      ...(count > 0 ? { tag: { text: `轮到我 ${count}`, colour: 'blue' } } : {}),
      summary: count > 0 ? `轮到我 ${count} 件` : idle,
      elements: all.length > 0 ? all : [markdown('手上没有未办的事，安心忙别的吧。')],
    }
  })
}

type Entry = TodoReading['slips'][number]

/** What the leaders are told of: whatever is overdue, and every orange that is not closed. */
const concerns = (slip: Slip, now: Instant): boolean =>
  isOverdue(slip) ||
  (slip.closedAt === undefined && (slip.content.colour === 'orange' || isLate(slip, now)))

/** A draft that awaits this signature is a duty; one that was only begun can wait until the duties are done. */
function draftRows({ person, drafts, units, now }: TodoReading, room: Room) {
  const rows = (some: readonly Draft[]) =>
    some.map((draft) => draftRow(draft, person, { units, now, room }))
  const mine = drafts.filter((draft) => isDraftMine(draft, person))
  return {
    awaited: rows(mine.filter(({ state }) => state === 'awaiting')),
    begun: rows(mine.filter(({ state }) => state !== 'awaiting')),
    waiting: rows(drafts.filter((draft) => !isDraftMine(draft, person))),
  }
}

function group(title: string, rows: readonly Element[], room: number = ROWS_MAX): Element[] {
  if (rows.length === 0) return []
  const shown = rows.slice(0, Math.max(0, room))
  const hidden = rows.length - shown.length
  return [
    markdown(`${bold(title)} ${rows.length} 件`),
    ...shown,
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
