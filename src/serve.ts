import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import { CannotStart } from './cannot-start.ts'

export interface Listening {
  /** Takes no new request and lets those under way finish. */
  close(): Promise<void>
}

export async function listen(app: Hono, host: string, port: number): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch, hostname: host })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(explained(error, host, port)))
    server.listen(port, host, resolve)
  })
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeIdleConnections' in server) server.closeIdleConnections()
      }),
  }
}

/** `whose`: in front of 端口, when it is not the bot's own. */
export function explained(error: Error, host: string, port: number, whose = ''): Error {
  const code = 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return new CannotStart(
      `${whose}端口 ${port} 已被占用：关掉占用它的程序，或用 PORT=… 换一个端口再启动`,
    )
  if (code === 'EADDRNOTAVAIL')
    return new CannotStart(`HOST=${host} 不是这台机器的地址，请检查 HOST`)
  return error
}
