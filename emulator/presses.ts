import { randomBytes } from 'node:crypto'
import { Refusal } from './errors.ts'

const TOKEN_LIFE_MS = 30 * 60_000
const TOKEN_USES = 2
const SWEEP_AT = 1000

interface CardToken {
  message: string
  issuedAt: number
  uses: number
}

/** Which cards are being pressed just now, and the update tokens that presses gave out. */
export interface Presses {
  begin(message: string, person: string): void
  end(message: string, person: string): void
  pressing(message: string, person: string): boolean
  locked(message: string): boolean
  issueToken(message: string, now: number): string
  /** The message a `c-` token may update; throws the platform's own code. */
  spendToken(token: string, now: number): string
}

export function createPresses(): Presses {
  const inFlight = new Map<string, Set<string>>()
  const tokens = new Map<string, CardToken>()
  return {
    begin: (message, person) =>
      void inFlight.set(message, new Set([...(inFlight.get(message) ?? []), person])),
    end(message, person) {
      const people = inFlight.get(message)
      people?.delete(person)
      if (people?.size === 0) inFlight.delete(message)
    },
    pressing: (message, person) => inFlight.get(message)?.has(person) ?? false,
    locked: (message) => inFlight.has(message),
    issueToken(message, now) {
      if (tokens.size > SWEEP_AT) sweep(tokens, now)
      const token = `c-${randomBytes(20).toString('hex')}`
      tokens.set(token, { message, issuedAt: now, uses: 0 })
      return token
    },
    spendToken(token, now) {
      const found = tokens.get(token)
      if (found === undefined) throw new Refusal(300020)
      if (now - found.issuedAt > TOKEN_LIFE_MS) throw new Refusal(300030)
      if (found.uses >= TOKEN_USES) throw new Refusal(300040)
      found.uses += 1
      return found.message
    },
  }
}

function sweep(tokens: Map<string, CardToken>, now: number): void {
  for (const [token, { issuedAt }] of tokens) {
    if (now - issuedAt > TOKEN_LIFE_MS) tokens.delete(token)
  }
}
