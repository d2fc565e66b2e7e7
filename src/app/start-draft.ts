import { refusalText } from '../../cards/refusal.ts'
import { draftSentText } from '../../cards/toast.ts'
import * as drafts from '../db/drafts.ts'
import * as slips from '../db/slips.ts'
import { refuse } from '../domain/decision.ts'
import type { DraftContent } from '../domain/draft.ts'
import type { OpenId } from '../domain/organisation.ts'
import { readDraft } from '../domain/read-draft.ts'
import type { Colour, SlipId } from '../domain/slip.ts'
import { dayOf, type Instant } from '../domain/time.ts'
import { notIssuer } from '../domain/who.ts'
import type { Result } from './answer-press.ts'
import type { Deps } from './deps.ts'
import type { Scene } from './handle-command.ts'
import { type Who } from './hold-draft.ts'
import { sendPrivately } from './send-privately.ts'
import { type Asked, reply, replyPrivately } from './reply.ts'
import { rulesAt } from './rule-books.ts'

/** 蓝单 …, 绿单 …, 橙单 …: a private draft with what could be read; nothing is official before 签发. */
export async function startDraft(
  deps: Deps,
  scene: Scene,
  asked: Asked,
  colour: Colour,
  text: string,
): Promise<void> {
  const { person, at } = asked
  if (!person.roles.includes('inspector')) {
    const no = refusalText(refuse('I1', { is: 'notInspector' }))
    return reply(scene, asked, { card: 'said', text: no, tone: 'refused' })
  }
  const { subjects } = rulesAt(deps.ruleBooks, at)
  const content = readDraft(colour, text, { org: scene.org, subjects, today: dayOf(at) })
  const draft = await begin(deps, scene, { inspector: person.id, content, at })
  await replyPrivately(scene, asked, { card: 'draft', draft }, draftSentText)
}

/** 更正: the slip's content as a draft that, issued, becomes its next version. */
export async function startCorrection(
  deps: Deps,
  scene: Scene,
  id: SlipId,
  { by, at }: Who,
): Promise<Result> {
  const slip = await slips.find(scene.tx, id)
  if (!slip) return { refused: refuse('D8', { is: 'notVisible' }) }
  const objection = notIssuer(slip, by)
  if (objection) return { refused: objection }
  const draft = await begin(deps, scene, {
    inspector: by.id,
    content: { ...slip.content, corrects: id },
    at,
  })
  await sendPrivately(
    scene,
    { view: { card: 'draft', draft }, to: by.id, key: `correct/${draft}` },
    at,
  )
  return { show: 'same' }
}

async function begin(
  deps: Deps,
  { tx }: Scene,
  { inspector, content, at }: { inspector: OpenId; content: DraftContent; at: Instant },
): Promise<string> {
  const id = deps.newId()
  const draft = { id, inspector, version: 1, content, slip: undefined, createdAt: at }
  await drafts.insert(tx, { ...draft, state: 'open' })
  return id
}
