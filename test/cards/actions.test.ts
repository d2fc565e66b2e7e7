import { expect, test } from 'vitest'
import { type Action, buttonName, parseAction } from '../../cards/actions.ts'
import { BLUE, DRAFT } from './sample.ts'

const ACTIONS: Record<Action['do'], Action> = {
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

test.for(Object.values(ACTIONS))('$do is read back from the value', (action) => {
  expect(parseAction({ ...action })).toEqual(action)
})

test.for(Object.values(ACTIONS))('$do is read back from the name alone', (action) => {
  expect(parseAction({}, buttonName(action))).toEqual(action)
})

test.for(Object.values(ACTIONS))('$do has a name Feishu takes', (action) => {
  expect(buttonName(action)).toMatch(/^[\w|-]{1,100}$/)
})

test('the value is believed before the name', () => {
  expect(parseAction({ ...ACTIONS.open }, buttonName(ACTIONS.signFor))).toEqual(ACTIONS.open)
})

test.for<[string, Record<string, unknown>, string | undefined]>([
  ['nothing', {}, undefined],
  ['a foreign button', { do: 'explode', slip: BLUE }, undefined],
  ['a slip that is no text', { do: 'open', slip: 7 }, undefined],
  ['a slip by its serial', { do: 'open', slip: '蓝2026-1' }, undefined],
  [
    'a verdict of no known outcome',
    { do: 'judge', slip: BLUE, outcome: 'maybe', round: 1 },
    undefined,
  ],
  ['a verdict without a round', { do: 'judge', slip: BLUE, outcome: 'pass' }, undefined],
  [
    'a round that is no number',
    { do: 'judge', slip: BLUE, outcome: 'pass', round: '1' },
    undefined,
  ],
  ['a ruling that is neither', { do: 'ruleReturn', slip: BLUE, granted: 'true' }, undefined],
  [
    'a look-back that found nothing known',
    { do: 'lookBack', slip: BLUE, finding: 'fine' },
    undefined,
  ],
  ['a draft without a version', { do: 'issueDraft', draft: DRAFT }, undefined],
  ['a foreign name', {}, 'submit_1'],
  ['an unfinished name', {}, 'signFor'],
])('%s is no action', ([, value, name]) => {
  expect(parseAction(value, name)).toBeUndefined()
})
