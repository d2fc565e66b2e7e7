import * as cardMessages from '../db/card-messages.ts'
import type { Tx } from '../db/connect.ts'
import * as drafts from '../db/drafts.ts'
import * as outbox from '../db/outbox.ts'
import type { Person } from '../domain/authority.ts'
import { refuse, type Refusal } from '../domain/decision.ts'
import { type Draft, objectionToDraft } from '../domain/draft.ts'
import type { Instant } from '../domain/time.ts'
import { PRIORITY } from './announce.ts'
import type { Scene } from './handle-command.ts'

/** Somebody at work on a draft. */
export interface Who {
  by: Person
  at: Instant
}

/** A draft locked for its inspector, or why not. `version`: the one they had before their eyes. */
export async function holdDraft(
  tx: Tx,
  id: string,
  by: Person,
  version?: number,
): Promise<Draft | { refused: Refusal }> {
  const draft = await drafts.loadForUpdate(tx, id)
  if (!draft) return { refused: refuse('I1', { is: 'draftChanged' }) }
  const objection = objectionToDraft(draft, by.id, version)
  return objection ? { refused: objection } : draft
}

/** Saves the next version of a draft and brings its other cards up to date. */
export async function saveNext(
  { tx, pressed }: Scene,
  held: Draft,
  change: Partial<Draft>,
  at: Instant,
): Promise<Draft> {
  const next: Draft = { ...held, ...change, version: held.version + 1 }
  if (!(await drafts.update(tx, next, held.version, at)))
    throw new Error(`draft ${held.id} changed under its own lock`)
  for (const { messageId, chatId, view } of await cardMessages.liveOfDraft(tx, held.id)) {
    const patch = { messageId, lane: chatId, view, slipId: undefined, priority: PRIORITY.slip }
    if (messageId !== pressed) await outbox.enqueuePatch(tx, patch, at)
  }
  return next
}
