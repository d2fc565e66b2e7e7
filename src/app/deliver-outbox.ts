import { lateLine, plainText } from '../../cards/late.ts'
import * as organisations from '../db/organisations.ts'
import type { ClaimedMessage } from '../db/outbox.ts'
import * as outbox from '../db/outbox.ts'
import * as slips from '../db/slips.ts'
import type { Organisation } from '../domain/organisation.ts'
import { type Instant, MINUTE } from '../domain/time.ts'
import { AUDITED, dispositionOf, isCardRefused } from '../feishu/errors.ts'
import type { Card, Content, Refused, Sent, Unknown } from '../feishu/port.ts'
import { isCopy, isCopyWanted, withoutMentions } from './card-life.ts'
import type { View } from '../domain/view.ts'
import type { Deps } from './deps.ts'
import { essentialsOf, serialOf } from './essentials.ts'
import { nameOf } from './in-turn.ts'
import { keepPace } from './keep-pace.ts'
import { look, mustLook } from './look-before-sending.ts'
import { withElements, withMark } from './mark.ts'
import { renderCard } from './render-card.ts'
import { type Arrived, giveUp, postpone, recordAccepted } from './settle-message.ts'
import type { Outgoing } from './tell-failure.ts'

const AT_ONCE = 10

/** A message that we cannot even make holds its lane for half an hour, not for a day. */
const ATTEMPTS_OF_OURS = 12

/** Sends what is due, one message per destination at a time. Gives how many were taken. */
export async function deliverOutbox(deps: Deps): Promise<number> {
  const rows = await outbox.claim(deps.db, deps.clock.now(), AT_ONCE)
  if (rows.length === 0) return 0
  const org = (await organisations.current(deps.db))?.organisation
  await Promise.all(rows.map((row) => deliver(deps, org ?? NOBODY, row)))
  return rows.length
}

/** Before the first import there is nobody to mention, but whoever writes is told so. */
const NOBODY: Organisation = {
  office: { chat: '', director: '', inspectors: [], reviewers: [] },
  leaders: { chat: '', members: [] },
  units: [],
  people: {},
  substitutes: [],
}

async function deliver(deps: Deps, org: Organisation, row: ClaimedMessage): Promise<void> {
  try {
    const view = await mergedView(deps, row)
    const card = await cardOf(deps, org, { ...row, view })
    if (!card) return await drop(deps, row)
    const titled = { ...row, title: essentialsOf(card).title }
    const known = await lookFirst(deps, row)
    if (known === 'cannotLook') return await giveUp(deps, org, titled, CANNOT_LOOK)
    const shown = dressed(card, row, deps.clock.now())
    await settle(deps, org, titled, known ?? (await transmit(deps, row, shown)))
  } catch (error) {
    // The lease is left to run out when even this fails; the row is never lost.
    deps.log.error({ outbox: row.id, error: nameOf(error) }, 'message could not be delivered')
    await postpone(deps, row, { reason: nameOf(error), attemptsMax: ATTEMPTS_OF_OURS })
  }
}

/**
 * D11: other reminders waiting for the same room join this one, unless an earlier attempt may have arrived: Feishu would
 * then drop the repetition, and with it whatever had joined meanwhile.
 */
const mergedView = async (deps: Deps, row: ClaimedMessage): Promise<View> =>
  row.attempts - 1 === row.unsent
    ? outbox.absorbReminders(deps.db, row, deps.clock.now())
    : row.view

type Result = Arrived | Refused | Unknown

const CANNOT_LOOK = {
  code: 0,
  reason: 'may have arrived, and the chat cannot be looked through',
  remedy: 'tellHuman',
} as const

