/** The platform's own time: message times, 14-day windows, retries. It ticks on from wherever it was set. */
export interface Clock {
  now(): number
  /** Stands still at `at` until the next `set`: what happens during a walk carries the moment it fell due. */
  hold(at: number): void
  set(at: number): void
  held(): boolean
}

export function createClock(start: number): Clock {
  let base = start
  let since: number | undefined = performance.now()
  return {
    now: () => Math.floor(base + (since === undefined ? 0 : performance.now() - since)),
    hold(at) {
      base = at
      since = undefined
    },
    set(at) {
      base = at
      since = performance.now()
    },
    held: () => since === undefined,
  }
}
