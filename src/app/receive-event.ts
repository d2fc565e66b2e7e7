import { stillWorkingText } from '../../cards/toast.ts'
import type { Tx } from '../db/connect.ts'
import type { ClaimedArrival } from '../db/inbox.ts'
import * as inbox from '../db/inbox.ts'
import { storeEvent } from '../db/inbox-batch.ts'
import type { Organisation } from '../domain/organisation.ts'
import type { CallbackAnswer } from '../feishu/callback-answer.ts'
import type { CardPressed, Inbound } from '../feishu/inbound.ts'
import { answerPress } from './answer-press.ts'
import { type Deps, inForce } from './deps.ts'
import { inTurn } from './in-turn.ts'
import { patchPressed, type Pressed, renderPressed } from './render-pressed.ts'

/** A press is held for the request that answers it; a killed process leaves it to the loop after this long. */
const PRESS_HOLD_MS = 10_000

/** Stores an event before Feishu is answered; the loop works it off. A repeated delivery changes nothing. */
export async function receiveEvent(deps: Deps, event: Inbound, raw: unknown): Promise<void> {
  const stored = await storeEvent(deps.db, arrivalOf(deps, event, raw))
  if (stored.outcome === 'new') deps.wake()
}

/** Stores a press, works it off at once and says what to show. A repeated one is answered as the first was. */
export async function receivePress(
  deps: Deps,
  press: CardPressed,
  raw: unknown,
): Promise<CallbackAnswer> {
  const arrival = arrivalOf(deps, press, raw)
  const stored = await inbox.store(deps.db, arrival, PRESS_HOLD_MS)
  if (stored.outcome === 'known') return asAnswer(stored.answer)
  const claim: ClaimedArrival = { ...arrival, ...stored, attempts: 1 }
  const now = await inForce(deps)
  const work = (tx: Tx, org: Organisation | undefined) =>
    answerPress(now, { tx, org, pressed: press.messageId }, press, arrival.receivedAt)
  // Kept and given back: the loop will carry it out, so nobody must be told to press again.
  const pressed = await inTurn(now, claim, work).catch(() => undefined)
  deps.wake()
  if (!pressed) return STILL_WORKING
  return renderPressed(now, press.messageId, pressed).catch(() => toastOf(pressed))
}

const STILL_WORKING: CallbackAnswer = { toast: { type: 'info', content: stillWorkingText } }

/** It is done; only the new card could not be drawn, and the patch that follows will show it. */
const toastOf = ({ toast }: Pressed): CallbackAnswer => (toast ? { toast } : {})

/** The press was done too late for its answer to be seen: the card it came from is patched instead. */
export async function pressedLate(deps: Deps, press: CardPressed): Promise<void> {
  await patchPressed(deps, deps.db, press.messageId)
  deps.wake()
}

const arrivalOf = (deps: Deps, event: Inbound, raw: unknown): inbox.Arrival => ({
  eventId: event.eventId,
  semanticKey: event.semanticKey,
  kind: event.kind,
  // What happens in one chat is worked off in order.
  lane: 'chatId' in event ? event.chatId : event.eventId,
  payload: raw,
  receivedAt: deps.clock.now(),
})

/** The inbox keeps what was answered as JSON; we wrote it ourselves. */
const asAnswer = (stored: unknown): CallbackAnswer => (stored ?? {}) as CallbackAnswer
