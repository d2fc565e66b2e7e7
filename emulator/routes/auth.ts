import { Hono } from 'hono'
import { Refusal } from '../errors.ts'
import { textOf } from '../json.ts'
import type { Platform } from '../platform.ts'
import { bodyOf } from './answers.ts'

/** 《自建应用获取 tenant_access_token》: a flat body, and failures under HTTP 200. */
export function authRoutes(platform: Platform): Hono {
  const issue = (appId: string | undefined, secret: string | undefined) => {
    const { app } = platform.seed
    if (!appId || !secret) throw new Refusal(10003)
    if (appId !== app.id || secret !== app.secret) throw new Refusal(10014)
    return platform.tokens.issue()
  }

  return new Hono()
    .post('/tenant_access_token/internal', async (c) => {
      const { app_id, app_secret } = await bodyOf(c)
      const { token, expire } = issue(textOf(app_id), textOf(app_secret))
      return c.json({ code: 0, msg: 'ok', tenant_access_token: token, expire })
    })
    .post('/app_access_token/internal', async (c) => {
      const { app_id, app_secret } = await bodyOf(c)
      const { token, expire } = issue(textOf(app_id), textOf(app_secret))
      const tokens = { app_access_token: token, tenant_access_token: token }
      return c.json({ code: 0, msg: 'ok', ...tokens, expire })
    })
}
