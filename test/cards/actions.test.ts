import { expect, test } from 'vitest'
import { buttonName, parseAction } from '../../cards/actions.ts'
import { ACTIONS } from './every-action.ts'
import { BLUE, DRAFT } from './sample.ts'

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
