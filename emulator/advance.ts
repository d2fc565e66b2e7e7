import { armRetries, runDueRetries } from './deliver.ts'
import { isRecord, parseJson, textOf } from './json.ts'
import type { Platform } from './platform.ts'
import { nextRetryAt } from './retries.ts'
import type { MoveClock } from './wire.ts'

/** A three-day jump may make the bot send hundreds of cards before it answers. */
const BOT_WALK_MS = 120_000
const BOT_READ_MS = 3000

interface BotClock {
  now: number
  next: number | undefined
}

/** Moves platform and bot together, stopping at each moment at which either has something due. */
export function moveClock(platform: Platform, move: MoveClock): Promise<number> {
  return platform.oneWalk(() => moveNow(platform, move))
}

async function moveNow(platform: Platform, move: MoveClock): Promise<number> {
  const { clock } = platform
  const from = clock.now()
  const target = await targetOf(platform, move)
  if (target === undefined || target < from) return from
  clock.hold(from)
  try {
    await walk(platform, target)
  } finally {
    clock.set(target)
    platform.bus.publish({ type: 'clock', now: target })
    armRetries(platform)
  }
  return target
}

async function walk(platform: Platform, target: number): Promise<void> {
  let reached = -Infinity
  for (;;) {
    const bot = (await readBotClock(platform))?.next
    // A bot that names the same moment again did not do its work; waiting for it would never end.
    const candidates = [
      nextRetryAt(platform.retries),
      bot !== undefined && bot > reached ? bot : undefined,
    ]
    const due = candidates.filter((at) => at !== undefined && at <= target)
    if (due.length === 0) break
    reached = Math.max(platform.clock.now(), Math.min(...due.filter((at) => at !== undefined)))
    await stop(platform, reached)
  }
  await stop(platform, target)
}

async function stop(platform: Platform, at: number): Promise<void> {
  platform.clock.hold(at)
  platform.bus.publish({ type: 'clock', now: at })
  await setBotClock(platform, at)
  await runDueRetries(platform)
}

async function targetOf(platform: Platform, move: MoveClock): Promise<number | undefined> {
  if ('to' in move) return move.to
  if ('by' in move) return platform.clock.now() + move.by
  const moments = [nextRetryAt(platform.retries), (await readBotClock(platform))?.next]
  const known = moments.filter((at) => at !== undefined)
  return known.length === 0 ? undefined : Math.max(platform.clock.now(), Math.min(...known))
}

/**
 * A fresh platform takes the bot's time; one that remembers a later moment brings the bot forward,
 * since a message may not be answered before it was sent.
 */
export async function alignClocks(
  platform: Platform,
  { fresh }: { fresh: boolean },
): Promise<void> {
  const bot = await readBotClock(platform)
  if (bot === undefined) return
  const own = platform.clock.now()
  if (!fresh && own > bot.now) return setBotClock(platform, own)
  platform.clock.set(bot.now)
  platform.bus.publish({ type: 'clock', now: bot.now })
  armRetries(platform)
}

/** Undefined for a bot without a clock route: then only the platform's own clock moves. */
async function readBotClock({ link }: Platform): Promise<BotClock | undefined> {
  if (!link.connected()) return undefined
  const answer = await link.call('clock', { method: 'GET' }, BOT_READ_MS)
  if (!('status' in answer) || answer.status !== 200) return undefined
  const body = parseJson(answer.text)
  if (!isRecord(body)) return undefined
  const now = Date.parse(textOf(body['now']) ?? '')
  const next = Date.parse(textOf(body['next']) ?? '')
  return Number.isNaN(now) ? undefined : { now, next: Number.isNaN(next) ? undefined : next }
}

async function setBotClock({ link }: Platform, at: number): Promise<void> {
  if (!link.connected()) return
  const body = JSON.stringify({ now: new Date(at).toISOString() })
  const headers = { 'content-type': 'application/json' }
  await link.call('clock', { method: 'POST', body, headers }, BOT_WALK_MS)
}
