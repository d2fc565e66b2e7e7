import * as outbox from '../db/outbox.ts'
import * as timers from '../db/timers.ts'
import { nextReceiptAt } from '../domain/audit.ts'
import type { Instant } from '../domain/time.ts'
import type { SettableClock } from './clock.ts'
import type { Deps } from './deps.ts'
import type { Pump } from './pump.ts'

/** When the next thing falls due, after now. */
export async function nextDue({ db, clock, calendar }: Deps): Promise<Instant | null> {
  const now = clock.now()
  const moments = [
    await timers.nextDueAt(db),
    await outbox.nextDueAt(db, now),
    nextReceiptAt(calendar, now),
  ]
  const later = moments.filter((moment) => moment !== undefined && moment > now)
  return later.length > 0 ? Math.min(...later.map(Number)) : null
}

/** Moves the clock, stopping at everything that falls due on the way so that each happens at its own moment. */
export async function moveClock(
  deps: Deps,
  clock: SettableClock,
  pump: Pump,
  to: Instant,
): Promise<void> {
  await pump.run()
  for (let next = await nextDue(deps); next !== null && next <= to; next = await nextDue(deps)) {
    clock.set(next)
    await pump.run()
  }
  clock.set(to)
  await pump.run()
}
