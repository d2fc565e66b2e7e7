import { Hono } from 'hono'

import type { Log } from '../feishu/log.ts'
import { faultOf } from './fault.ts'

export interface Readiness {
  /** Nothing at all is wrong. */
  ok: boolean
  checks: Record<string, Check>
}

export interface Check {
  ok: boolean
  /**
   * Wrong, but no reason to send the work elsewhere: next year's calendar is missing everywhere, and
   * every replica out of the load balancer until New Year would be the worse failure.
   */
  red?: boolean
  detail: string
}

export interface HealthDeps {
  health: () => Promise<Readiness>
  /** Prometheus text. */
  metrics?: () => Promise<string>
  log: Log
}

export function createHealth(deps: HealthDeps): Hono {
  const { metrics } = deps
  const health = new Hono()
  health.get('/healthz', (c) => c.json({ status: 'ok' }))
  health.get('/readyz', async (c) => {
    const readiness = await deps.health().catch((error: unknown) => {
      deps.log.error(faultOf(error), 'readiness could not be told')
      return undefined
    })
    if (!readiness) return c.json({ status: 'unready', checks: {} }, 503)
    const { ok, checks } = readiness
    const each = Object.values(checks)
    if (each.some((check) => !check.ok && !check.red)) {
      return c.json({ status: 'unready', checks }, 503)
    }
    const red = !ok || each.some((check) => check.red)
    return c.json({ status: red ? 'red' : 'ok', checks })
  })
  if (metrics) {
    health.get('/metrics', async (c) =>
      c.body(await metrics(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }),
    )
  }
  return health
}
