import * as organisations from '../db/organisations.ts'
import type { ClaimedMessage } from '../db/outbox.ts'
import * as outbox from '../db/outbox.ts'
import * as slips from '../db/slips.ts'
import type { Organisation } from '../domain/organisation.ts'
import { dispositionOf } from '../feishu/errors.ts'
import type { Card, Patched, Sent } from '../feishu/port.ts'
import type { Deps } from './deps.ts'
import { nameOf } from './in-turn.ts'
import { keepPace } from './keep-pace.ts'
import { renderCard } from './render-card.ts'
import { giveUp, postpone, recordAccepted } from './settle-message.ts'

const AT_ONCE = 10

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
    const view = await outbox.absorbReminders(deps.db, row, deps.clock.now())
    const card = await cardOf(deps, org, { ...row, view })
    if (!card) return await drop(deps, row)
    await keepPace(deps, row)
    await settle(deps, org, row, await transmit(deps, row, card))
  } catch (error) {
    // The lease is left to run out when even this fails; the row is never lost.
    deps.log.error({ outbox: row.id, error: nameOf(error) }, 'message could not be delivered')
    await postpone(deps, row, nameOf(error))
  }
}

/** The card as it looks at this moment; undefined when there is nothing left to say (D11: re-checked just before sending). */
async function cardOf(
  deps: Deps,
  org: Organisation,
  { view, validIn, slipId }: ClaimedMessage,
): Promise<Card | undefined> {
  const slip = slipId && validIn ? await slips.find(deps.db, slipId) : undefined
  if (slip && !validIn?.includes(slip.stage)) return undefined
  return renderCard(deps, deps.db, org, view)
}

const drop = async (deps: Deps, row: ClaimedMessage): Promise<void> => {
  const now = deps.clock.now()
  await outbox.settle(deps.db, row, { state: 'void', reason: 'overtaken by events' }, now)
}

function transmit(deps: Deps, row: ClaimedMessage, card: Card): Promise<Sent | Patched> {
  const { destination, kind, uuid } = row
  if (!('messageId' in destination))
    return deps.feishu.send(destination, { type: 'card', card }, uuid)
  if (kind === 'patch') return deps.feishu.patch(destination.messageId, card)
  return deps.feishu.reply(destination.messageId, { type: 'card', card }, uuid)
}

async function settle(
  deps: Deps,
  org: Organisation,
  row: ClaimedMessage,
  result: Sent | Patched,
): Promise<void> {
  if (result.outcome === 'accepted') return recordAccepted(deps, org, row, result)
  if (result.outcome === 'unknown') return postpone(deps, row, result.cause)
  const { remedy } = dispositionOf(result.code, result.message)
  if (remedy === 'retry') return postpone(deps, row, result.message, result.retryAfterMs)
  return giveUp(deps, org, row, { code: result.code, reason: result.message, remedy })
}
