import { replacedText } from '../../cards/stale.ts'
import * as cardMessages from '../db/card-messages.ts'
import type { Conn, Tx } from '../db/connect.ts'
import * as drafts from '../db/drafts.ts'
import * as outbox from '../db/outbox.ts'
import * as slips from '../db/slips.ts'
import { type Calendar, workingDayUntil } from '../domain/calendar.ts'
import type { Draft } from '../domain/draft.ts'
import { pendingRounds } from '../domain/findings.ts'
import { type OfficeHours, shiftIntoHours } from '../domain/office-hours.ts'
import type { Slip, Stage } from '../domain/slip.ts'
import { addDays, DAY, dayOf, HOUR, type Instant, MINUTE, timeOn } from '../domain/time.ts'
import type { View } from '../domain/view.ts'
import { parseJsonObject } from '../feishu/json-object.ts'
import type { Card } from '../feishu/port.ts'
import { PRIORITY } from './announce.ts'
import type { Deps } from './deps.ts'
import { rulesAt } from './rule-books.ts'

/** 《更新已发送的消息卡片》: after this a card is changed no more (230031), nor pressed. */
const LIFE = 14 * DAY
/** When the next copy is due, office hours allowing. */
const SOON = LIFE - DAY / 2

/** A copy of a card that still lives, and of one that cannot be changed any more. */
const AGAIN = 'again/'
const ANEW = 'anew/'

/**
 * When a card is posted once more: the first office hour after 13½ days, or, when a weekend or a holiday lies between
 * that and its end, the last one before.
 */
export function renewalAt(hours: OfficeHours, calendar: Calendar, sentAt: Instant): Instant {
  const soon = sentAt + SOON
  const opening = shiftIntoHours(hours, calendar, soon)
  return opening < sentAt + LIFE - HOUR ? opening : lastOfficeMoment(hours, calendar, soon)
}

/** Half an hour before closing, on the last working day whose such moment is not past. */
function lastOfficeMoment(hours: OfficeHours, calendar: Calendar, at: Instant): Instant {
  const late = (day: string) => timeOn(day, hours.to) - 30 * MINUTE
  const today = workingDayUntil(calendar, dayOf(at))
  if (late(today) <= at) return late(today)
  return late(workingDayUntil(calendar, addDays(today, -1)))
}

/** Written down with the card itself, as a message of its own: it survives what the card survives, and goes once. */
export async function planRenewal(deps: Deps, tx: Tx, card: cardMessages.LiveCard): Promise<void> {
  if (card.view.card === 'more' || ('reader' in card.view && card.view.reader)) return
  const { officeHours } = rulesAt(deps.ruleBooks, card.sentAt)
  const at = renewalAt(officeHours, deps.calendar, card.sentAt)
  await post(deps, tx, AGAIN, card, at)
}

/** A card that Feishu lets nobody change any more is posted anew, while somebody still has to act on it. */
export async function replaceCard(
  deps: Deps,
  tx: Tx,
  card: Pick<cardMessages.LiveCard, 'messageId' | 'chatId' | 'view'>,
): Promise<void> {
  const now = deps.clock.now()
  const { officeHours } = rulesAt(deps.ruleBooks, now)
  if (await isWanted(tx, card.view))
    await post(deps, tx, ANEW, card, shiftIntoHours(officeHours, deps.calendar, now))
}

async function post(
  deps: Deps,
  tx: Tx,
  prefix: string,
  { messageId, chatId, view }: Pick<cardMessages.LiveCard, 'messageId' | 'chatId' | 'view'>,
  notBefore: Instant,
): Promise<void> {
  const message = {
    key: prefix + messageId,
    lane: chatId,
    kind: 'send' as const,
    destination: { type: 'chat_id' as const, id: chatId },
    view,
    slipId: undefined,
    priority: PRIORITY.reminder,
    notBefore,
  }
  await outbox.enqueue(tx, message, deps.clock.now())
}

export const isCopy = (key: string): boolean => key.startsWith(AGAIN) || key.startsWith(ANEW)

/** Whether a copy is still worth posting: the first card has not ended, and somebody still has to act on it. */
export async function isCopyWanted(
  conn: Conn,
  { key, view }: { key: string; view: View },
): Promise<boolean> {
  const original = key.startsWith(AGAIN) ? key.slice(AGAIN.length) : undefined
  if (original !== undefined && !(await cardMessages.isLive(conn, original))) return false
  return isWanted(conn, view)
}

/** The copy is on the screen: its original says so, and is changed no more. */
export async function closeOriginal(
  deps: Deps,
  tx: Tx,
  { key, lane }: { key: string; lane: string },
): Promise<void> {
  if (!key.startsWith(AGAIN)) return
  const messageId = key.slice(AGAIN.length)
  if (!(await cardMessages.close(tx, messageId))) return
  const view = { card: 'said', text: replacedText, tone: 'note' } as const
  const patch = { messageId, lane, view, slipId: undefined, priority: PRIORITY.slip }
  await outbox.enqueuePatch(tx, patch, deps.clock.now())
}

/** Nobody is called a second time. */
export const withoutMentions = (card: Card): Card =>
  parseJsonObject(JSON.stringify(card).replaceAll(/(?:<at id=\w+><\/at> ?)+(?:\\n)?/g, '')) ?? card

const DRAFT_WAITS: Partial<Record<View['card'], Draft['state']>> = {
  draft: 'open',
  draftApproval: 'awaiting',
}

async function isWanted(conn: Conn, view: View): Promise<boolean> {
  if ('draft' in view)
    return (await drafts.find(conn, view.draft))?.state === DRAFT_WAITS[view.card]
  if (!('slip' in view)) return false
  const slip = await slips.find(conn, view.slip)
  return slip !== undefined && waits(slip, view)
}

const WITH_UNIT: readonly Stage[] = ['rectifying', 'reviewing', 'proposed', 'countersigning']

/** Whether what this card is there for has not happened yet. */
function waits(slip: Slip, view: Extract<View, { slip: string }>): boolean {
  switch (view.card) {
    case 'slip':
      return WITH_UNIT.includes(slip.stage) && view.unit === slip.content.unit
    case 'review':
      return slip.stage !== 'proposed' && pendingRounds(slip).includes(view.round)
    case 'proposal':
      return slip.stage === 'proposed'
    case 'countersign':
      return slip.stage === 'countersigning'
    case 'lookBack':
      return slip.stage === 'lookingBack' && slip.lookedBack.length + 1 === view.visit
    case 'ruling': {
      const request = view.about === 'extension' ? slip.extension : slip.returned
      return WITH_UNIT.includes(slip.stage) && request !== undefined && !request.ruling
    }
    // They say something once, or were asked for by somebody who may ask again.
    case 'highlight':
    case 'more':
    case 'notice':
    case 'why':
      return false
  }
}
