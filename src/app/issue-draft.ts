import * as cardMessages from '../db/card-messages.ts'
import * as drafts from '../db/drafts.ts'
import * as outbox from '../db/outbox.ts'
import { refuse, type Refusal } from '../domain/decision.ts'
import { completed, type Draft, groundsOf, missingCells } from '../domain/draft.ts'
import type { SlipContent } from '../domain/slip.ts'
import { PRIORITY } from './announce.ts'
import type { Result } from './answer-press.ts'
import type { Deps } from './deps.ts'
import { findEarlier } from './earlier-slips.ts'
import { handleCommand, issueSlip, type Scene } from './handle-command.ts'
import { holdDraft, saveNext, type Who } from './hold-draft.ts'
import { rulesAt } from './rule-books.ts'

interface Seen {
  draft: string
  /** The version on the card that was pressed. */
  version: number
}

/** 签发: a slip under the next serial, exactly as the inspector saw it; an orange goes to the director first, a correction to its slip. */
export async function issueDraft(deps: Deps, scene: Scene, seen: Seen, who: Who): Promise<Result> {
  const held = await holdDraft(scene.tx, seen.draft, who.by, seen.version)
  if ('refused' in held) return held
  const content = completed(held.content)
  if (!content)
    return { refused: refuse('A2', { is: 'missing', fields: missingCells(held.content) }) }
  const unjudged = await repeatUnjudged(deps, scene, held, who)
  if (unjudged) return { refused: unjudged }
  if (held.content.corrects) return correct(deps, scene, held, { ...who, content })
  if (content.colour === 'orange') return askDirector(scene, held, who)
  return issue(deps, scene, held, { ...who, content })
}

/** D5: earlier slips about the same problem want a human's word before this one goes out. */
async function repeatUnjudged(
  deps: Deps,
  { tx }: Scene,
  { content }: Draft,
  { at }: Who,
): Promise<Refusal | undefined> {
  if (content.repeat) return undefined
  const { earlier } = await findEarlier(tx, rulesAt(deps.ruleBooks, at), content, at)
  return earlier.length > 0 ? refuse('D5', { is: 'repeatUnjudged' }) : undefined
}

interface Issuing extends Who {
  content: SlipContent
}

async function issue(
  deps: Deps,
  scene: Scene,
  held: Draft,
  { content, by, at }: Issuing,
): Promise<Result> {
  const slip = deps.newId()
  const grounds = groundsOf(held.content)
  const { repeat, inspector } = { repeat: held.content.repeat, inspector: held.inspector }
  const reasons = { ...(grounds ? { grounds } : {}), ...(repeat ? { repeat } : {}) }
  const order = { content, inspector, ...reasons, by, at }
  const outcome = await issueSlip(deps, scene, slip, order)
  if ('refused' in outcome) return { refused: outcome.refused }
  const draft = await saveNext(scene, held, { state: 'issued', slip }, at)
  // From now on the inspector's card follows the slip.
  await cardMessages.tieToSlip(scene.tx, held.id, slip)
  return { show: 'fresh', draft }
}

async function correct(
  deps: Deps,
  scene: Scene,
  held: Draft,
  { content, by, at }: Issuing,
): Promise<Result> {
  const { corrects: slip = '', reason = '' } = held.content
  const command = { type: 'correct' as const, content, reason, by, at }
  const outcome = await handleCommand(deps, scene, slip, command)
  if ('refused' in outcome) return { refused: outcome.refused }
  const draft = await saveNext(scene, held, { state: 'issued', slip }, at)
  await cardMessages.tieToSlip(scene.tx, held.id, slip)
  return { show: 'fresh', draft }
}

/** I4, D8: an orange that no blue led to wants the director's signature. */
async function askDirector(scene: Scene, held: Draft, { at }: Who): Promise<Result> {
  const draft = await saveNext(scene, held, { state: 'awaiting' }, at)
  const { chat } = scene.org.office
  const message = {
    key: `draft/${held.id}/${held.version}`,
    lane: chat,
    kind: 'send' as const,
    destination: { type: 'chat_id' as const, id: chat },
    view: { card: 'draftApproval' as const, draft: held.id },
    slipId: undefined,
    priority: PRIORITY.slip,
    notBefore: at,
  }
  await outbox.enqueue(scene.tx, message, at)
  return { show: 'fresh', draft }
}

/** The director signs: now it is issued, in the inspector's name and by the director's press. */
export async function approveDraft(
  deps: Deps,
  scene: Scene,
  { draft, version }: Seen,
  who: Who,
): Promise<Result> {
  const held = await holdAwaiting(scene, draft, who, version)
  if ('refused' in held) return held
  const content = completed(held.content)
  if (!content)
    return { refused: refuse('A3', { is: 'missing', fields: missingCells(held.content) }) }
  return issue(deps, scene, held, { ...who, content })
}

/** The director does not sign, for a stated reason. */
export async function declineDraft(
  scene: Scene,
  id: string,
  { reason, ...who }: Who & { reason: string },
): Promise<Result> {
  const held = await holdAwaiting(scene, id, who)
  if ('refused' in held) return held
  if (reason === '') return { refused: refuse('D3', { is: 'missing', fields: ['reason'] }) }
  const content = { ...held.content, declined: reason }
  await saveNext(scene, held, { state: 'declined', content }, who.at)
  return { show: 'fresh' }
}

async function holdAwaiting(
  { tx }: Scene,
  id: string,
  { by }: Who,
  version?: number,
): Promise<Draft | { refused: Refusal }> {
  if (!by.roles.includes('director')) return { refused: refuse('D3', { is: 'notDirector' }) }
  const draft = await drafts.loadForUpdate(tx, id)
  if (!draft || (version !== undefined && draft.version !== version))
    return { refused: refuse('I4', { is: 'draftChanged' }) }
  if (draft.state === 'awaiting') return draft
  const { state } = draft
  return {
    refused: refuse('I4', state === 'open' ? { is: 'draftChanged' } : { is: 'draftDone', state }),
  }
}
