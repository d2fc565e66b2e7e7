import { EventDispatcher, LoggerLevel, generateChallenge } from '@larksuiteoapi/node-sdk'
import { startEmulator, type Emulator, type EmulatorOptions } from '../../emulator/main.ts'
import { seed } from './seed.ts'

const { encryptKey } = seed.app

type Answer = (event: Record<string, unknown>) => unknown

/** A bot of one page that opens its post with the vendor's own code; `answer` is what it says to a press. */
interface TinyBot {
  fetch: (request: Request) => Promise<Response>
  /** Flattened by the SDK: header and event fields side by side. */
  received: Record<string, unknown>[]
  /** HTTP status for everything on the webhook. */
  status: number
  answer: Answer
  clock?: { now: number; due: number[]; ran: number[] }
}

function createTinyBot(): TinyBot {
  const bot: TinyBot = {
    received: [],
    status: 200,
    answer: () => ({}),
    async fetch(request) {
      if (new URL(request.url).pathname === '/__dev/clock') return clockRoute(bot, request)
      if (bot.status !== 200) return new Response('', { status: bot.status })
      return receive(bot, await request.text(), Object.fromEntries(request.headers))
    },
  }
  return bot
}

async function receive(bot: TinyBot, raw: string, headers: Record<string, string>) {
  const { isChallenge, challenge } = generateChallenge(JSON.parse(raw), { encryptKey })
  if (isChallenge) return Response.json(challenge)
  const take = async (data: Record<string, unknown>) => {
    bot.received.push(data)
    return bot.answer(data)
  }
  type Handles = Record<string, typeof take>
  const dispatcher = new EventDispatcher({ encryptKey, loggerLevel: LoggerLevel.error })
  dispatcher.register<Handles>({
    'im.message.receive_v1': take,
    'im.message.recalled_v1': take,
    'im.chat.member.bot.added_v1': take,
    'im.chat.member.bot.deleted_v1': take,
    'card.action.trigger': take,
  })
  // The SDK reads the headers from the prototype and signs everything else.
  const data: unknown = Object.assign(Object.create({ headers }), JSON.parse(raw))
  const answer: unknown = await dispatcher.invoke(data)
  if (answer instanceof Response) return answer
  // `undefined` is the SDK's word for a bad signature.
  return answer === undefined ? new Response('', { status: 401 }) : Response.json(answer)
}

async function clockRoute({ clock }: TinyBot, request: Request) {
  if (clock === undefined) return new Response('', { status: 404 })
  if (request.method === 'POST') {
    const { now } = (await request.json()) as { now: string }
    clock.now = Date.parse(now)
    clock.ran.push(...clock.due.filter((at) => at <= clock.now))
    clock.due = clock.due.filter((at) => at > clock.now)
  }
  const next = clock.due.length === 0 ? null : new Date(Math.min(...clock.due)).toISOString()
  return Response.json({ now: new Date(clock.now).toISOString(), next })
}

export interface Stage {
  fs: Emulator
  bot: TinyBot
}

/** An emulator and a bot in one process, gone at the end of the block. */
export async function stage(
  options: Partial<EmulatorOptions> = {},
): Promise<Stage & AsyncDisposable> {
  const bot = createTinyBot()
  const fs = await startEmulator({ seed, limits: false, waitMs: 2000, ...options })
  await fs.connectBot({ url: 'http://bot.test', fetch: bot.fetch })
  return { fs, bot, [Symbol.asyncDispose]: () => fs.close() }
}
