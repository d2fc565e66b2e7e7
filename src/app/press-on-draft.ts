import type { Action } from '../../cards/actions.ts'
import * as drafts from '../db/drafts.ts'
import type { Earlier } from '../domain/slip.ts'
import type { CardPressed } from '../feishu/inbound.ts'
import type { Result } from './answer-press.ts'
import { cancelDraft, editDraft, judgeRepeat, saveDraft } from './change-draft.ts'
import type { Deps } from './deps.ts'
import { findEarlier } from './earlier-slips.ts'
import type { Scene } from './handle-command.ts'
import type { Who } from './hold-draft.ts'
import { approveDraft, declineDraft, issueDraft } from './issue-draft.ts'
import { textIn } from './read-form.ts'
import { rulesAt } from './rule-books.ts'

type OnDraft = Extract<Action, { draft: string }>

/** What a button on a draft does. */
export async function pressOnDraft(
  deps: Deps,
  scene: Scene,
  action: OnDraft,
  { form, ...who }: Who & { form: CardPressed['form'] },
): Promise<Result> {
  switch (action.do) {
    case 'editDraft':
      return editDraft(scene, action.draft, who)
    case 'saveDraft':
      return saveDraft(deps, scene, action.draft, { ...who, form })
    case 'cancelDraft':
      return cancelDraft(scene, action.draft, who)
    case 'issueDraft':
      return issueDraft(deps, scene, action, who)
    case 'approveDraft':
      return approveDraft(deps, scene, action, who)
    case 'declineDraft':
      return declineDraft(scene, action.draft, { ...who, reason: textIn(form, 'reason') })
    case 'judgeRepeat': {
      const earlier = await earlierOf(deps, scene, action.draft, who)
      return judgeRepeat(scene, action, { ...who, because: textIn(form, 'because'), earlier })
    }
  }
}

/** The slips the inspector compared with, as they are named on the new one. */
async function earlierOf(deps: Deps, { tx }: Scene, id: string, { at }: Who): Promise<Earlier[]> {
  const draft = await drafts.find(tx, id)
  if (!draft) return []
  const { earlier } = await findEarlier(tx, rulesAt(deps.ruleBooks, at), draft.content, at)
  return earlier.map(({ slip }) => ({ id: slip.id, serial: slip.serial }))
}
