import { sql } from 'drizzle-orm'
import * as heads from '../db/heads.ts'
import * as inbox from '../db/inbox.ts'
import * as outboxAccount from '../db/outbox-account.ts'
import { isSetRight } from '../domain/audit.ts'
import { type Day, dayOf, HOUR, MINUTE, yearOf } from '../domain/time.ts'
import type { Deps } from './deps.ts'
import type { Pump } from './pump.ts'

/** `ok: false` means: send this instance no work. `red`: a human must act, and the service goes on. */
export interface Check {
  ok: boolean
  red?: boolean
  detail: string
}

export interface Readiness {
  ok: boolean
  checks: Record<string, Check>
}

/** A turn takes milliseconds and comes every second; a minute without one is a scheduler that hangs. */
const TURN_MISSED_MS = MINUTE
const LATE_MS = 15 * MINUTE

/** What readiness rests on: the database answers, the scheduler turned, next year's calendar is known, nothing piles up. */
export async function checkHealth(
  deps: Deps,
  pump: Pump,
  wall: () => number = Date.now,
): Promise<Readiness> {
  const database = await deps.db.execute(sql`select 1`).then(
    () => ({ ok: true, detail: 'answers' }),
    () => ({ ok: false, detail: 'does not answer' }),
  )
  const checks = {
    database,
    scheduler: checkScheduler(wall() - pump.turnedAt()),
    calendar: checkCalendar(deps),
    ...(database.ok ? { backlog: await checkBacklog(deps), audit: await checkAudit(deps) } : {}),
  }
  return { ok: Object.values(checks).every((check) => check.ok), checks }
}

const checkScheduler = (idleMs: number): Check => ({
  ok: idleMs < TURN_MISSED_MS,
  detail: `last turn ${Math.round(idleMs / 1000)} s ago`,
})

/** The State Council publishes next year's days off in November; from then on their absence is red. */
const NOTICE_EXPECTED = '11-01'

function checkCalendar({ calendar, clock }: Deps): Check {
  const today = dayOf(clock.now())
  const missing = neededYears(today).filter((year) => !calendar.years.includes(year))
  if (missing.length === 0) return { ok: true, detail: calendar.version }
  return { ok: false, red: true, detail: `no holiday notice for ${missing.join(', ')}` }
}

const neededYears = (today: Day): number[] =>
  today.slice(5) >= NOTICE_EXPECTED ? [yearOf(today), yearOf(today) + 1] : [yearOf(today)]

async function checkBacklog({ db, clock }: Deps): Promise<Check> {
  const now = clock.now()
  const [received, sending] = [await inbox.backlog(db), await outboxAccount.backlog(db, now)]
  const oldest = Math.min(received.oldest ?? now, sending.oldest ?? now)
  const detail = `${received.open} received, ${sending.due} to send`
  return now - oldest < LATE_MS ? { ok: true, detail } : { ok: false, red: true, detail }
}

/** One a day, and a while for a large one; a bot that has just been started for the first time has none. */
const AUDIT_MISSED_MS = 25 * HOUR

async function checkAudit({ db, clock }: Deps): Promise<Check> {
  const last = await heads.last(db)
  if (!last) return { ok: true, detail: 'none yet' }
  const hours = Math.round((clock.now() - last.at) / HOUR)
  const detail = `${last.account.found} found ${hours} h ago`
  const well = clock.now() - last.at < AUDIT_MISSED_MS && last.account.finds.every(isSetRight)
  return well ? { ok: true, detail } : { ok: false, red: true, detail }
}
