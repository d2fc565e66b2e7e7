import { expect, test } from 'vitest'
import { refusalText } from '../../cards/refusal.ts'
import type { Reason, Refusal } from '../../src/domain/decision.ts'
import { at } from './sample.ts'

const REASONS: { [R in Reason['is']]: [Refusal['rule'], Extract<Reason, { is: R }>] } = {
  notInspector: ['I1', { is: 'notInspector' }],
  notYourUnit: ['D8', { is: 'notYourUnit' }],
  notReviewer: ['D8', { is: 'notReviewer' }],
  ownFeedback: ['D8', { is: 'ownFeedback' }],
  ownUnit: ['D8', { is: 'ownUnit' }],
  notDirector: ['D3', { is: 'notDirector' }],
  alreadySigned: ['D2', { is: 'alreadySigned', by: 'ou_contact', at: at('2026-11-23', '11:20') }],
  wrongStage: ['D4', { is: 'wrongStage', stage: 'closed' }],
  missing: ['I6', { is: 'missing', fields: ['cause', 'meetingOn', 'finding2', 'unheard'] }],
  notADay: ['D3', { is: 'notADay', field: 'until', text: '下周三' }],
  dayPast: ['D3', { is: 'dayPast' }],
  futureFinish: ['I5', { is: 'futureFinish' }],
  stale: ['D4', { is: 'stale' }],
  supplementAfterDeadline: ['D4', { is: 'supplementAfterDeadline' }],
  ruleNotDue: ['D11', { is: 'ruleNotDue' }],
  notVisible: ['D8', { is: 'notVisible' }],
  draftNotYours: ['I1', { is: 'draftNotYours' }],
  draftDone: ['I1', { is: 'draftDone', state: 'issued' }],
  draftChanged: ['I1', { is: 'draftChanged' }],
}

test('every refusal is one sentence with its rule at the end', async () => {
  const said = Object.values(REASONS).map(
    ([rule, reason]) => `${reason.is.padEnd(24)}${refusalText({ rule, reason })}`,
  )
  const stages = (['unserved', 'rectifying', 'reviewing', 'proposed', 'escalated'] as const).map(
    (stage) =>
      `${stage.padEnd(24)}${refusalText({ rule: 'D4', reason: { is: 'wrongStage', stage } })}`,
  )
  for (const line of [...said, ...stages]) expect(line).toMatch(/[^。]〔[A-Z]\d+[ab]?〕$/)
  await expect([...said, ...stages, ''].join('\n')).toMatchFileSnapshot('transcripts/refusal.txt')
})
