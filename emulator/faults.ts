import type { Code } from './errors.ts'

/** Bad weather on request, for the promises a bot makes about it. */
export type Fault = {
  /** `POST /im/v1/messages`, `PATCH /im/v1/messages/:id`, as in coverage.ts; or `deliver im.message.receive_v1`. */
  at: string
  /** How often; default once. */
  times?: number
} & What

type What =
  /** Refused with the platform's own words. */
  | { code: Code }
  /** A bare HTTP answer, as from a gateway in trouble. */
  | { status: 500 | 502 | 503 | 504 }
  /** The line is cut: before anything was done, or after everything was done and only the answer is lost. */
  | { cut: 'before' | 'after' }
  /** An event that was accepted is pushed once more: delivery is at-least-once. */
  | { twice: true }

export interface Faults {
  add(fault: Fault): void
  /** The fault to suffer now, used up by one. */
  take(at: string): Fault | undefined
  clear(): void
}

export function createFaults(): Faults {
  let waiting: { fault: Fault; left: number }[] = []
  return {
    add: (fault) => void waiting.push({ fault, left: fault.times ?? 1 }),
    take(at) {
      const found = waiting.find(({ fault }) => fault.at === at)
      if (found === undefined) return undefined
      found.left -= 1
      waiting = waiting.filter(({ left }) => left > 0)
      return found.fault
    },
    clear: () => void (waiting = []),
  }
}
