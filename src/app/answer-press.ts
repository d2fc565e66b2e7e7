import { type Action, parseAction } from '../../cards/actions.ts'
import { refusalText } from '../../cards/refusal.ts'
import { doneText, noOrganisationText, unknownButtonText } from '../../cards/toast.ts'
import type { Tx } from '../db/connect.ts'
import { type Person, personOf } from '../domain/authority.ts'
import type { Order } from '../domain/commands.ts'
import type { Refusal } from '../domain/decision.ts'
import type { Organisation } from '../domain/organisation.ts'
import { dayOf, type Instant } from '../domain/time.ts'
import type { View } from '../domain/view.ts'
import type { CardPressed } from '../feishu/inbound.ts'
import type { Deps } from './deps.ts'
import { cancelDraft, editDraft, issueDraft, saveDraft } from './change-draft.ts'
import { handleCommand, type Scene } from './handle-command.ts'
import { feedbackOf, textIn, dayIn } from './read-form.ts'
import type { Pressed } from './render-pressed.ts'
import { showPrivately } from './show-privately.ts'

/** A scene whose organisation may not have been imported yet. */
export type OpenScene = Omit<Scene, 'org'> & { tx: Tx; org: Organisation | undefined }

/** What a use case makes of a press. */
export type Result = { refused: Refusal } | { show: Pressed['show'] }

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
  const result = await carryOut(deps, { ...scene, org }, { action, press, by, at })
  if ('refused' in result) return { ...refusedPress(result.refused), fallback: viewOf(action) }
  const done = doneText(action)
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

async function carryOut(
  deps: Deps,
  scene: Scene,
  { action, press, by, at }: Press,
): Promise<Result> {
  switch (action.do) {
    case 'editDraft':
      return editDraft(scene, action.draft, by)
    case 'saveDraft':
      return saveDraft(deps, scene, action.draft, { by, at, form: press.form })
    case 'cancelDraft':
      return cancelDraft(scene, action.draft, { by, at })
    case 'issueDraft':
      return issueDraft(deps, scene, action, { by, at })
    case 'open':
      return showPrivately(scene, action.slip, { by, at, key: press.eventId })
    case 'signFor':
    case 'submitFeedback':
    case 'judge':
    case 'confirmOrange':
    case 'dismissOrange': {
      const order = orderOf(deps, action, press.form)
      const outcome = await handleCommand(deps, scene, action.slip, { ...order, by, at })
      return 'refused' in outcome ? { refused: outcome.refused } : { show: 'fresh' }
    }
  }
}

type OnSlip = Extract<Action, { slip: string }>

function orderOf(
  deps: Deps,
  action: Exclude<OnSlip, { do: 'open' }>,
  form: CardPressed['form'],
): Order {
  switch (action.do) {
    case 'signFor':
      return { type: 'signFor' }
    case 'submitFeedback':
      return { type: 'submitFeedback', feedback: feedbackOf(form) }
    case 'judge': {
      const { outcome, round } = action
      return { type: 'judge', outcome, round, reason: textIn(form, 'reason') }
    }
    case 'confirmOrange':
      return { type: 'confirmOrange', orange: deps.newId() }
    case 'dismissOrange':
      return { type: 'dismissOrange', reason: textIn(form, 'reason'), until: dayIn(form, 'until') }
  }
}

/** Objections to what was typed leave the form as it is, so that it can be mended; all others show the present state. */
const ABOUT_TYPING: readonly Refusal['reason']['is'][] = [
  'missing',
  'notADay',
  'futureFinish',
  'dayPast',
]

const refusedPress = (refused: Refusal): Pressed => ({
  toast: { type: 'error', content: refusalText(refused) },
  show: ABOUT_TYPING.includes(refused.reason.is) ? 'same' : 'fresh',
})

/** What to show in place of a pressed card we do not know, a row of a list for one. */
const viewOf = (action: Action): View =>
  'draft' in action ? { card: 'draft', draft: action.draft } : { card: 'slip', slip: action.slip }
