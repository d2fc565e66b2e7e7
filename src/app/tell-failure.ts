import { PLACE, undeliveredText, unpatchedText, UNTITLED } from '../../cards/late.ts'
import type { Tx } from '../db/connect.ts'
import type { ClaimedMessage } from '../db/outbox.ts'
import * as outbox from '../db/outbox.ts'
import { shiftIntoHours } from '../domain/office-hours.ts'
import type { Organisation } from '../domain/organisation.ts'
import { dayOf, type Instant } from '../domain/time.ts'
import type { Receiver } from '../feishu/port.ts'
import { PRIORITY } from './announce.ts'
import type { Deps } from './deps.ts'
import { rulesAt } from './rule-books.ts'

/** A message on its way, with the title of its card once there is one. */
export type Outgoing = ClaimedMessage & { title?: string }

export interface Failure {
  code: number
  reason: string
}

/** Messages that tell of messages: the second, to the director, is the last. */
const TO_OFFICE = 'undelivered/'
const TO_DIRECTOR = 'undelivered-office/'

/** Tells the office's group, or its director alone when that group is the place that failed; after that only the log. */
export async function tellFailure(
  deps: Deps,
  tx: Tx,
  org: Organisation,
  row: Outgoing,
  failure: Failure,
): Promise<void> {
  const to = witnessOf(org, row)
  if (!to) return
  const now = deps.clock.now()
  const told = { ...failure, title: row.title ?? UNTITLED, to: placeOf(org, row) }
  const text = row.kind === 'patch' ? unpatchedText(told) : undeliveredText(told)
  const message = {
    key: to.prefix + subjectOf(row, failure, now),
    lane: to.receiver.id,
    kind: 'send' as const,
    destination: to.receiver,
    view: { card: 'said' as const, text, tone: 'refused' as const },
    slipId: undefined,
    priority: PRIORITY.slip,
    notBefore: earliest(deps, row, now),
  }
  await outbox.enqueue(tx, message, now)
}

function witnessOf(
  { office }: Organisation,
  { key, lane }: ClaimedMessage,
): { prefix: string; receiver: Receiver } | undefined {
  if (office.chat === '' || key.startsWith(TO_DIRECTOR)) return undefined
  if (lane !== office.chat && !key.startsWith(TO_OFFICE))
    return { prefix: TO_OFFICE, receiver: { type: 'chat_id', id: office.chat } }
  return { prefix: TO_DIRECTOR, receiver: { type: 'open_id', id: office.director } }
}

/** Each message is told of by itself; the cards of one chat that cannot be changed, once a day. */
const subjectOf = ({ id, kind, lane }: ClaimedMessage, { code }: Failure, now: Instant): string =>
  kind === 'patch' ? `cards/${lane}/${code}/${dayOf(now)}` : String(id)

/** Whoever waits for an answer is at work; everybody else is told in office hours. */
function earliest(deps: Deps, { priority }: ClaimedMessage, now: Instant): Instant {
  if (priority === PRIORITY.click) return now
  return shiftIntoHours(rulesAt(deps.ruleBooks, now).officeHours, deps.calendar, now)
}

function placeOf(org: Organisation, { lane }: ClaimedMessage): string {
  if (lane === org.office.chat) return PLACE.office
  if (lane === org.leaders.chat) return PLACE.leaders
  const unit = org.units.find(({ chat }) => chat === lane)
  return unit?.name ?? org.people[lane] ?? PLACE.unknown
}
