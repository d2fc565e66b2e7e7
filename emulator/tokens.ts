import { randomBytes } from 'node:crypto'
import { Refusal } from './errors.ts'

const LIFETIME_MS = 7200_000
/** With this much left the same token is handed out again; below it a new one lives beside the old. */
const RENEW_BELOW_MS = 1800_000

/** On the wall clock: the SDK caches by `Date.now()`, so a token that died in virtual time would kill every later call. */
export interface Tokens {
  issue(): { token: string; expire: number }
  /** Throws the platform's own code when the header is missing, malformed or dead. */
  check(authorization: string | undefined): void
}

export function createTokens(): Tokens {
  const expiries = new Map<string, number>()
  let current = ''

  return {
    issue() {
      const now = Date.now()
      const left = (expiries.get(current) ?? 0) - now
      if (left >= RENEW_BELOW_MS) return { token: current, expire: Math.floor(left / 1000) }
      current = `t-g1${randomBytes(18).toString('hex')}`
      expiries.set(current, now + LIFETIME_MS)
      return { token: current, expire: LIFETIME_MS / 1000 }
    },
    check(authorization) {
      const token = authorization?.replace(/^Bearer /, '') ?? ''
      if (token === '') throw new Refusal(99991661)
      if (!/^[tu]-/.test(token)) throw new Refusal(99991671)
      if ((expiries.get(token) ?? 0) <= Date.now()) throw new Refusal(99991663)
    },
  }
}
