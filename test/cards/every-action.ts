import type { Action } from '../../cards/actions.ts'
import { BLUE, DRAFT } from './sample.ts'

/** One of each. */
export const ACTIONS: Record<Action['do'], Action> = {
  signFor: { do: 'signFor', slip: BLUE },
  submitFeedback: { do: 'submitFeedback', slip: BLUE },
  judge: { do: 'judge', slip: BLUE, outcome: 'supplement', round: 2 },
  confirmOrange: { do: 'confirmOrange', slip: BLUE },
  dismissOrange: { do: 'dismissOrange', slip: BLUE },
  open: { do: 'open', slip: BLUE },
  issueDraft: { do: 'issueDraft', draft: DRAFT, version: 3 },
  editDraft: { do: 'editDraft', draft: DRAFT },
  saveDraft: { do: 'saveDraft', draft: DRAFT },
  cancelDraft: { do: 'cancelDraft', draft: DRAFT },
  judgeRepeat: { do: 'judgeRepeat', draft: DRAFT, same: false },
  approveDraft: { do: 'approveDraft', draft: DRAFT, version: 2 },
  declineDraft: { do: 'declineDraft', draft: DRAFT },
  replyInterim: { do: 'replyInterim', slip: BLUE },
  requestExtension: { do: 'requestExtension', slip: BLUE },
  requestReturn: { do: 'requestReturn', slip: BLUE },
  handOver: { do: 'handOver', slip: BLUE },
  ruleExtension: { do: 'ruleExtension', slip: BLUE, granted: true },
  ruleReturn: { do: 'ruleReturn', slip: BLUE, granted: false },
  countersign: { do: 'countersign', slip: BLUE, agreed: true },
  lookBack: { do: 'lookBack', slip: BLUE, finding: 'partly' },
  resetDeadline: { do: 'resetDeadline', slip: BLUE },
  urge: { do: 'urge', slip: BLUE },
  withdraw: { do: 'withdraw', slip: BLUE },
  correctSlip: { do: 'correctSlip', slip: BLUE },
  retryService: { do: 'retryService', slip: BLUE },
  more: { do: 'more', slip: BLUE },
  why: { do: 'why', slip: BLUE },
}
