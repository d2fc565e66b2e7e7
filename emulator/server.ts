import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type ServerType } from '@hono/node-server'
import { Hono } from 'hono'
import type { PageFiles } from './bundle-page.ts'
import { controlRoutes } from './control.ts'
import { localOnly, strictCsp } from './guard.ts'
import { openApis } from './open-apis.ts'
import type { Platform } from './platform.ts'

/** The whole of the emulator as one fetch function. */
export function createApp(platform: Platform, page: () => Promise<PageFiles>): Hono {
  const app = new Hono()
  app.route('/open-apis', openApis(platform))
  app.use('*', localOnly, strictCsp)
  app.route('/__emu', controlRoutes(platform))
  app.get('/', async (c) => c.html((await page()).html))
  app.get('/app.js', async (c) => {
    return c.body((await page()).js, 200, { 'content-type': 'text/javascript; charset=utf-8' })
  })
  app.get('/app.css', async (c) => {
    return c.body((await page()).css, 200, { 'content-type': 'text/css; charset=utf-8' })
  })
  return app
}

export interface Listening {
  url: string
  close(): Promise<void>
}

/** Loopback only: nothing here asks who you are. Port 0 takes a free one. */
export async function listen(app: Hono, port: number): Promise<Listening> {
  // A guest in somebody's process must not swap its global Request and Response.
  const own = { overrideGlobalObjects: false }
  const server = createAdaptorServer({ fetch: app.fetch, hostname: '127.0.0.1', ...own })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return { url: `http://127.0.0.1:${portOf(server)}`, close: () => closed(server) }
}

function portOf(server: ServerType): number {
  // A TCP server's address is never a string (that is a pipe) nor null (that is a closed one).
  return (server.address() as AddressInfo).port
}

function closed(server: ServerType): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)))
    // Streams never end by themselves.
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}
