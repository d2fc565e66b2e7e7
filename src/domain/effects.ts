import type { Calendar } from './calendar.ts'
import type { Actor } from './authority.ts'
import type { SlipEvent } from './events.ts'
import { shiftIntoHours } from './office-hours.ts'
import type { OpenId, Role } from './organisation.ts'
import type { RuleBook } from './rule-book.ts'
import type { Slip, Stage } from './slip.ts'
import type { Instant } from './time.ts'
import type { Notice, View } from './view.ts'

/** Where a message goes, before it is turned into a chat or a person. */
export type Audience = { chat: Room } | { person: OpenId }
export type Room = 'unit' | 'office' | 'leaders'

/** Which lane a message takes when Feishu's pace is short. */
export type Priority = 'click' | 'slip' | 'reminder'

/** One logical message to be sent. */
export interface Send {
  /** Unique for life: the same key is never sent twice, however often its cause is replayed. */
  key: string
  to: Audience
  view: View
  priority: Priority
  notBefore: Instant
  /** Re-checked just before sending; a slip that has left these stages makes the message void. */
  validIn?: readonly Stage[]
  /** D2: the acceptance of this message is the proof of service. */
  proof?: true
}

type Line = Omit<Send, 'key' | 'notBefore' | 'priority'> & Partial<Pick<Send, 'priority'>>
type Of<T extends SlipEvent['type']> = Extract<SlipEvent, { type: T }>
type Says = { [T in SlipEvent['type']]?: (slip: Slip, event: Of<T>) => Line[] }

const OPEN: readonly Stage[] = ['rectifying', 'proposed']

/** Who hears of which fact. A fact without a line changes the cards in place and disturbs nobody. */
const SAYS: Says = {
  issued: ({ id }) => [{ to: { chat: 'unit' }, view: { card: 'slip', slip: id }, proof: true }],
  serviceFailed: (slip) => [notice(slip, 'unserved', 'office', ['unserved'])],
  feedbackSubmitted: (slip) => toReviewer(slip),
  verdictGiven: (slip, { outcome }) => [VERDICT[outcome](slip)],
  orangeProposed: ({ id }) => [
    {
      to: { chat: 'office' },
      view: { card: 'proposal', slip: id },
      validIn: ['proposed'],
    },
  ],
  orangeDismissed: (slip) => [notice(slip, 'dismissed', 'unit'), ...toReviewer(slip)],
  verdictUrged: (slip) => [notice(slip, 'verdictLate', 'office', ['reviewing'])],
  reminded: (slip, { index }) => reminders(slip, index),
}

const VERDICT: Record<Of<'verdictGiven'>['outcome'], (slip: Slip) => Line> = {
  pass: (slip) => notice(slip, 'passed', 'unit'),
  supplement: (slip) => notice(slip, 'supplement', 'unit', ['rectifying']),
  fail: (slip) => notice(slip, 'failed', 'unit'),
}

const ROOM: Record<Role, Room> = {
  contact: 'unit',
  head: 'unit',
  inspector: 'office',
  reviewer: 'office',
  director: 'office',
  leader: 'leaders',
}

/** The messages that follow from a fact. `slip` is the slip after it. */
export function messagesOf(
  rules: RuleBook,
  calendar: Calendar,
  slip: Slip,
  event: SlipEvent,
): Send[] {
  const says = SAYS[event.type] as ((slip: Slip, event: SlipEvent) => Line[]) | undefined
  const notBefore = earliest(rules, calendar, event.by, event.at)
  return (says?.(slip, event) ?? []).map((line, i) => ({
    priority: 'slip',
    ...line,
    key: `${slip.id}/${slip.version}/${i}`,
    notBefore,
  }))
}

/** D11: what a person brings about goes out at once; what the bot says of its own accord keeps office hours. */
export const earliest = (rules: RuleBook, calendar: Calendar, by: Actor, at: Instant): Instant =>
  by.kind === 'person' ? at : shiftIntoHours(rules.officeHours, calendar, at)

function notice(slip: Slip, about: Notice, chat: Room, validIn?: readonly Stage[]): Line {
  const view: View = { card: 'notice', slip: slip.id, about }
  return { to: { chat }, view, ...(validIn ? { validIn } : {}) }
}

/** The feedback on the reviewer's desk, whether it has just come or has waited under a proposal. */
function toReviewer({ id, stage, feedback }: Slip): Line[] {
  if (stage !== 'reviewing') return []
  const view: View = { card: 'review', slip: id, round: feedback.length }
  return [{ to: { chat: 'office' }, view, validIn: ['reviewing'] }]
}

/** One reminder per room, each mentioning those of its receivers who sit there. */
function reminders(slip: Slip, index: number): Line[] {
  const to = slip.plan[index]?.to ?? []
  const rooms = [...new Set(to.map((role) => ROOM[role]))]
  return rooms.map((chat) => ({
    to: { chat },
    view: { card: 'reminder', slip: slip.id, index, to: to.filter((role) => ROOM[role] === chat) },
    priority: 'reminder',
    validIn: OPEN,
  }))
}
