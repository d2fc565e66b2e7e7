import { useState } from 'preact/hooks'
import type { MoveClock } from '../../wire.ts'
import { moveClock } from '../state/api.ts'

export interface ClockMover {
  moving: boolean
  /** Why the last move did not happen. */
  failure: string | undefined
  move(by: MoveClock): void
}

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS

/** A jump walks through everything due on its way, so it may take a while: one at a time. */
export const useClock = (): ClockMover => {
  const [moving, setMoving] = useState(false)
  const [failure, setFailure] = useState<string>()
  return {
    moving,
    failure,
    move: (by) => {
      if (moving) return
      setMoving(true)
      setFailure(undefined)
      moveClock(by)
        .catch((error: Error) => setFailure(error.message))
        .finally(() => setMoving(false))
    },
  }
}
