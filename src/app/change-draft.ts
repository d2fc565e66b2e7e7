import * as cardMessages from '../db/card-messages.ts'
import * as drafts from '../db/drafts.ts'
import { refuse } from '../domain/decision.ts'
import { type DraftContent, missingCells } from '../domain/draft.ts'
import { findSite, findUnit, type Organisation } from '../domain/organisation.ts'
import { withTypes } from '../domain/read-draft.ts'
import type { Subject } from '../domain/rule-book.ts'
import type { Earlier } from '../domain/slip.ts'
import type { CardPressed } from '../feishu/inbound.ts'
import type { Result } from './answer-press.ts'
import type { Deps } from './deps.ts'
import type { Scene } from './handle-command.ts'
import { holdDraft, saveNext, type Who } from './hold-draft.ts'
import { sendPrivately } from './send-privately.ts'
import { dayIn, findingsOf, textIn } from './read-form.ts'
import { rulesAt } from './rule-books.ts'

type Form = CardPressed['form']

/** 修改: shows the draft as a form; nothing is written. Pressed in a list, the list stays and the draft is sent anew; the director gets what waits for their signature. */
export async function editDraft(scene: Scene, id: string, { by, at }: Who): Promise<Result> {
  const { pressed = '' } = scene
  const waiting = await drafts.find(scene.tx, id)
  if (waiting?.state === 'awaiting' && by.roles.includes('director')) {
    const view = { card: 'draftApproval' as const, draft: id }
    await sendPrivately(scene, { view, to: by.id, key: `sign/${pressed}/${waiting.version}` }, at)
    return { show: 'same' }
  }
  const held = await holdDraft(scene.tx, id, by)
  if ('refused' in held) return held
  const shown = await cardMessages.find(scene.tx, pressed)
  if (shown?.view.card === 'draft') return { show: { editing: id } }
  const view = { card: 'draft' as const, draft: id }
  await sendPrivately(scene, { view, to: by.id, key: `again/${pressed}/${held.version}` }, at)
  return { show: 'same' }
}

/** 保存. */
export async function saveDraft(
  deps: Deps,
  scene: Scene,
  id: string,
  { by, at, form }: Who & { form: Form },
): Promise<Result> {
  const held = await holdDraft(scene.tx, id, by)
  if ('refused' in held) return held
  const { subjects } = rulesAt(deps.ruleBooks, at)
  const content = filledIn(scene.org, subjects, held.content, form)
  await saveNext(scene, held, { content }, at)
  return { show: missingCells(content).length > 0 ? { editing: id } : 'fresh' }
}

/** 取消. */
export async function cancelDraft(scene: Scene, id: string, { by, at }: Who): Promise<Result> {
  const held = await holdDraft(scene.tx, id, by)
  if ('refused' in held) return held
  await saveNext(scene, held, { state: 'cancelled' }, at)
  return { show: 'fresh' }
}

/** D5: 是同一问题 makes it an orange (I4c); 不是 keeps its colour. Either way the words stay with the slip. */
export async function judgeRepeat(
  scene: Scene,
  { draft: id, same }: { draft: string; same: boolean },
  { by, at, because, earlier }: Who & { because: string; earlier: readonly Earlier[] },
): Promise<Result> {
  const held = await holdDraft(scene.tx, id, by)
  if ('refused' in held) return held
  if (because === '') return { refused: refuse('D5', { is: 'missing', fields: ['because'] }) }
  const repeat = { same, because, earlier }
  const colour = same ? 'orange' : held.content.colour
  await saveNext(scene, held, { content: { ...held.content, colour, repeat } }, at)
  return { show: 'fresh' }
}

/** A cell the form did not show keeps what it says; other words about the findings make the earlier verdict on repeats void. */
function filledIn(
  org: Organisation,
  subjects: readonly Subject[],
  before: DraftContent,
  form: Form,
): DraftContent {
  // A long registry is typed into, a short one chosen from; of a correction the unit stays.
  const unitTyped = textIn(form, 'unit')
  const unit = before.corrects ? undefined : findUnit(org, unitTyped)
  const written = (field: 'highlights' | 'remark'): string | undefined =>
    field in form ? textIn(form, field) || undefined : before[field]
  const site = textIn(form, 'site')
  const place = before.corrects
    ? { unit: before.unit, site: site || undefined }
    : {
        unit: unit?.code,
        unitTyped: unit ? undefined : unitTyped || undefined,
        site: site === '' ? undefined : ((unit && findSite(unit, site)) ?? site),
      }
  return withTypes(subjects, {
    ...before,
    ...place,
    subject: textIn(form, 'subject') || undefined,
    inspectedOn: dayIn(form, 'inspectedOn') || undefined,
    findings: findingsOf(form, before.findings),
    highlights: written('highlights'),
    remark: written('remark'),
    reason: textIn(form, 'reason') || before.reason,
    repeat: before.repeat?.same ? before.repeat : undefined,
  })
}
