import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'

import { BODY_BYTES_MAX, verify, type VerifySettings } from '../feishu/verify.ts'
import { type DeliveryDeps, takeDelivery } from './take-delivery.ts'

export interface WebhookDeps extends DeliveryDeps {
  feishu: VerifySettings
}

/** Events, card callbacks and the URL check. Nothing refused here is stored. */
export function createWebhook(deps: WebhookDeps): Hono {
  const { log } = deps
  const tooLarge = bodyLimit({
    maxSize: BODY_BYTES_MAX,
    onError(c) {
      log.warn({ status: 413, why: 'body over 1 MB' }, 'webhook refused')
      return c.json({ error: 'too large' }, 413)
    },
  })
  return new Hono().post('/feishu', tooLarge, async (c) => {
    const raw = new Uint8Array(await c.req.arrayBuffer())
    const verified = verify(raw, c.req.raw.headers, deps.feishu, deps.wallClock())
    if (!verified.ok) {
      const { status, why } = verified
      log.warn({ status, why }, 'webhook refused')
      return c.json({ error: status === 401 ? 'unauthorized' : 'malformed' }, status)
    }
    if ('challenge' in verified) return c.json({ challenge: verified.challenge })
    return c.json(await takeDelivery(deps, verified.plain))
  })
}
