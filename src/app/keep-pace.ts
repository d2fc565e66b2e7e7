import type { ClaimedMessage } from '../db/outbox.ts'
import { reserve } from '../db/pace.ts'
import type { Deps } from './deps.ts'

/** 《频控策略》: 5 a second per group and per person, 50 a second per app and API; one window may hold rate plus burst. */
const PER_LANE = { perSecond: 4, burst: 1 }
const PER_APP = { perSecond: 45, burst: 5 }

/** Books the next free slot of the destination and of the app, over all instances, and waits for it. */
export async function keepPace({ db }: Deps, { lane }: ClaimedMessage): Promise<void> {
  const waits = [
    await reserve(db, `lane/${lane}`, PER_LANE.perSecond, PER_LANE.burst),
    await reserve(db, 'app', PER_APP.perSecond, PER_APP.burst),
  ]
  const wait = Math.max(...waits)
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
}
