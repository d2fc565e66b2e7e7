import * as outbox from '../db/outbox.ts'
import * as slips from '../db/slips.ts'
import { maySee, type Person } from '../domain/authority.ts'
import { refuse } from '../domain/decision.ts'
import type { Slip, SlipId } from '../domain/slip.ts'
import type { Instant } from '../domain/time.ts'
import type { View } from '../domain/view.ts'
import { PRIORITY } from './announce.ts'
import type { Result } from './answer-press.ts'
import type { Scene } from './handle-command.ts'

/** 打开: the card on which this person can act, as a private copy that stays up to date. */
export async function showPrivately(
  { tx }: Scene,
  id: SlipId,
  { by, at, key }: { by: Person; at: Instant; key: string },
): Promise<Result> {
  const slip = await slips.find(tx, id)
  if (!slip || !maySee(by, slip.content.unit))
    return { refused: refuse('D8', { is: 'notVisible' }) }
  const to = { lane: by.id, destination: { type: 'open_id' as const, id: by.id } }
  const send = { key: `open/${key}`, kind: 'send' as const, view: viewFor(slip, by), slipId: id }
  await outbox.enqueue(tx, { ...send, ...to, priority: PRIORITY.click, notBefore: at }, at)
  return { show: 'same' }
}

function viewFor(slip: Slip, { id, roles }: Person): View {
  if (slip.stage === 'reviewing' && roles.includes('reviewer'))
    return { card: 'review', slip: slip.id, round: slip.feedback.length }
  if (slip.stage === 'proposed' && roles.includes('director'))
    return { card: 'proposal', slip: slip.id }
  return { card: 'slip', slip: slip.id, reader: id }
}
