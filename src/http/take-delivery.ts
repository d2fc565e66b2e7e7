import { pressFailedText, pressUnreadableText, stillWorkingText } from '../../cards/toast.ts'
import { callbackBody, type CallbackAnswer } from '../feishu/callback-answer.ts'
import type { CardPressed, Inbound } from '../feishu/inbound.ts'
import type { Log } from '../feishu/log.ts'
import { parseEvent } from '../feishu/parse-event.ts'
import { faultOf } from './fault.ts'

/** The platform gives a card press 3 s, the network included, and never asks again. */
const PRESS_BUDGET = 2_500

export interface DeliveryDeps {
  wallClock: () => number
  /** Stores the event. Feishu is answered after it; when it throws, Feishu delivers again. */
  receive(inbound: Inbound, raw: unknown): Promise<void>
  press(press: CardPressed, raw: unknown): Promise<CallbackAnswer>
  /** The press took longer than its budget: this is the answer nobody saw; the pressed card wants a patch. */
  pressedLate?(press: CardPressed, answer: CallbackAnswer): Promise<void>
  /** Workers: `ctx.waitUntil`, or the work would die with the answer. */
  keepAlive?(work: Promise<unknown>): void
  /** Milliseconds for a press. */
  budgetMs?: number
  log: Log
}

const STILL_WORKING: CallbackAnswer = {
  toast: { type: 'info', content: stillWorkingText },
}
const FAILED: CallbackAnswer = {
  toast: { type: 'error', content: pressFailedText },
}
const UNREADABLE: CallbackAnswer = {
  toast: { type: 'error', content: pressUnreadableText },
}

/** A verified event or callback, from the webhook or the long connection: stored, then answered with this body. */
export async function takeDelivery(
  deps: DeliveryDeps,
  plain: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const inbound = parseEvent(plain, deps.wallClock())
  if (inbound.kind === 'press') return callbackBody(await answerPress(deps, inbound, plain))
  if (inbound.kind === 'other' && inbound.problem !== undefined) {
    const { eventId, type, problem } = inbound
    deps.log.error({ eventId, type, problem }, 'event not understood, stored as it is')
  }
  await deps.receive(inbound, plain)
  const wasPress = inbound.kind === 'other' && inbound.type === 'card.action.trigger'
  return wasPress ? callbackBody(UNREADABLE) : {}
}

async function answerPress(
  deps: DeliveryDeps,
  press: CardPressed,
  plain: unknown,
): Promise<CallbackAnswer> {
  const work = deps.press(press, plain)
  const first = await withinBudget(work, deps.budgetMs ?? PRESS_BUDGET).catch((error: unknown) => {
    logFailure(deps, press, error)
    return FAILED
  })
  if (first !== undefined) return first
  deps.log.warn({ eventId: press.eventId }, 'press over its budget, answered before it was done')
  const late = work
    .then((answer) => deps.pressedLate?.(press, answer))
    .catch((error: unknown) => logFailure(deps, press, error))
  deps.keepAlive?.(late)
  return STILL_WORKING
}

async function withinBudget<T>(work: Promise<T>, budgetMs: number): Promise<T | undefined> {
  const { promise: spent, resolve } = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => resolve(undefined), budgetMs)
  try {
    return await Promise.race([work, spent])
  } finally {
    clearTimeout(timer)
  }
}

function logFailure(deps: DeliveryDeps, press: CardPressed, error: unknown): void {
  deps.log.error({ eventId: press.eventId, ...faultOf(error) }, 'press failed')
}
