import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

import { createDevClock, type DevClock } from './dev-clock.ts'
import { faultOf } from './fault.ts'
import { createHealth, type HealthDeps } from './health.ts'
import { createWebhook, type WebhookDeps } from './webhook.ts'

export interface AppDeps extends WebhookDeps, HealthDeps {
  /** Mounts `/__dev/clock`; never given in production. */
  devClock?: DevClock
}

export function createApp(deps: AppDeps): Hono {
  const app = new Hono()
  app.use(
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      // A page that needs more sets its own policy.
      overwrite: false,
    }),
  )
  app.route('/webhook', createWebhook(deps))
  app.route('/', createHealth(deps))
  if (deps.devClock) app.route('/__dev/clock', createDevClock(deps.devClock))
  app.notFound((c) => c.json({ error: 'not found' }, 404))
  app.onError((error, c) => {
    const { method, path } = c.req
    deps.log.error({ method, path, ...faultOf(error) }, 'request failed')
    return c.json({ error: 'internal' }, 500)
  })
  return app
}
