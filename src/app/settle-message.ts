import * as cardMessages from '../db/card-messages.ts'
import type { Tx } from '../db/connect.ts'
import type { ClaimedMessage } from '../db/outbox.ts'
import * as outbox from '../db/outbox.ts'
import * as organisations from '../db/organisations.ts'
import type { Order } from '../domain/commands.ts'
import type { Organisation } from '../domain/organisation.ts'
import { MINUTE } from '../domain/time.ts'
import { isLive } from '../domain/view.ts'
import type { Remedy } from '../feishu/errors.ts'
import type { Patched, Sent } from '../feishu/port.ts'
import type { Deps } from './deps.ts'
import { handleCommand } from './handle-command.ts'

type Accepted = Extract<Sent | Patched, { outcome: 'accepted' }>

/** Feishu took it: written down together with what follows, the start of the clock above all (D2). */
export async function recordAccepted(
  deps: Deps,
  org: Organisation,
  row: ClaimedMessage,
  accepted: Accepted,
): Promise<void> {
  const now = deps.clock.now()
  const messageId = messageIdOf(row, accepted)
  await deps.db.transaction(async (tx) => {
    if (!(await outbox.settle(tx, row, { state: 'accepted', messageId }, now))) return
    if ('messageId' in accepted && isLive(row.view))
      await cardMessages.remember(tx, { ...row, messageId, chatId: accepted.chatId, sentAt: now })
    if (row.proof) await tell(deps, tx, org, row, { type: 'recordService', messageId })
  })
  deps.wake()
}

const messageIdOf = ({ destination }: ClaimedMessage, accepted: Accepted): string => {
  if ('messageId' in accepted) return accepted.messageId
  return 'messageId' in destination ? destination.messageId : ''
}

/** ¼ s (a card in somebody's hand is free again by then), 1 s, 4 s … up to 5 minutes; after the last a human is told. */
const ATTEMPTS_MAX = 12
const waitAfter = (attempts: number): number => Math.min(5 * MINUTE, 250 * 4 ** (attempts - 1))

/** Keeps the row in its place for another attempt with the same uuid, or gives it up after the last. */
export async function postpone(
  deps: Deps,
  row: ClaimedMessage,
  reason: string,
  waitMs = waitAfter(row.attempts),
): Promise<void> {
  const now = deps.clock.now()
  if (row.attempts < ATTEMPTS_MAX) {
    await outbox.retry(deps.db, row, { waitMs, reason, now })
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
