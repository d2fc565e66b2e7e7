import { Refusal } from './errors.ts'

/** Ceilings per window; a test that is not about them switches them off with `false`. */
export type Limits = false | { perApiSecond: number; perApiMinute: number; perTargetSecond: number }

export const FEISHU_LIMITS = { perApiSecond: 50, perApiMinute: 1000, perTargetSecond: 5 }

/** Counts on the wall clock: a jump of the virtual clock must not forgive a flood. */
export interface Rates {
  /** Throws 429 / 99991400 with the gateway's headers. */
  api(name: string): void
  /** Throws 230020: one chat, one person or one message. */
  target(key: string): void
}

const SWEEP_AT = 10_000

interface Window {
  key: string
  ms: number
  limit: number
}

export function createRates(limits: Limits): Rates {
  const windows = new Map<string, { count: number; until: number }>()

  /** Milliseconds to wait, or undefined when the call fits. */
  const take = ({ key, ms, limit }: Window): number | undefined => {
    const now = performance.now()
    const current = windows.get(key)
    if (current === undefined || current.until <= now) {
      if (windows.size > SWEEP_AT) sweep(windows, now)
      windows.set(key, { count: 1, until: now + ms })
      return undefined
    }
    if (current.count >= limit) return current.until - now
    current.count += 1
    return undefined
  }

  const refuseApi = (limit: number, waitMs: number): never => {
    throw new Refusal(99991400, '', {
      'x-ogw-ratelimit-limit': String(limit),
      'x-ogw-ratelimit-reset': String(Math.ceil(waitMs / 1000)),
    })
  }

  return {
    api(name) {
      if (limits === false) return
      const checks = [
        { key: `s ${name}`, ms: 1000, limit: limits.perApiSecond },
        { key: `m ${name}`, ms: 60_000, limit: limits.perApiMinute },
      ]
      for (const check of checks) {
        const wait = take(check)
        if (wait !== undefined) refuseApi(check.limit, wait)
      }
    },
    target(key) {
      if (limits === false) return
      const wait = take({ key: `t ${key}`, ms: 1000, limit: limits.perTargetSecond })
      if (wait !== undefined) throw new Refusal(230020)
    },
  }
}

function sweep(windows: Map<string, { until: number }>, now: number): void {
  for (const [key, { until }] of windows) if (until <= now) windows.delete(key)
}
