import type { Action } from '../../cards/actions.ts'
import * as slips from '../db/slips.ts'
import type { Order } from '../domain/commands.ts'
import { findUnit, type Organisation, unitByCode } from '../domain/organisation.ts'
import type { SlipId } from '../domain/slip.ts'
import type { CardPressed } from '../feishu/inbound.ts'
import type { Deps } from './deps.ts'
import type { Scene } from './handle-command.ts'
import { chosenFindings, dayIn, feedbackOf, textIn } from './read-form.ts'

type OnSlip = Exclude<
  Extract<Action, { slip: string }>,
  { do: 'open' | 'more' | 'why' | 'correctSlip' }
>

/** What a button on a slip's card asks of the slip, with what was filled in. */
export async function orderOf(
  deps: Deps,
  scene: Scene,
  action: OnSlip,
  form: CardPressed['form'],
): Promise<Order> {
  const reason = textIn(form, 'reason')
  switch (action.do) {
    case 'signFor':
    case 'urge':
    case 'retryService':
      return { type: action.do }
    case 'submitFeedback': {
      const findings = chosenFindings(form)
      return { type: action.do, feedback: feedbackOf(form), ...(findings ? { findings } : {}) }
    }
    case 'replyInterim':
      return { type: action.do, text: textIn(form, 'text') }
    case 'requestExtension':
      return { type: action.do, reason, until: dayIn(form, 'until') }
    case 'requestReturn':
      return { type: action.do, reason, unit: unitIn(scene.org, textIn(form, 'unit')) }
    case 'handOver':
      return { type: action.do, to: textIn(form, 'to'), members: await members(scene, action.slip) }
    case 'judge':
      return { type: action.do, outcome: action.outcome, round: action.round, reason }
    case 'ruleExtension':
    case 'ruleReturn':
      return { type: action.do, granted: action.granted, reason }
    case 'countersign':
      return { type: action.do, agreed: action.agreed, reason }
    case 'confirmOrange':
      return { type: action.do, orange: deps.newId() }
    case 'dismissOrange':
    case 'resetDeadline':
      return { type: action.do, reason, until: dayIn(form, 'until') }
    case 'lookBack':
      return { type: action.do, finding: action.finding, reason }
    case 'withdraw':
      return { type: action.do, reason }
  }
}

/** Chosen by its code, or typed where the registry is too long to choose from. */
const unitIn = (org: Organisation, typed: string): string => findUnit(org, typed)?.code ?? ''

/** Who belongs to the slip's unit today. */
async function members({ tx, org }: Scene, id: SlipId): Promise<readonly string[]> {
  const slip = await slips.find(tx, id)
  const unit = slip && unitByCode(org, slip.content.unit)
  return unit ? [unit.head, ...unit.contacts] : []
}
