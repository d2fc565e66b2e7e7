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
  beforeInspection: ['I5', { is: 'beforeInspection' }],
  stale: ['D4', { is: 'stale' }],
  supplementAfterDeadline: ['D4', { is: 'supplementAfterDeadline' }],
  ruleNotDue: ['D11', { is: 'ruleNotDue' }],
  notVisible: ['D8', { is: 'notVisible' }],
  draftNotYours: ['I1', { is: 'draftNotYours' }],
  draftDone: ['I1', { is: 'draftDone', state: 'issued' }],
  draftChanged: ['I1', { is: 'draftChanged' }],
  onlyOnce: ['D6', { is: 'onlyOnce' }],
  afterDeadline: ['D6', { is: 'afterDeadline' }],
  notLater: ['D6', { is: 'notLater' }],
  tooFar: ['D6', { is: 'tooFar', days: 15 }],
  nothingToRule: ['D7', { is: 'nothingToRule' }],
  sameUnit: ['D7', { is: 'sameUnit' }],
  notColleague: ['O5', { is: 'notColleague' }],
  urgedRecently: ['D11', { is: 'urgedRecently', again: at('2026-11-25', '13:00') }],
  notIssuer: ['I1', { is: 'notIssuer' }],
  notOffice: ['D11', { is: 'notOffice' }],
  notACorrection: ['I1', { is: 'notACorrection' }],
  nothingOpen: ['I5', { is: 'nothingOpen' }],
  orangeNeedsGrounds: ['I4', { is: 'orangeNeedsGrounds' }],
  futureInspection: ['I1', { is: 'futureInspection' }],
  repeatUnjudged: ['D5', { is: 'repeatUnjudged' }],
}

const STAGES = [
  'unserved',
  'rectifying',
  'reviewing',
  'proposed',
  'countersigning',
  'lookingBack',
  'escalated',
  'closed',
  'voided',
] as const

const DRAFTS = ['issued', 'cancelled', 'awaiting', 'declined'] as const

test('every refusal is one sentence with its rule at the end', async () => {
  const said = Object.values(REASONS).map(
    ([rule, reason]) => `${reason.is.padEnd(24)}${refusalText({ rule, reason })}`,
  )
  const stages = STAGES.map(
    (stage) =>
      `${stage.padEnd(24)}${refusalText({ rule: 'D4', reason: { is: 'wrongStage', stage } })}`,
  )
  const drafts = DRAFTS.map(
    (state) =>
      `${state.padEnd(24)}${refusalText({ rule: 'I1', reason: { is: 'draftDone', state } })}`,
  )
  const lines = [...said, ...stages, ...drafts]
  for (const line of lines) expect(line).toMatch(/[^。]〔\p{Script=Han}+ [A-Z]\d+[ab]?〕$/u)
  await expect([...lines, ''].join('\n')).toMatchFileSnapshot('transcripts/refusal.txt')
})
