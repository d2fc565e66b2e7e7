import * as cardMessages from '../db/card-messages.ts'
import * as drafts from '../db/drafts.ts'
import type { Tx } from '../db/connect.ts'
import type { Person } from '../domain/authority.ts'
import { refuse, type Refusal } from '../domain/decision.ts'
import { completed, type Draft, missingCells, objectionToDraft } from '../domain/draft.ts'
import { findSite, findUnit } from '../domain/organisation.ts'
import type { Instant } from '../domain/time.ts'
import type { CardPressed } from '../feishu/inbound.ts'
import type { Result } from './answer-press.ts'
import type { Deps } from './deps.ts'
import { issueSlip, type Scene } from './handle-command.ts'
import { dayIn, findingsOf, textIn } from './read-form.ts'

interface Who {
  by: Person
  at: Instant
}

/** 修改: shows the draft as a form; nothing is written. */
export async function editDraft({ tx }: Scene, id: string, by: Person): Promise<Result> {
  const held = await hold(tx, id, by)
  return 'refused' in held ? held : { show: { editing: id } }
}

/** 保存. */
export async function saveDraft(
  deps: Deps,
  { tx, org }: Scene,
  id: string,
  { by, at, form }: Who & { form: CardPressed['form'] },
): Promise<Result> {
  const held = await hold(tx, id, by)
  if ('refused' in held) return held
  // A long registry is typed into, a short one chosen from.
  const unit = findUnit(org, textIn(form, 'unit'))
  const site = textIn(form, 'site')
  const content = {
    colour: held.content.colour,
    unit: unit?.code,
    unitTyped: unit ? undefined : textIn(form, 'unit') || undefined,
    site: site === '' ? undefined : ((unit && findSite(unit, site)) ?? site),
    subject: textIn(form, 'subject') || undefined,
    inspectedOn: dayIn(form, 'inspectedOn') || undefined,
    findings: findingsOf(form, held.content.findings),
  }
  await drafts.update(tx, { ...held, content, version: held.version + 1 }, held.version, at)
  const incomplete = missingCells(content).length > 0
  return { show: incomplete ? { editing: id } : 'fresh' }
}

/** 取消. */
export async function cancelDraft({ tx }: Scene, id: string, { by, at }: Who): Promise<Result> {
  const held = await hold(tx, id, by)
  if ('refused' in held) return held
  await drafts.update(
    tx,
    { ...held, state: 'cancelled', version: held.version + 1 },
    held.version,
    at,
  )
  return { show: 'fresh' }
}

/** 签发: the draft becomes a slip under the next serial, exactly as the inspector saw it. */
export async function issueDraft(
  deps: Deps,
  scene: Scene,
  { draft: id, version }: { draft: string; version: number },
  { by, at }: Who,
): Promise<Result> {
  const held = await hold(scene.tx, id, by, version)
  if ('refused' in held) return held
  const content = completed(held.content)
  if (!content)
    return { refused: refuse('A2', { is: 'missing', fields: missingCells(held.content) }) }
  const slip = deps.newId()
  const outcome = await issueSlip(deps, scene, slip, { content, inspector: by.id, by, at })
  if ('refused' in outcome) return { refused: outcome.refused }
  const issued: Draft = { ...held, state: 'issued', slip, version: held.version + 1 }
  await drafts.update(scene.tx, issued, held.version, at)
  // From now on the inspector's card follows the slip.
  await cardMessages.tieToSlip(scene.tx, id, slip)
  return { show: 'fresh' }
}

async function hold(
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
