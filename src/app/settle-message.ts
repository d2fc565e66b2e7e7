import { stuckText, UNTITLED } from '../../cards/late.ts'
import * as cardMessages from '../db/card-messages.ts'
import type { Tx } from '../db/connect.ts'
import type { ClaimedMessage } from '../db/outbox.ts'
import * as outbox from '../db/outbox.ts'
import * as organisations from '../db/organisations.ts'
import type { Order } from '../domain/commands.ts'
import type { Organisation } from '../domain/organisation.ts'
import { DAY, type Instant, MINUTE } from '../domain/time.ts'
import type { Serial } from '../domain/serial.ts'
import { isLive, type View } from '../domain/view.ts'
import { isCardRefused, type Remedy } from '../feishu/errors.ts'
import type { Patched, Sent } from '../feishu/port.ts'
import { closeOriginal, planRenewal, replaceCard } from './card-life.ts'
import type { Deps } from './deps.ts'
import { serialOf } from './essentials.ts'
import { handleCommand } from './handle-command.ts'
import { type Failure, type Outgoing, tellFailure } from './tell-failure.ts'

export type Arrived = Extract<Sent | Patched, { outcome: 'accepted' }> & {
  /** Of a message found on the screen after all. */
  createdAt?: Instant
  /** What stands there is no card, and follows nothing. */
  asText?: true
}

/** Feishu took it: written down together with what follows, the start of the clock above all (D2). */
export async function recordAccepted(
  deps: Deps,
  org: Organisation,
  row: ClaimedMessage,
  accepted: Arrived,
): Promise<void> {
  const now = deps.clock.now()
  const messageId = messageIdOf(row, accepted)
  await deps.db.transaction(async (tx) => {
    const chat = 'messageId' in accepted ? { chatId: accepted.chatId } : {}
    if (!(await outbox.settle(tx, row, { state: 'accepted', messageId, ...chat }, now))) return
    if ('messageId' in accepted && isLive(row.view) && !accepted.asText) {
      const { chatId, createdAt: sentAt = now } = accepted
      const card = { messageId, chatId, view: row.view, sentAt }
      await cardMessages.remember(tx, card)
      await planRenewal(deps, tx, card)
    }
    await closeOriginal(deps, tx, row)
    if (row.proof) await tell(deps, tx, org, row, { type: 'recordService', messageId })
  })
  deps.wake()
}

const messageIdOf = ({ destination }: ClaimedMessage, accepted: Arrived): string => {
  if ('messageId' in accepted) return accepted.messageId
  return 'messageId' in destination ? destination.messageId : ''
}

/** ¼ s (a card in somebody's hand is free again by then), 1 s, 4 s … up to 5 minutes. */
const waitAfter = (attempts: number): number => Math.min(5 * MINUTE, 250 * 4 ** (attempts - 1))

/** Feishu may be away for a night; after a day a human is told. By the clock and by number: the clock may jump. */
const PATIENCE = { ms: DAY, attempts: 12 }

export interface Postponed {
  reason: string
  waitMs?: number | undefined
  /** This attempt certainly did not arrive. */
  leftNothing?: boolean
  /** Instead of the day that Feishu is given. */
  attemptsMax?: number
}

/** Keeps the row in its place for another attempt with the same uuid, or gives it up after the last. */
export async function postpone(deps: Deps, row: ClaimedMessage, why: Postponed): Promise<void> {
  const { reason, waitMs = waitAfter(row.attempts), leftNothing = false } = why
  const now = deps.clock.now()
  const isOver = row.attempts >= PATIENCE.attempts && now - row.firstTriedAt >= PATIENCE.ms
  if (why.attemptsMax === undefined ? !isOver : row.attempts < why.attemptsMax) {
    const unsent = row.unsent + (leftNothing ? 1 : 0)
    await outbox.retry(deps.db, row, { waitMs, reason, now, unsent })
    return
  }
  const current = await organisations.current(deps.db)
  if (current)
    await giveUp(deps, current.organisation, row, { code: 0, reason, remedy: 'tellHuman' })
}

export interface Verdict extends Failure {
  remedy: Remedy
}

