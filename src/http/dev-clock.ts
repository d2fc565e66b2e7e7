import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone.js'
import utc from 'dayjs/plugin/utc.js'
import { Hono } from 'hono'
import { z } from 'zod'

/** The bot's clock under DEV_CLOCK=1. */
export interface DevClock {
  now(): number
  /** When the next thing falls due. */
  next(): Promise<number | null>
  /** Runs everything that falls due on the way, in order; resolves when done. */
  moveTo(moment: number): Promise<void>
}

dayjs.extend(utc)
dayjs.extend(timezone)

/** A moment without a zone is meant in this one. */
const BUSINESS_ZONE = 'Asia/Shanghai'
const Move = z.object({ now: z.iso.datetime({ offset: true, local: true }) })
const HAS_ZONE = /(?:Z|[+-]\d{2}:?\d{2})$/

export function createDevClock(clock: DevClock): Hono {
  const devClock = new Hono()
  devClock.get('/', async (c) => {
    const next = await clock.next()
    return c.json({ now: iso(clock.now()), next: next === null ? null : iso(next) })
  })
  devClock.post('/', async (c) => {
    const body: unknown = await c.req.json().catch(() => undefined)
    const move = Move.safeParse(body)
    if (!move.success) {
      return c.json({ error: '请发送 {"now":"<ISO 时间>"}，例如 2026-11-23T09:00:00+08:00' }, 400)
    }
    const text = move.data.now
    const moment = (HAS_ZONE.test(text) ? dayjs(text) : dayjs.tz(text, BUSINESS_ZONE)).valueOf()
    const now = clock.now()
    if (moment < now) {
      return c.json({ error: `时钟只能向前拨：现在是 ${iso(now)}，不能回到 ${iso(moment)}` }, 400)
    }
    await clock.moveTo(moment)
    return c.json({ now: iso(clock.now()) })
  })
  return devClock
}

function iso(moment: number): string {
  return new Date(moment).toISOString()
}
