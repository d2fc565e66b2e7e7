import type { Card } from '../feishu/port.ts'
import * as cardMessages from '../db/card-messages.ts'
import type { Conn } from '../db/connect.ts'
import * as organisations from '../db/organisations.ts'
import * as outbox from '../db/outbox.ts'
import { draftCard } from '../../cards/draft.ts'
import { slipOf, type View } from '../domain/view.ts'
import type { CallbackAnswer } from '../feishu/callback-answer.ts'
import { PRIORITY } from './announce.ts'
import type { Deps } from './deps.ts'
import { readDraftCard } from './read-draft-card.ts'
import { renderCard } from './render-card.ts'

/** What a press came to: a toast, and what becomes of the card on the screen. */
export interface Pressed {
  toast?: NonNullable<CallbackAnswer['toast']>
  /** `same`: it keeps what the person has typed. `fresh`: as the state is now. `editing`: the draft as a form. */
  show: 'same' | 'fresh' | { editing: string }
  /** Shown fresh when the pressed message is none that follows its slip. */
  fallback?: View
}

/** The answer to a press, rendered after everything has been committed. */
export async function renderPressed(
  deps: Deps,
  messageId: string,
  { toast, show, fallback }: Pressed,
): Promise<CallbackAnswer> {
  const card = await cardToShow(deps, messageId, show, fallback)
  return { ...(toast ? { toast } : {}), ...(card ? { card } : {}) }
}

async function cardToShow(
  deps: Deps,
  messageId: string,
  show: Pressed['show'],
  fallback: View | undefined,
): Promise<Card | undefined> {
  if (show === 'same') return undefined
  const current = await organisations.current(deps.db)
  if (!current) return undefined
  const org = current.organisation
  if (show !== 'fresh') {
    const reading = await readDraftCard(deps, deps.db, org, show.editing, true)
    return reading && draftCard(reading)
  }
  const view = (await cardMessages.find(deps.db, messageId))?.view ?? fallback
  return view && renderCard(deps, deps.db, org, view)
}

/** Brings the card that was pressed up to date by patch, for when no answer carries it. */
export async function patchPressed(deps: Deps, conn: Conn, messageId: string): Promise<void> {
  const shown = await cardMessages.find(conn, messageId)
  if (!shown) return
  const { chatId, view } = shown
  await outbox.enqueuePatch(conn, patchOf(messageId, chatId, view), deps.clock.now())
}

const patchOf = (messageId: string, lane: string, view: View): outbox.Patch => ({
  messageId,
  lane,
  view,
  slipId: slipOf(view),
  priority: PRIORITY.click,
})
