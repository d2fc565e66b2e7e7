import { expect, test } from 'vitest'

import { dispositionOf, FEISHU_CODES } from '../../src/feishu/errors.ts'

test.each([
  [99991400, 'retry'],
  [230020, 'retry'],
  [230049, 'retry'],
  [230002, 'tellHuman'],
  [230013, 'tellHuman'],
  [230031, 'newCard'],
  [230011, 'newCard'],
  [99991672, 'askOperator'],
  [10014, 'askOperator'],
  [230025, 'permanent'],
])('%i → %s', (code, remedy) => {
  expect(dispositionOf(code).remedy).toBe(remedy)
})

test('a refused card is judged by its sub-code', () => {
  const image = 'Failed to create card content, ext=ErrCode: 200570; ErrPath: ROOT -> body; '
  expect(dispositionOf(230099, image)).toBe(FEISHU_CODES[200570])
  expect(dispositionOf(230099, 'ext=ErrCode: 424242; ')).toBe(FEISHU_CODES[230099])
  expect(dispositionOf(230099)).toBe(FEISHU_CODES[230099])
})

test('sub-code 11310 passes when the card is locked and stays when it is too big', () => {
  const locked = 'Failed to create card content, ext=ErrCode: 11310; ErrMsg: card action is lock; '
  const tooBig =
    'Failed to create card content, ext=ErrCode: 11310; ErrMsg: element exceeds the limit; '
  expect(dispositionOf(230099, locked).remedy).toBe('retry')
  expect(dispositionOf(230099, tooBig).remedy).toBe('permanent')
})

test('an unknown code goes to the operator, not into an endless loop', () => {
  expect(dispositionOf(424_242)).toEqual({
    meaning: 'code not in the table',
    remedy: 'askOperator',
  })
})
