import type { Instant } from '../domain/time.ts'

/** The one clock of the business: everything that is due or decided asks it. Signatures and leases use clocks of their own. */
export interface Clock {
  now(): Instant
}

export const systemClock: Clock = { now: () => Date.now() }

/** A clock that goes on ticking from wherever it was last set (DEV_CLOCK). */
export interface SettableClock extends Clock {
  set(at: Instant): void
}

export function settableClock(wall: () => Instant = Date.now, startAhead = 0): SettableClock {
  let ahead = startAhead
  return {
    now: () => wall() + ahead,
    set: (at) => {
      ahead = at - wall()
    },
  }
}

/** A clock that stands still until it is set: for tests that tell a story minute by minute. */
export function standingClock(at: Instant): SettableClock {
  let moment = at
  return {
    now: () => moment,
    set: (next) => {
      moment = next
    },
  }
}