/** What became of an earlier attempt, where that must be known first; undefined: send. Never twice on a screen. */
async function lookFirst(
  deps: Deps,
  row: ClaimedMessage,
): Promise<Result | 'cannotLook' | undefined> {
  if (!mustLook(row, deps.clock.now())) return undefined
  const looked = await look(deps, row)
  deps.log.info({ outbox: row.id, looked: looked.outcome }, 'looked before sending again')
  if (looked.outcome === 'absent') return undefined
  if (looked.outcome === 'blind') return 'cannotLook'
  if (looked.outcome !== 'refused') return looked
  return dispositionOf(looked.code, looked.message).remedy === 'retry' ? looked : 'cannotLook'
}

/** The card as it looks at this moment; undefined when there is nothing left to say (D11: re-checked just before sending). */
async function cardOf(
  deps: Deps,
  org: Organisation,
  { key, view, validIn, slipId }: ClaimedMessage,
): Promise<Card | undefined> {
  if (isCopy(key) && !(await isCopyWanted(deps.db, { key, view }))) return undefined
  const slip = slipId && validIn ? await slips.find(deps.db, slipId) : undefined
  if (slip && !validIn?.includes(slip.stage)) return undefined
  const card = await renderCard(deps, deps.db, org, view)
  return card && isCopy(key) ? withoutMentions(card) : card
}

/** Half an hour is a pump at work; more is an outage, and is said. */
const LATE = 30 * MINUTE

const dressed = (card: Card, { key, kind, notBefore }: ClaimedMessage, now: Instant): Card =>
  kind === 'patch' || isCopy(key) || now - notBefore <= LATE
    ? card
    : withElements(card, (elements) => [lateLine(notBefore), ...elements])

const drop = async (deps: Deps, row: ClaimedMessage): Promise<void> => {
  const now = deps.clock.now()
  await outbox.settle(deps.db, row, { state: 'void', reason: 'overtaken by events' }, now)
}

async function transmit(deps: Deps, row: ClaimedMessage, card: Card): Promise<Result> {
  const { destination, kind, uuid } = row
  await keepPace(deps, row)
  if (kind === 'patch' && 'messageId' in destination)
    return deps.feishu.patch(destination.messageId, card)
  const sent = await say(deps, row, { type: 'card', card: withMark(card, uuid) })
  if (sent.outcome !== 'refused' || !isCardRefused(sent.code, sent.message)) return sent
  return inPlainWords(deps, row, card, sent)
}

/**
 * What cannot be shown as a card is said as a text, with the same uuid: of the two at most one is ever seen. Another
 * attempt begins with the card again.
 */
async function inPlainWords(
  deps: Deps,
  row: ClaimedMessage,
  card: Card,
  { code, message }: Refused,
): Promise<Result> {
  const about = { outbox: row.id, card: row.view.card, code, reason: message }
  deps.log.warn(about, 'card refused, sent in plain words')
  const serial = await serialOf(deps, row)
  const text = plainText(essentialsOf(card), { serial, withheld: AUDITED.includes(code) })
  await keepPace(deps, row)
  const sent = await say(deps, row, { type: 'text', text })
  return sent.outcome === 'accepted' ? { ...sent, asText: true } : sent
}

function say(deps: Deps, { destination, uuid }: ClaimedMessage, content: Content): Promise<Sent> {
  if ('messageId' in destination) return deps.feishu.reply(destination.messageId, content, uuid)
  return deps.feishu.send(destination, content, uuid)
}

/** "Message is being sent", "internal error": refusals that do not say that nothing was done. */
const MAY_HAVE_ARRIVED: readonly number[] = [230049, 300000]

async function settle(deps: Deps, org: Organisation, row: Outgoing, result: Result): Promise<void> {
  if (result.outcome === 'accepted') return recordAccepted(deps, org, row, result)
  if (result.outcome === 'unknown')
    return postpone(deps, row, { reason: result.cause, leftNothing: result.sent === false })
  const { remedy } = dispositionOf(result.code, result.message)
  if (remedy === 'retry') {
    const leftNothing = !MAY_HAVE_ARRIVED.includes(result.code)
    return postpone(deps, row, { reason: result.message, leftNothing, waitMs: result.retryAfterMs })
  }
  return giveUp(deps, org, row, { code: result.code, reason: result.message, remedy })
}
