import type { Action } from '../../cards/actions.ts'
import type { Order } from '../../src/domain/commands.ts'
import type { Slip } from '../../src/domain/slip.ts'
import { ORANGE, ORANGE_ANSWER, UNIT } from './sample.ts'

const ANSWER = {
  ...ORANGE_ANSWER,
  meeting: { heldOn: '2026-11-24', chair: 'a', minutes: 'b', plan: 'c' },
}

/** What pressing a button asks of the core, with its form filled in; undefined where it only shows something. */
export function orderOf(action: Action, slip: Slip): Order | undefined {
  const reason = '属实'
  switch (action.do) {
    case 'signFor':
    case 'urge':
    case 'retryService':
      return { type: action.do }
    case 'submitFeedback':
      return { type: 'submitFeedback', feedback: ANSWER }
    case 'replyInterim':
      return { type: 'replyInterim', text: reason }
    case 'requestExtension':
      return { type: 'requestExtension', reason, until: '2026-12-01' }
    case 'requestReturn':
      return { type: 'requestReturn', reason, unit: 'rl2' }
    case 'handOver': {
      const members = [...UNIT.contacts, UNIT.head]
      const to = members.find((id) => id !== slip.handler) ?? ''
      return { type: 'handOver', to, members }
    }
    case 'judge':
      return { type: 'judge', outcome: action.outcome, reason, round: action.round }
    case 'ruleExtension':
    case 'ruleReturn':
      return { type: action.do, granted: action.granted, reason }
    case 'countersign':
      return { type: 'countersign', agreed: action.agreed, reason }
    case 'confirmOrange':
      return { type: 'confirmOrange', orange: ORANGE }
    case 'dismissOrange':
    case 'resetDeadline':
      return { type: action.do, reason, until: '2026-12-14' }
    case 'lookBack':
      return { type: 'lookBack', finding: action.finding, reason }
    case 'withdraw':
      return { type: 'withdraw', reason }
    case 'correctSlip':
      return { type: 'correct', content: slip.content, reason }
    case 'open':
    case 'more':
    case 'why':
      return undefined
    case 'issueDraft':
    case 'editDraft':
    case 'saveDraft':
    case 'cancelDraft':
    case 'judgeRepeat':
    case 'approveDraft':
    case 'declineDraft':
      throw new Error(`${action.do} is no button of a slip's card`)
  }
}
