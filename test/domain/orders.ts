import type { Order } from '../../src/domain/commands.ts'
import type { LookBackFinding, Outcome, SlipContent } from '../../src/domain/slip.ts'
import { ANSWER, CONTENT, MEETING } from './stories.ts'

/** What people and timers ask for in the specs. */

export type Issue = Extract<Order, { type: 'issue' }>

export const issueBlue: Issue = {
  type: 'issue',
  content: CONTENT,
  serial: { colour: 'blue', year: 2026, number: 1 },
  inspector: 'ou_inspector',
}
export const signFor: Order = { type: 'signFor' }
export const answer: Order = { type: 'submitFeedback', feedback: ANSWER }
export const answerOrange: Order = {
  type: 'submitFeedback',
  feedback: { ...ANSWER, meeting: MEETING },
}
export const judge = (outcome: Outcome, round = 1, reason = '现场核实'): Order => ({
  type: 'judge',
  outcome,
  reason,
  round,
})
export const confirm: Order = { type: 'confirmOrange', orange: 'orange' }
export const dismiss = (until = '2026-11-27', reason = '材料在途'): Order => ({
  type: 'dismissOrange',
  reason,
  until,
})
export const resetDeadline = (until = '2026-11-27', reason = '改造工程量大'): Order => ({
  type: 'resetDeadline',
  reason,
  until,
})
export const recordService: Order = { type: 'recordService', messageId: 'om_1' }
export const recordFailure: Order = { type: 'recordServiceFailure', code: 230002, reason: 'gone' }
export const step = (kind: Extract<Order, { type: 'runStep' }>['step']): Order => ({
  type: 'runStep',
  step: kind,
  orange: 'orange',
})

/** An answer to some of the findings, by their place. */
export const answerOn = (findings: readonly number[]): Order => ({
  type: 'submitFeedback',
  feedback: { ...ANSWER, meeting: MEETING },
  findings,
})
export const issueGreen: Issue = {
  type: 'issue',
  content: { ...CONTENT, colour: 'green', subject: '', findings: [], highlights: '首问负责' },
  serial: { colour: 'green', year: 2026, number: 1 },
  inspector: 'ou_inspector',
}
/** An orange that no blue led to (I4, I4c). */
export const issueOrange: Issue = {
  type: 'issue',
  content: { ...CONTENT, colour: 'orange' },
  serial: { colour: 'orange', year: 2026, number: 1 },
  inspector: 'ou_inspector',
  grounds: { rule: 'I4', because: '造成群众集中投诉' },
}
export const replyInterim = (text = '已联系厂家，周三到货'): Order => ({
  type: 'replyInterim',
  text,
})
export const handOver = (to = 'ou_head'): Order => ({
  type: 'handOver',
  to,
  members: ['ou_head', 'ou_contact', 'ou_reviewerOfUnit'],
})
export const askExtension = (until = '2026-11-25', reason = '材料在途'): Order => ({
  type: 'requestExtension',
  reason,
  until,
})
export const ruleExtension = (granted: boolean, reason = '情况属实'): Order => ({
  type: 'ruleExtension',
  granted,
  reason,
})
export const askReturn = (unit = 'rl2', reason = '该站已划归二热'): Order => ({
  type: 'requestReturn',
  reason,
  unit,
})
export const ruleReturn = (granted: boolean, reason = '核对划转文件'): Order => ({
  type: 'ruleReturn',
  granted,
  reason,
})
export const urge: Order = { type: 'urge' }
export const correct = (change: Partial<SlipContent> = {}, reason = '站点写错'): Order => ({
  type: 'correct',
  content: { ...CONTENT, site: '延安路热力站', ...change },
  reason,
})
export const withdraw = (reason = '重复签发'): Order => ({ type: 'withdraw', reason })
export const retryService: Order = { type: 'retryService' }
export const countersign = (agreed: boolean, reason = '现场复核'): Order => ({
  type: 'countersign',
  agreed,
  reason,
})
export const lookBack = (finding: LookBackFinding, reason = '现场查看'): Order => ({
  type: 'lookBack',
  finding,
  reason,
})
