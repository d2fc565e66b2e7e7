import { type Action, parseAction } from '../../cards/actions.ts'
import { plainFields } from '../../cards/fields.ts'
import { refusalText } from '../../cards/refusal.ts'
import { doneText, noOrganisationText, unknownButtonText } from '../../cards/toast.ts'
import type { Tx } from '../db/connect.ts'
import { type Person, personOf } from '../domain/authority.ts'
import type { Refusal } from '../domain/decision.ts'
import type { Draft } from '../domain/draft.ts'
import type { Organisation } from '../domain/organisation.ts'
import type { Colour } from '../domain/slip.ts'
import { dayOf, type Instant } from '../domain/time.ts'
import type { View } from '../domain/view.ts'
import type { CardPressed } from '../feishu/inbound.ts'
import type { Deps } from './deps.ts'
import { handleCommand, type Scene } from './handle-command.ts'
import { orderOf } from './order-of-press.ts'
import { pressOnDraft } from './press-on-draft.ts'
import type { Pressed } from './render-pressed.ts'
import { showPrivately } from './show-privately.ts'
import { startCorrection } from './start-draft.ts'

/** A scene whose organisation may not have been imported yet. */
export type OpenScene = Omit<Scene, 'org'> & { tx: Tx; org: Organisation | undefined }

/** What a use case makes of a press. */
export type Result =
  | { refused: Refusal }
  /** `draft`, `colour`: of what was pressed on, for the words of the toast. */
  | { show: Pressed['show']; draft?: Draft; colour?: Colour }

/** Carries out what a button asks for, in the name of whoever pressed it. */
export async function answerPress(
  deps: Deps,
  { org, ...scene }: OpenScene,
  press: CardPressed,
  at: Instant,
): Promise<Pressed> {
  const action = parseAction(press.value, press.name)
  if (!org) return { toast: { type: 'error', content: noOrganisationText }, show: 'same' }
  if (!action) return { toast: { type: 'error', content: unknownButtonText }, show: 'fresh' }
  const by = personOf(org, press.operator, dayOf(at))
  const form = plainFields(press.form)
  const result = await carryOut(
    deps,
    { ...scene, org },
    { action, press: { ...press, form }, by, at },
  )
  // A refusal shows nothing that the card in hand did not show already.
  if ('refused' in result) return refusedPress(result.refused)
  const done = doneText(action, result.draft, result.colour)
  return {
    ...(done ? { toast: { type: 'success', content: done } } : {}),
    show: result.show,
    fallback: viewOf(action),
  }
}

/** Everything about one press. */
export interface Press {
  action: Action
  press: CardPressed
  by: Person
  at: Instant
}

async function carryOut(deps: Deps, scene: Scene, all: Press): Promise<Result> {
  const { action, press, by, at } = all
  if ('draft' in action) return pressOnDraft(deps, scene, action, { by, at, form: press.form })
  if (action.do === 'open' || action.do === 'more' || action.do === 'why')
    return showPrivately(scene, action, { by, at, key: press.eventId })
  if (action.do === 'correctSlip') return startCorrection(deps, scene, action.slip, { by, at })
  const order = await orderOf(deps, scene, action, press.form)
  const outcome = await handleCommand(deps, scene, action.slip, { ...order, by, at })
  return 'refused' in outcome
    ? { refused: outcome.refused }
    : { show: 'fresh', colour: outcome.slip.content.colour }
}

/** Objections to what was typed leave the form as it is, so that it can be mended; all others show the present state. */
const ABOUT_TYPING: readonly Refusal['reason']['is'][] = [
  'missing',
  'notADay',
  'futureFinish',
  'dayPast',
  'notLater',
  'tooFar',
]

const refusedPress = (refused: Refusal): Pressed => ({
  toast: { type: 'error', content: refusalText(refused) },
  show: ABOUT_TYPING.includes(refused.reason.is) ? 'same' : 'fresh',
})

/** What to show in place of a pressed card we do not know, a row of a list for one. */
const viewOf = (action: Action): View =>
  'draft' in action ? { card: 'draft', draft: action.draft } : { card: 'slip', slip: action.slip }
