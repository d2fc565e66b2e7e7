import * as outbox from '../db/outbox.ts'
import type { OpenId } from '../domain/organisation.ts'
import type { SlipId } from '../domain/slip.ts'
import type { Instant } from '../domain/time.ts'
import type { View } from '../domain/view.ts'
import { PRIORITY } from './announce.ts'
import type { Scene } from './handle-command.ts'

/** A card into somebody's own chat with the bot, because they asked for it. `key` makes the message one of its kind. */
export async function sendPrivately(
  { tx }: Pick<Scene, 'tx'>,
  { view, to, key, slipId }: { view: View; to: OpenId; key: string; slipId?: SlipId },
  at: Instant,
): Promise<void> {
  const where = { lane: to, destination: { type: 'open_id' as const, id: to } }
  const message = { key, kind: 'send' as const, view, slipId, ...where }
  await outbox.enqueue(tx, { ...message, priority: PRIORITY.click, notBefore: at }, at)
}
