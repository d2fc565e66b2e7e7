import { randomBytes } from 'node:crypto'
import { ServerResponse } from 'node:http'
import { Hono, type Context, type MiddlewareHandler } from 'hono'
import { noteOf, Refusal } from './errors.ts'
import { isRecord, parseJson, recordOf } from './json.ts'
import type { Platform } from './platform.ts'
import { authRoutes } from './routes/auth.ts'
import { botRoutes } from './routes/bot.ts'
import { chatRoutes } from './routes/chats.ts'
import { contactRoutes } from './routes/contact.ts'
import { interactiveRoutes } from './routes/interactive.ts'
import { messageActRoutes } from './routes/message-acts.ts'
import { messageRoutes } from './routes/messages.ts'
import { fileRoutes, imageRoutes } from './routes/uploads.ts'

/** `/open-apis/*`: what the bot sees of the platform. */
export function openApis(platform: Platform): Hono {
  const app = new Hono()
  app.use('*', logged(platform))
  app.onError(answerError)
  app.use('*', tried(platform), admitted(platform))
  return app
    .route('/auth/v3', authRoutes(platform))
    .route('/bot/v3', botRoutes(platform))
    .route('/im/v1/messages', messageRoutes(platform))
    .route('/im/v1/messages', messageActRoutes(platform))
    .route('/im/v1/images', imageRoutes(platform))
    .route('/im/v1/files', fileRoutes(platform))
    .route('/im/v1/chats', chatRoutes(platform))
    .route('/contact/v3/users', contactRoutes(platform))
    .route('/interactive/v1', interactiveRoutes(platform))
    .all('*', (c) => c.json({ code: 404, msg: '404 page not found: not emulated' }, 404))
}

/** The gateway: token first, then the ceiling per API. */
function admitted({ tokens, rates }: Platform): MiddlewareHandler {
  return async (c, next) => {
    if (!c.req.path.includes('/auth/v3/')) tokens.check(c.req.header('authorization'))
    rates.api(apiName(c))
    await next()
  }
}

function tried({ faults }: Platform): MiddlewareHandler {
  return async (c, next) => {
    const fault = faults.take(apiName(c))
    if (fault === undefined || 'twice' in fault) return next()
    c.header(FAULT, JSON.stringify(fault))
    if ('code' in fault) throw new Refusal(fault.code)
    if ('status' in fault) return c.text('', fault.status)
    if (fault.cut === 'after') await next()
    const { outgoing } = recordOf(c.env)
    if (outgoing instanceof ServerResponse) outgoing.destroy()
    return c.text('', 503)
  }
}

const FAULT = 'x-emulator-fault'

/** `PATCH /im/v1/messages/:id`, as in coverage.ts. */
function apiName(c: Context): string {
  const path = c.req.path.replace(/^\/open-apis/, '')
  const named = path.replace(/\/(?:om|oc|ou|on)_[^/]+/g, '/:id')
  return `${c.req.method} ${named.replace(/\/(?:img|file)_[^/]+/g, '/:key')}`
}

function answerError(error: Error, c: Context): Response {
  if (!(error instanceof Refusal)) throw error
  return c.json(error.body(c.res.headers.get('x-tt-logid') ?? ''), error.status, error.headers)
}

function logged(platform: Platform): MiddlewareHandler {
  return async (c, next) => {
    const started = performance.now()
    const at = platform.clock.now()
    c.header('x-tt-logid', randomBytes(16).toString('hex').toUpperCase())
    await next()
    const response = await shown(c.res.clone())
    const code =
      isRecord(response) && typeof response['code'] === 'number' ? response['code'] : undefined
    const note = c.res.headers.get(FAULT) ?? noteFor(c.res.status, code)
    platform.traffic.add({
      direction: 'bot→feishu',
      at,
      method: c.req.method,
      path: c.req.url.slice(new URL(c.req.url).origin.length),
      status: c.res.status,
      ...(code === undefined ? {} : { code }),
      ...(note === undefined ? {} : { note }),
      ms: Math.round(performance.now() - started),
      request: await sent(c),
      response,
    })
  }
}

function noteFor(status: number, code: number | undefined): string | undefined {
  return status === 404 ? 'not emulated' : noteOf(code ?? 0)
}

/** Bytes are not for reading; their number is. */
async function sent(c: Context): Promise<unknown> {
  if (c.req.method === 'GET' || c.req.method === 'DELETE') return null
  const type = c.req.header('content-type') ?? ''
  if (!type.startsWith('application/json')) return `[${type.split(';')[0] ?? ''}]`
  const text = await c.req.text()
  return parseJson(text) ?? text
}

async function shown(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? ''
  if (type.startsWith('application/json')) return parseJson(await response.text())
  return `[${type}, ${(await response.arrayBuffer()).byteLength} bytes]`
}
