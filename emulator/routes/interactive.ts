import { Hono } from 'hono'
import { acceptCard } from '../check-card.ts'
import { cardRefusal, Refusal } from '../errors.ts'
import { isRecord, textOf } from '../json.ts'
import { replaceCard } from '../messages.ts'
import type { Platform } from '../platform.ts'
import { bodyOf } from './answers.ts'

/** 《延时更新消息卡片》: here the card is an object, and the token alone says which message. */
export function interactiveRoutes(platform: Platform): Hono {
  return new Hono().post('/card/update', async (c) => {
    const { token, card } = await bodyOf(c)
    if (!isRecord(card)) throw new Refusal(10002, 'card must be an object')
    const accepted = acceptCard(platform, JSON.stringify(card))
    const message = platform.presses.spendToken(textOf(token) ?? '', platform.clock.now())
    // An update that overtakes the answer is reverted on the screen; here it is refused.
    if (platform.presses.locked(message)) throw cardRefusal(11310, '', 'card action is lock')
    replaceCard(platform, message, accepted)
    return c.json({ code: 0, msg: 'ok' })
  })
}
