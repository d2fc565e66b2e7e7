import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { moveClock } from './advance.ts'
import { press } from './callback.ts'
import { markRead } from './messages.ts'
import { Impossible, openP2p, recallOwn, say, seatBot, sendPhoto } from './people-act.ts'
import type { Platform } from './platform.ts'
import { reset, snapshotOf } from './snapshot.ts'
import { streamDeltas } from './stream.ts'
import { transcript } from './transcript.ts'

const id = z.string().min(1)
const bodies = {
  say: z.object({ as: id, chat: id, text: id, replyTo: id.optional() }),
  act: z.object({ as: id, chat: id }),
  person: z.object({ as: id }),
  recall: z.object({ as: id, message: id }),
  seat: z.object({ as: id, chat: id, botIn: z.boolean() }),
  clock: z.union([
    z.object({ to: z.number() }),
    z.object({ by: z.number() }),
    z.object({ toNext: z.literal(true) }),
  ]),
  press: z.object({
    as: id,
    message: id,
    path: id,
    formValue: z.record(z.string(), z.unknown()).optional(),
    option: z.string().optional(),
    options: z.array(z.string()).optional(),
    inputValue: z.string().optional(),
    checked: z.boolean().optional(),
  }),
}

/** What the caller did wrong; a SyntaxError is a body that is not JSON. */
const REFUSED = [Impossible, z.ZodError, SyntaxError]

/** `/__emu/*`, as wire.ts says: what people do, and what nobody but the page may do. */
export function controlRoutes(platform: Platform): Hono {
  const app = new Hono()
  app.onError((error, c) => {
    if (REFUSED.some((kind) => error instanceof kind)) return c.text(error.message, 400)
    throw error
  })
  return app
    .get('/state', (c) => c.json(snapshotOf(platform)))
    .get('/stream', (c) => streamDeltas(platform, c))
    .get('/transcript', (c) => c.text(transcript(platform, c.req.query('chat') ?? '')))
    .get('/resources/:key', (c) => resource(platform, c))
    .post('/say', async (c) => {
      const { replyTo, ...body } = bodies.say.parse(await c.req.json())
      return c.json({ message: say(platform, { ...body, ...(replyTo && { replyTo }) }).message })
    })
    .post('/photo', async (c) => c.json({ message: await photo(platform, c) }))
    .post('/press', async (c) =>
      c.json(await press(platform, present(bodies.press.parse(await c.req.json())))),
    )
    .post('/read', async (c) => {
      const { as, chat } = bodies.act.parse(await c.req.json())
      markRead(platform, chat, as)
      return c.json({})
    })
    .post('/open-p2p', async (c) => {
      const { as } = bodies.person.parse(await c.req.json())
      return c.json({ chat: openP2p(platform, as) })
    })
    .post('/recall', async (c) => {
      const { message } = recallOwn(platform, bodies.recall.parse(await c.req.json()))
      return c.json({ message })
    })
    .post('/seat', async (c) => {
      const { chat } = seatBot(platform, bodies.seat.parse(await c.req.json()))
      return c.json({ chat })
    })
    .post('/clock', async (c) => {
      const now = await moveClock(platform, bodies.clock.parse(await c.req.json()))
      return c.json({ now })
    })
    .post('/reset', (c) => {
      reset(platform)
      return c.json({})
    })
}

async function photo(platform: Platform, c: Context) {
  const { as = '', chat = '', name = '', replyTo } = c.req.query()
  const bytes = new Uint8Array(await c.req.arrayBuffer())
  const contentType = c.req.header('content-type') ?? 'application/octet-stream'
  return sendPhoto(platform, { as, chat, name, bytes, contentType, replyTo }).message
}

/** Only pictures are shown in place: a file that says it is HTML must not run on our origin. */
function resource({ state }: Platform, c: Context) {
  const found = state.resources.get(c.req.param('key') ?? '')
  if (found === undefined) return c.text('No such resource', 404)
  const inline = found.kind === 'image' && found.contentType.startsWith('image/')
  const name = encodeURIComponent(found.name)
  return c.body(new Uint8Array(found.bytes), 200, {
    'content-type': inline ? found.contentType : 'application/octet-stream',
    'content-disposition': inline ? 'inline' : `attachment; filename*=UTF-8''${name}`,
    'cache-control': 'private, max-age=86400, immutable',
  })
}

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** Zod's optional keys may hold `undefined`; the wire's may not. */
function present<T extends object>(value: T): Present<T>
function present(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, given]) => given !== undefined))
}
