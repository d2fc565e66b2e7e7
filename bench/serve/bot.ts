import { createAdaptorServer } from '@hono/node-server'
import { Server } from 'node:http'
import { settableClock } from '../../src/app/clock.ts'
import { createBot, type BotSettings } from '../../src/bot.ts'
import { openDatabase } from '../../src/db/connect.ts'
import { createLog } from '../../src/log.ts'
import { listenFor, settings } from './answer-parent.ts'

export interface ServeBot {
  databaseUrl: string
  feishu: BotSettings['feishu']
  /** The moment the business clock starts from; it ticks from there. */
  at: number
  /** Also work off what was received. Otherwise another instance is taken to do so. */
  pump: boolean
}

/** The bot as `main.ts` puts it together, on a business clock of the story's. */
const { databaseUrl, feishu, at, pump } = settings<ServeBot>()
const clock = settableClock(Date.now, at - Date.now())
const { db } = openDatabase(databaseUrl)
const bot = createBot({ db, clock, feishu, log: createLog('warn') })
if (pump) bot.pump.start()
const server = createAdaptorServer({ fetch: bot.app.fetch, hostname: '127.0.0.1' })
if (!(server instanceof Server)) throw new Error('not an HTTP/1 server')
listenFor(server)
