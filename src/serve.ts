import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'

export interface Listening {
  /** Takes no new request and lets those under way finish. */
  close(): Promise<void>
}

/** A port that is taken, or a host that is not ours: one sentence for the operator. */
export class CannotListen extends Error {
  override name = 'CannotListen'
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

export function explained(error: Error, host: string, port: number): Error {
  const code = 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return new CannotListen(`端口 ${port} 已被占用：关掉占用它的程序，或用 PORT=… 换一个端口再启动`)
  if (code === 'EADDRNOTAVAIL')
    return new CannotListen(`HOST=${host} 不是这台机器的地址，请检查 HOST`)
  return error
}
