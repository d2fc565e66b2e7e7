import { Hono } from 'hono'
import type { Platform } from '../platform.ts'

/** 《获取机器人信息》: `bot` stands beside `code`, not under `data`. */
export function botRoutes({ bot }: Platform): Hono {
  return new Hono().get('/info', (c) =>
    c.json({
      code: 0,
      msg: 'ok',
      bot: {
        activate_status: 2,
        app_name: bot.name,
        avatar_url: '',
        ip_white_list: [],
        open_id: bot.openId,
      },
    }),
  )
}
