import type { Delivery } from './wire.ts'

/** 《事件概述》: pushed again 15 s, 5 min, 1 h and 6 h after a failure, then never. */
export const RETRY_AFTER_MS = [15_000, 300_000, 3_600_000, 21_600_000]

export interface PendingEvent extends Delivery {
  envelope: unknown
}

/** Events the bot has not accepted. */
export interface Retries {
  pending: Map<string, PendingEvent>
  /** Being pushed right now: the wall timer and a clock walk may meet at the same row. */
  trying: Set<string>
  timer?: NodeJS.Timeout
}

export function createRetries(): Retries {
  return { pending: new Map(), trying: new Set() }
}

export function nextRetryAt({ pending }: Retries): number | undefined {
  const moments = [...pending.values()].map(({ nextAt }) => nextAt)
  return moments.length === 0 ? undefined : Math.min(...moments)
}

export function deliveriesOf({ pending }: Retries): Delivery[] {
  return [...pending.values()].map(({ eventId, type, attempt, nextAt, lastError }) => ({
    eventId,
    type,
    attempt,
    nextAt,
    lastError,
  }))
}
