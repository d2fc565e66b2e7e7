import * as cardMessages from '../db/card-messages.ts'
import * as outbox from '../db/outbox.ts'
import { messagesOf, type Priority, type Send } from '../domain/effects.ts'
import { type Organisation, unitByCode } from '../domain/organisation.ts'
import type { Slip } from '../domain/slip.ts'
import { DAY, type Instant } from '../domain/time.ts'
import type { Receiver } from '../feishu/port.ts'
import type { Deps } from './deps.ts'
import type { Folded, Scene } from './handle-command.ts'
import { rulesOf } from './rule-books.ts'

/** Lower leaves first when Feishu's pace is short. */
export const PRIORITY: Record<Priority, number> = { click: 0, slip: 1, reminder: 2 }

/** 《更新已发送的消息卡片》: a card older than this is patched no more (230031). */
const CARD_LIFE = 14 * DAY

/** Writes down what is to be said of new facts, and which cards on people's screens are out of date. */
export async function announce(
  deps: Deps,
  scene: Scene,
  slip: Slip,
  steps: readonly Folded[],
): Promise<void> {
  const rules = rulesOf(deps.ruleBooks, slip)
  for (const { event, after } of steps)
    for (const send of messagesOf(rules, deps.calendar, after, event))
      await say(scene, after, send, event.at)
  await refreshCards(scene, slip, steps.at(-1)?.event.at ?? slip.issuedAt)
}

async function say({ tx, org }: Scene, slip: Slip, send: Send, at: Instant): Promise<void> {
  const { key, view, notBefore, validIn, proof } = send
  const destination = destinationOf(org, slip, send.to)
  // D2: only the unit's own group proves service; a message that had to go elsewhere starts no clock.
  const served = proof === true && unitByCode(org, slip.content.unit) !== undefined
  const message = { key, view, notBefore, validIn, proof: served, slipId: slip.id }
  const lane = { lane: destination.id, destination, priority: PRIORITY[send.priority] }
  await outbox.enqueue(tx, { ...message, ...lane, kind: 'send' }, at)
}

/** One waiting patch per message is enough, however often the slip changes: the card is rendered when it leaves. */
async function refreshCards({ tx, pressed }: Scene, slip: Slip, at: Instant): Promise<void> {
  for (const { messageId, chatId, view, sentAt } of await cardMessages.liveOfSlip(tx, slip.id)) {
    const patch = { messageId, lane: chatId, view, slipId: slip.id, priority: PRIORITY.slip }
    if (at - sentAt >= CARD_LIFE) await cardMessages.close(tx, messageId)
    else if (messageId !== pressed) await outbox.enqueuePatch(tx, patch, at)
  }
}

/** The group a room stands for today; written into the row, a later change of the registry redirects nothing. */
function destinationOf(org: Organisation, slip: Slip, to: Send['to']): Receiver {
  if ('person' in to) return { type: 'open_id', id: to.person }
  const chats = {
    unit: unitByCode(org, slip.content.unit)?.chat,
    office: org.office.chat,
    leaders: org.leaders.chat,
  }
  // A unit that has left the registry cannot be reached; its slips become the office's business.
  return { type: 'chat_id', id: chats[to.chat] ?? org.office.chat }
}
