import { refusalText } from '../../cards/refusal.ts'
import { draftSentText } from '../../cards/toast.ts'
import * as drafts from '../db/drafts.ts'
import { refuse } from '../domain/decision.ts'
import { readDraft } from '../domain/read-draft.ts'
import type { SlipContent } from '../domain/slip.ts'
import { dayOf } from '../domain/time.ts'
import type { Deps } from './deps.ts'
import type { Scene } from './handle-command.ts'
import { type Asked, reply, replyPrivately } from './reply.ts'
import { rulesAt } from './rule-books.ts'

/** 蓝单 …: a private draft with what could be read; nothing is official before 签发. */
export async function startDraft(
  deps: Deps,
  scene: Scene,
  asked: Asked,
  colour: SlipContent['colour'],
  text: string,
): Promise<void> {
  const { person, at } = asked
  if (!person.roles.includes('inspector')) {
    const no = refusalText(refuse('I1', { is: 'notInspector' }))
    return reply(scene, asked, { card: 'said', text: no, tone: 'refused' })
  }
  const { subjects } = rulesAt(deps.ruleBooks, at)
  const content = readDraft(colour, text, { org: scene.org, subjects, today: dayOf(at) })
  const id = deps.newId()
  const draft = { id, inspector: person.id, version: 1, content, slip: undefined, createdAt: at }
  await drafts.insert(scene.tx, { ...draft, state: 'open' })
  await replyPrivately(scene, asked, { card: 'draft', draft: id }, draftSentText)
}
