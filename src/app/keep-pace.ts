import type { ClaimedMessage } from '../db/outbox.ts'
import { reserve } from '../db/pace.ts'
import type { Deps } from './deps.ts'

/** 《频控策略》: 5 a second per group or person for messages, 5 a second per message for patches; one window holds rate plus burst. */
const PER_TARGET = { perSecond: 4, burst: 1 }
/** 50 a second per API and app. */
const PER_APP = { perSecond: 45, burst: 5 }

/** Books the next free slot of the target and of the app, over all instances, and waits for it. */
export async function keepPace({ db }: Deps, row: ClaimedMessage): Promise<void> {
  const waits = [
    await reserve(db, targetOf(row), PER_TARGET.perSecond, PER_TARGET.burst),
    await reserve(db, `app/${row.kind}`, PER_APP.perSecond, PER_APP.burst),
  ]
  const wait = Math.max(...waits)
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
}

const targetOf = ({ kind, lane, destination }: ClaimedMessage): string =>
  kind === 'patch' && 'messageId' in destination ? `patch/${destination.messageId}` : `lane/${lane}`
