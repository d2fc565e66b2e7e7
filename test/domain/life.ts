import type { Actor } from '../../src/domain/authority.ts'
import type { Order } from '../../src/domain/commands.ts'
import { decide } from '../../src/domain/decide.ts'
import { messagesOf, type Send } from '../../src/domain/effects.ts'
import type { SlipEvent } from '../../src/domain/events.ts'
import { evolve } from '../../src/domain/evolve.ts'
import { nextStep } from '../../src/domain/next-step.ts'
import type { Slip } from '../../src/domain/slip.ts'
import { HOUR, type Instant } from '../../src/domain/time.ts'
import { CALENDAR, RULES, SLIP } from './given.ts'
import { BY_RULE } from './people.ts'

/** One fact with the slip before and after it, and what was said of it. */
export interface Moment {
  before: Slip | undefined
  event: SlipEvent
  after: Slip
  said: readonly Send[]
  /** The fact before it in the same decision. */
  previous: SlipEvent | undefined
}

/** Hours pass, then somebody asks. `prompt`: timers run at their moment; else all at once when the bot is back. */
export interface Act {
  hours: number
  prompt: boolean
  order: Order
  by: Actor
}

/** A slip's whole life, lived through `decide` and `evolve` the way the bot does it. */
export class Life {
  readonly moments: Moment[] = []
  now: Instant

  constructor(begins: Instant) {
    this.now = begins
  }

  get slip(): Slip | undefined {
    return this.moments.at(-1)?.after
  }

  get events(): readonly SlipEvent[] {
    return this.moments.map((moment) => moment.event)
  }

  /** Lets time pass and everything run that falls due in it, then asks. */
  live({ hours, prompt, order, by }: Act): void {
    this.pass(this.now + Math.round(hours * HOUR), prompt)
    this.ask(order, by)
  }

  pass(until: Instant, prompt: boolean): void {
    for (let step = this.due(until); step; step = this.due(until)) {
      this.now = prompt ? Math.max(this.now, step.at) : until
      if (this.ask({ type: 'runStep', step: step.kind, orange: 'orange' }, BY_RULE) === 0)
        throw new Error(`the timer for ${step.kind} was void at its own time`)
    }
    this.now = Math.max(this.now, until)
  }

  /** Number of facts that followed. */
  ask(order: Order, by: Actor): number {
    const decision = decide(RULES, CALENDAR, this.slip, { ...order, by, at: this.now })
    if ('refused' in decision) return 0
    this.take(decision.accepted)
    return decision.accepted.length
  }

  private due(until: Instant) {
    const step = this.slip && nextStep(this.slip)
    return step && step.at <= until ? step : undefined
  }

  /** Folds the facts of one decision, or of a story that came before. */
  take(events: readonly SlipEvent[]): void {
    for (const [i, event] of events.entries()) {
      const before = this.slip
      const after = evolve(SLIP, before, event)
      const said = messagesOf(RULES, CALENDAR, after, event)
      this.moments.push({ before, event, after, said, previous: events[i - 1] })
    }
  }
}
