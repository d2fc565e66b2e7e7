import * as cardMessages from '../db/card-messages.ts'
import type { Tx } from '../db/connect.ts'
import type { ClaimedMessage } from '../db/outbox.ts'
import * as outbox from '../db/outbox.ts'
import * as organisations from '../db/organisations.ts'
import type { Order } from '../domain/commands.ts'
import type { Organisation } from '../domain/organisation.ts'
import { DAY, type Instant, MINUTE } from '../domain/time.ts'
import { isLive } from '../domain/view.ts'
import type { Remedy } from '../feishu/errors.ts'
import type { Patched, Sent } from '../feishu/port.ts'
import type { Deps } from './deps.ts'
import { handleCommand } from './handle-command.ts'

/** `createdAt`: of a message found on the screen after all. */
export type Arrived = Extract<Sent | Patched, { outcome: 'accepted' }> & { createdAt?: Instant }

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
    const sentAt = accepted.createdAt ?? now
    if ('messageId' in accepted && isLive(row.view))
      await cardMessages.remember(tx, { ...row, messageId, chatId: accepted.chatId, sentAt })
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

/** It will not arrive: said aloud, on the slip where it was its proof of service. */
export async function giveUp(
  deps: Deps,
  org: Organisation,
  row: ClaimedMessage,
  { code, reason, remedy }: { code: number; reason: string; remedy: Remedy },
): Promise<void> {
  const now = deps.clock.now()
  const about = { outbox: row.id, kind: row.kind, card: row.view.card, code, reason, remedy }
  // A card that has grown too old to change has merely ended; everything else is somebody's task.
  if (remedy === 'newCard' && row.kind === 'patch') deps.log.info(about, 'card ended')
  else deps.log.error(about, 'message given up')
  await deps.db.transaction(async (tx) => {
    if (!(await outbox.settle(tx, row, endOf(code, reason), now))) return
    if (row.kind === 'patch' && 'messageId' in row.destination)
      await cardMessages.close(tx, row.destination.messageId)
    if (row.proof) await tell(deps, tx, org, row, { type: 'recordServiceFailure', code, reason })
  })
  deps.wake()
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
