import { useState } from 'preact/hooks'
import type { MoveClock } from '../../wire.ts'
import type { Notify } from '../parts/toast.tsx'
import { moveClock } from '../state/api.ts'
import { stampOf } from '../state/shanghai-time.ts'

export interface ClockMover {
  moving: boolean
  move: (by: MoveClock) => void
}

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS
/** A clock that ticks moves by itself; a jump is more than that. */
const JUMP_MS = 1000

/** A jump walks through everything due on its way, so it may take a while: one at a time. */
export const useClock = (before: number, notify: Notify): ClockMover => {
  const [moving, setMoving] = useState(false)
  const move = async (by: MoveClock): Promise<void> => {
    setMoving(true)
    try {
      const { now } = await moveClock(by)
      if (now - before > JUMP_MS) notify('info', `现在是 ${stampOf(now)}`)
      else notify('info', '眼下没有等待到期的事')
    } catch (error) {
      notify('error', `时间没有移动：${error instanceof Error ? error.message : ''}`)
    } finally {
      setMoving(false)
    }
  }
  return {
    moving,
    move: (by) => {
      if (!moving) void move(by)
    },
  }
}
