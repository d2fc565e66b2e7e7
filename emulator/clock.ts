/** The platform's own time: message times, 14-day windows, retries. A ticking one goes on from wherever it was set. */
export interface Clock {
  now(): number
  /** Stands still at `at` until the next `set`: what happens during a walk carries the moment it fell due. */
  hold(at: number): void
  set(at: number): void
  held(): boolean
}

export function createClock(start: number, ticking: boolean): Clock {
  const onset = () => (ticking ? performance.now() : undefined)
  let base = start
  let since = onset()
  return {
    now: () => Math.floor(base + (since === undefined ? 0 : performance.now() - since)),
    hold(at) {
      base = at
      since = undefined
    },
    set(at) {
      base = at
      since = onset()
    },
    held: () => since === undefined,
  }
}
