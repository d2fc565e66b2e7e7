import type { Calendar } from './calendar.ts'
import type { Actor } from './authority.ts'
import type { SlipEvent } from './events.ts'
import { pendingRounds, unsettled } from './findings.ts'
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

/** `inHours`: keeps office hours whoever brought it about. */
type Line = Omit<Send, 'key' | 'notBefore' | 'priority'> &
  Partial<Pick<Send, 'priority'>> & { inHours?: true }
type Of<T extends SlipEvent['type']> = Extract<SlipEvent, { type: T }>
type Says = { [T in SlipEvent['type']]?: (slip: Slip, event: Of<T>) => Line[] }

const OPEN: readonly Stage[] = ['rectifying', 'proposed']
/** A request or a feedback may wait while the unit still owes the rest. */
const WITH_OFFICE: readonly Stage[] = ['rectifying', 'reviewing']

/** Who hears of which fact. A fact without a line changes the cards in place and disturbs nobody. */
const SAYS: Says = {
  issued: (slip) => [serve(slip), ...praise(slip)],
  serviceRetried: (slip) => [serve(slip)],
  transferred: (slip) => [serve(slip)],
  serviceFailed: (slip) => [notice(slip, 'unserved', 'office', ['unserved'])],
  feedbackSubmitted: (slip) => toReviewer(slip).slice(-1),
  verdictGiven: (slip, { outcome }) => [VERDICT[outcome](slip)],
  closingProposed: (slip) => [desk(slip, 'countersign', ['countersigning'])],
  orangeProposed: (slip) => [desk(slip, 'proposal', ['proposed'])],
  deadlineReset: (slip) => [notice(slip, 'deadlineReset', 'unit')],
  orangeDismissed: (slip) => [notice(slip, 'dismissed', 'unit'), ...toReviewer(slip)],
  extensionRequested: (slip) => [ruling(slip, 'extension')],
  returnRequested: (slip) => [ruling(slip, 'return')],
  extensionRuled: (slip, { granted }) => [
    notice(slip, granted ? 'extensionGranted' : 'extensionDenied', 'unit'),
  ],
  returnRuled: (slip, { granted }) => [
    notice(slip, granted ? 'returnGranted' : 'returnDenied', 'unit'),
  ],
  verdictUrged: (slip) => [notice(slip, 'verdictLate', 'office', WITH_OFFICE)],
  rulingUrged: (slip) => [notice(slip, 'rulingLate', 'office', WITH_OFFICE)],
  reminded: (slip, { index }) => reminders(slip, index),
  urged: (slip) => [{ ...notice(slip, 'urged', 'unit', OPEN), inHours: true }],
  handedOver: (slip) => [notice(slip, 'handedOver', 'unit', OPEN)],
  corrected: (slip) => toldUnit(slip, 'corrected'),
  withdrawn: (slip) => toldUnit(slip, 'withdrawn'),
  lookBackDue: ({ id, lookedBack }) => [
    {
      to: { chat: 'office' },
      view: { card: 'lookBack', slip: id, visit: lookedBack.length + 1 },
      validIn: ['lookingBack'],
    },
  ],
  lookedBack: (slip, { finding }) =>
    finding === 'held' ? [] : [notice(slip, 'lookedBack', 'unit')],
}

/** D2: the card in the unit's group, whose acceptance is the proof of service. */
const serve = ({ id, content }: Slip): Line => ({
  to: { chat: 'unit' },
  view: { card: 'slip', slip: id, unit: content.unit },
  validIn: ['unserved'],
  proof: true,
})

/** Of a slip that has never reached it a unit hears nothing else either. */
const toldUnit = (slip: Slip, about: Notice): Line[] =>
  slip.served ? [notice(slip, about, 'unit')] : []

/** I2: a green slip is shown to the office and the leaders as well, as prominent as the others. */
const praise = ({ id, content }: Slip): Line[] =>
  content.colour === 'green'
    ? (['office', 'leaders'] as const).map((chat) => ({
        to: { chat },
        view: { card: 'highlight', slip: id },
      }))
    : []

const desk = ({ id }: Slip, card: 'countersign' | 'proposal', validIn: readonly Stage[]): Line => ({
  to: { chat: 'office' },
  view: { card, slip: id },
  validIn,
})

const ruling = ({ id }: Slip, about: 'extension' | 'return'): Line => ({
  to: { chat: 'office' },
  view: { card: 'ruling', slip: id, about },
  validIn: WITH_OFFICE,
})

const VERDICT: Record<Of<'verdictGiven'>['outcome'], (slip: Slip) => Line> = {
  pass: (slip) => notice(slip, unsettled(slip).length === 0 ? 'passed' : 'partlyPassed', 'unit'),
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
  const opening = shiftIntoHours(rules.officeHours, calendar, event.at)
  return (says?.(slip, event) ?? []).map(({ inHours, ...line }, i) => ({
    priority: 'slip',
    ...line,
    key: `${slip.id}/${slip.version}/${i}`,
    notBefore: inHours ? opening : notBefore,
  }))
}

/** D11: what a person brings about goes out at once; what the bot says of its own accord keeps office hours. */
export const earliest = (rules: RuleBook, calendar: Calendar, by: Actor, at: Instant): Instant =>
  by.kind === 'person' ? at : shiftIntoHours(rules.officeHours, calendar, at)

function notice(slip: Slip, about: Notice, chat: Room, validIn?: readonly Stage[]): Line {
  const stays = chat === 'unit' && about !== 'returnGranted'
  const unit = stays ? { unit: slip.content.unit } : {}
  const view: View = { card: 'notice', slip: slip.id, about, ...unit }
  return { to: { chat }, view, ...(validIn ? { validIn } : {}) }
}

/** What waits for a verdict, on the reviewer's desk, oldest first: a feedback just come is the last, those that waited under a proposal come all at once. */
function toReviewer(slip: Slip): Line[] {
  if (!WITH_OFFICE.includes(slip.stage)) return []
  return pendingRounds(slip).map((round) => ({
    to: { chat: 'office' },
    view: { card: 'review', slip: slip.id, round },
    validIn: WITH_OFFICE,
  }))
}

/** One reminder per room, each mentioning those of its receivers who sit there. */
function reminders(slip: Slip, index: number): Line[] {
  const to = slip.plan[index]?.to ?? []
  const rooms = [...new Set(to.map((role) => ROOM[role]))]
  return rooms.map((chat) => ({
    to: { chat },
    view: {
      card: 'reminder',
      items: [{ slip: slip.id, index, unit: slip.content.unit }],
      to: to.filter((role) => ROOM[role] === chat),
    },
    priority: 'reminder',
  }))
}