/** It will not arrive: said aloud, on the slip where it was its proof of service. */
export async function giveUp(
  deps: Deps,
  org: Organisation,
  row: Outgoing,
  { code, reason, remedy }: Verdict,
): Promise<void> {
  const now = deps.clock.now()
  const next = AFTERMATH[aftermathOf(row, { code, reason, remedy })]
  const about = { outbox: row.id, kind: row.kind, card: row.view.card, code, reason, remedy }
  // A card that has grown too old to change has merely ended; everything else is somebody's task.
  if (next === AFTERMATH.nothing || next === AFTERMATH.replaced) deps.log.info(about, 'card ended')
  else deps.log.error(about, 'message given up')
  const serial = await serialOf(deps, row)
  await deps.db.transaction(async (tx) => {
    if (!(await outbox.settle(tx, row, endOf(code, reason), now))) return
    if (row.kind === 'patch' && 'messageId' in row.destination)
      await cardMessages.close(tx, row.destination.messageId)
    await next({ deps, tx, org, row, failure: { code, reason }, serial })
  })
  deps.wake()
}

/** What follows when a message will not arrive. */
type Aftermath =
  /** Nobody waits for it. */
  | 'nothing'
  /** D2: the slip is unserved, which the office learns from the slip. */
  | 'unserved'
  /** The card on the screen cannot be changed: another takes its place. */
  | 'replaced'
  /** The card on the screen cannot show how things stand: a line says how to ask. */
  | 'stuck'
  /** The message to be answered is gone: the answer stands by itself. */
  | 'unattached'
  /** Somebody in the office has to do something about it. */
  | 'told'

function aftermathOf(
  { kind, proof }: Pick<ClaimedMessage, 'kind' | 'proof'>,
  { code, reason, remedy }: Verdict,
): Aftermath {
  if (proof) return 'unserved'
  if (remedy === 'drop') return 'nothing'
  if (kind === 'patch' && remedy === 'newCard') return 'replaced'
  if (kind === 'patch' && isCardRefused(code, reason)) return 'stuck'
  return kind === 'reply' && remedy === 'newCard' ? 'unattached' : 'told'
}

interface Given {
  deps: Deps
  tx: Tx
  org: Organisation
  row: Outgoing
  failure: Failure
  serial: Serial | undefined
}

const AFTERMATH: Record<Aftermath, (given: Given) => Promise<unknown>> = {
  nothing: async () => {},
  unserved: ({ deps, tx, org, row, failure }) =>
    tell(deps, tx, org, row, { type: 'recordServiceFailure', ...failure }),
  replaced: async ({ deps, tx, row: { destination, lane, view } }) =>
    'messageId' in destination &&
    replaceCard(deps, tx, { messageId: destination.messageId, chatId: lane, view }),
  stuck: ({ deps, tx, row, serial }) => {
    const text = stuckText(row.title ?? UNTITLED, serial)
    const view = { card: 'said', text, tone: 'refused' } as const
    return sayInstead(deps, tx, row, view)
  },
  unattached: ({ deps, tx, row }) => sayInstead(deps, tx, row, row.view),
  told: ({ deps, tx, org, row, failure }) => tellFailure(deps, tx, org, row, failure),
}

/** In the same chat, as a message of its own. */
function sayInstead(
  { clock }: Deps,
  tx: Tx,
  { id, lane, slipId, priority, notBefore }: Outgoing,
  view: View,
): Promise<boolean> {
  const to = { lane, destination: { type: 'chat_id', id: lane } } as const
  const message = { key: `instead/${id}`, kind: 'send', view, slipId, priority, notBefore } as const
  return outbox.enqueue(tx, { ...message, ...to }, clock.now())
}

/** Without a code of Feishu's nobody knows whether it arrived. */
const endOf = (code: number, reason: string): outbox.Outcome =>
  code === 0 ? { state: 'unknown', reason } : { state: 'refused', code, reason }

async function tell(
  deps: Deps,
  tx: Tx,
  org: Organisation,
  { slipId }: ClaimedMessage,
  order: Order,
): Promise<void> {
  if (!slipId) return
  const by = { kind: 'rule', rule: 'D2' } as const
  await handleCommand(deps, { tx, org }, slipId, { ...order, by, at: deps.clock.now() })
}
