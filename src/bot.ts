import type { Hono } from 'hono'
import { randomUUID } from 'node:crypto'
import { checkHealth } from './app/check-health.ts'
import type { Clock, SettableClock } from './app/clock.ts'
import { createLaw } from './app/current-law.ts'
import { type Deps, inForce } from './app/deps.ts'
import { auditWithHeartbeat } from './app/heartbeat.ts'
import { loadCalendar } from './app/load-calendar.ts'
import { moveClock, nextDue } from './app/move-clock.ts'
import { createNames } from './app/names.ts'
import { createPump, type Pump } from './app/pump.ts'
import { pressedLate, receiveEvent, receivePress } from './app/receive-event.ts'
import type { Db } from './db/connect.ts'
import { RULE_BOOK_2026 } from './domain/rule-book-2026.ts'
import { createFeishu } from './feishu/client.ts'
import type { Log } from './feishu/log.ts'
import type { VerifySettings } from './feishu/verify.ts'
import { createApp } from './http/app.ts'

export interface BotSettings {
  db: Db
  clock: Clock
  /** The same clock, when it may be moved from outside (DEV_CLOCK). */
  devClock?: SettableClock
  feishu: VerifySettings & { appId: string; appSecret: string; domain: string }
  log: Log
  /** Called when the morning's audit found nothing. */
  heartbeatUrl?: string | undefined
}

/** A whole bot, put together; it has no port and no database of its own. */
export interface Bot {
  app: Hono
  pump: Pump
  deps: Deps
}

export function createBot(options: BotSettings): Bot {
  const { db, clock, devClock, feishu: settings, log, heartbeatUrl } = options
  const feishu = createFeishu({ ...settings, log })
  const deps: Deps = {
    db,
    feishu,
    clock,
    law: createLaw(db),
    calendar: loadCalendar(),
    ruleBooks: [RULE_BOOK_2026],
    names: createNames(feishu),
    newId: randomUUID,
    log,
    wake: () => pump.wake(),
  }
  const pump = createPump(deps, Date.now, auditWithHeartbeat(heartbeatUrl, log))
  const app = createApp({
    feishu: settings,
    wallClock: Date.now,
    receive: (event, raw) => receiveEvent(deps, event, raw),
    press: (press, raw) => receivePress(deps, press, raw),
    pressedLate: (press) => pressedLate(deps, press),
    health: async () => checkHealth(await inForce(deps).catch(() => deps), pump),
    log,
    ...(devClock ? { devClock: devClockOf(deps, devClock, pump) } : {}),
  })
  return { app, pump, deps }
}

const devClockOf = (deps: Deps, clock: SettableClock, pump: Pump) => ({
  now: () => clock.now(),
  next: () => nextDue(deps),
  moveTo: (moment: number) => moveClock(deps, clock, pump, moment),
})
