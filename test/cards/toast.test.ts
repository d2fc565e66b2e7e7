import { expect, test } from 'vitest'
import { doneText } from '../../cards/toast.ts'
import { ACTIONS } from './every-action.ts'
import { BLUE, draft } from './sample.ts'

test('every press that does something says so in a few words', async () => {
  const said = Object.values(ACTIONS).map(
    (action) => `${action.do.padEnd(18)}${doneText(action) ?? '（卡片本身）'}`,
  )
  for (const line of said) expect(line.length).toBeLessThan(50)
  await expect([...said, ''].join('\n')).toMatchFileSnapshot('transcripts/toast.txt')
})

test('a failed verdict says what becomes of each colour', () => {
  const failed = { ...ACTIONS.judge, outcome: 'fail' as const }
  expect(doneText(failed, undefined, 'blue')).toBe(
    '已判整改不达标，提请转橙（提请在工作时间送达主任）',
  )
  expect(doneText(failed, undefined, 'orange')).toBe('已判整改不达标，整改期限重新起算')
})

test('签发 says what became of the draft', () => {
  const { issueDraft } = ACTIONS
  expect(doneText(issueDraft, draft({ state: 'issued' }))).toBe('已签发，正在送达单位群')
  expect(doneText(issueDraft, draft({ state: 'awaiting' }))).toBe('已报办公室主任会签')
  expect(doneText(issueDraft, draft({ state: 'issued' }, { corrects: BLUE }))).toBe(
    '已更正，责任单位会看到',
  )
})
