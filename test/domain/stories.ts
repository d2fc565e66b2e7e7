import type { Order } from '../../src/domain/commands.ts'
import { periodFrom } from '../../src/domain/deadline.ts'
import type { SlipEvent } from '../../src/domain/events.ts'
import { planReminders } from '../../src/domain/reminder-plan.ts'
import type { RuleBook } from '../../src/domain/rule-book.ts'
import type {
  BlueHistory,
  FeedbackContent,
  Meeting,
  Outcome,
  SlipContent,
} from '../../src/domain/slip.ts'
import { at, CALENDAR, RULES } from './given.ts'
import { BY_RULE, CONTACT, DIRECTOR, INSPECTOR, REVIEWER } from './people.ts'

export const CONTENT: SlipContent = {
  colour: 'blue',
  unit: 'rl1',
  site: '崂山路服务站',
  subject: '服务窗口',
  inspectedOn: '2026-11-16',
  findings: [{ text: '收费公示未上墙', requirement: '三日内上墙公示' }],
}

export const ANSWER: FeedbackContent = {
  cause: '公示牌损坏',
  measures: '重新制作',
  result: '已上墙',
  finishedOn: '2026-11-16',
  responsible: '王建国',
}

export const MEETING: Meeting = {
  heldOn: '2026-11-16',
  chair: '李伟',
  minutes: '逐项分析',
  plan: '三日内完成',
}

export const BLUE: BlueHistory = {
  id: 'blue',
  serial: { colour: 'blue', year: 2026, number: 7 },
  ground: 'I4a',
  issuedAt: at('2026-11-10 10:00'),
  servedAt: at('2026-11-10 10:01'),
  dueAt: at('2026-11-14 00:00'),
  signedAt: undefined,
  feedback: [],
  verdicts: [],
  confirmedBy: 'ou_director',
}

/** A blue slip, or an orange one with its blue history. Served on Monday 16 November 2026 it is due on Thursday at 24:00. */
export const issued = (
  colour: SlipContent['colour'] = 'blue',
  moment = '2026-11-16 09:59',
): Extract<SlipEvent, { type: 'issued' }> => ({
  type: 'issued',
  content: { ...CONTENT, colour },
  serial: { colour, year: 2026, number: 1 },
  inspector: 'ou_inspector',
  rules: RULES.version,
  ...(colour === 'orange' ? { blue: BLUE } : {}),
  at: at(moment),
  by: colour === 'orange' ? DIRECTOR : INSPECTOR,
  rule: colour === 'orange' ? 'I4a' : 'I3',
})

export function served(moment = '2026-11-16 10:00', rules: RuleBook = RULES): SlipEvent {
  const deadline = periodFrom(rules.period.blue, CALENDAR, at(moment))
  const plan = planReminders(rules, CALENDAR, at(moment), deadline)
  const proof = { messageId: 'om_1', at: at(moment), by: BY_RULE, rule: 'D2' } as const
  return { type: 'served', deadline, plan, ...proof }
}

export const notServed = (moment = '2026-11-16 10:09'): SlipEvent => ({
  type: 'serviceFailed',
  code: 230002,
  reason: 'bot is not in the group',
  at: at(moment),
  by: BY_RULE,
  rule: 'D2',
})

export const answered = (moment = '2026-11-17 09:00', late = false): SlipEvent => ({
  type: 'feedbackSubmitted',
  feedback: ANSWER,
  late,
  verdictDueAt: at('2026-11-18 17:30'),
  at: at(moment),
  by: CONTACT,
  rule: 'I5',
})

export const judged = (outcome: Outcome, moment = '2026-11-17 10:00', round = 1): SlipEvent => ({
  type: 'verdictGiven',
  outcome,
  reason: '现场核实',
  round,
  at: at(moment),
  by: REVIEWER,
  rule: 'D4',
})

export const breached = (moment = '2026-11-20 00:00'): SlipEvent => ({
  type: 'breached',
  at: at(moment),
  by: { kind: 'rule', rule: 'D1' },
  rule: 'D1',
})

export const reminded = (index: number, moment: string): SlipEvent => ({
  type: 'reminded',
  index,
  at: at(moment),
  by: { kind: 'rule', rule: 'D11' },
  rule: 'D11',
})

export const proposed = (
  ground: 'I4a' | 'I4b' = 'I4a',
  moment = '2026-11-20 00:00',
  confirms = '2026-11-23 08:30',
): SlipEvent => ({
  type: 'orangeProposed',
  ground,
  confirmsAt: at(confirms),
  at: at(moment),
  by: { kind: 'rule', rule: ground },
  rule: ground,
})

export const escalated = (moment = '2026-11-20 09:00'): SlipEvent => ({
  type: 'escalated',
  orange: 'orange',
  at: at(moment),
  by: DIRECTOR,
  rule: 'D3',
})

export const closed = (moment = '2026-11-17 10:00'): SlipEvent => ({
  type: 'closed',
  at: at(moment),
  by: REVIEWER,
  rule: 'I7',
})

/** Every way a slip can stand, each with the shortest story that leads there. */
export const STORIES = {
  unserved: [issued()],
  undeliverable: [issued(), notServed()],
  rectifying: [issued(), served()],
  reviewing: [issued(), served(), answered()],
  proposed: [issued(), served(), breached(), proposed()],
  failed: [issued(), served(), answered(), judged('fail'), proposed('I4b', '2026-11-17 10:00')],
  orange: [issued('orange'), served()],
  orangeOverdue: [issued('orange'), served(), breached()],
  orangeReviewing: [issued('orange'), served(), answered()],
  escalated: [issued(), served(), breached(), proposed(), escalated()],
  closed: [issued(), served(), answered(), judged('pass'), closed()],
} as const satisfies Record<string, readonly SlipEvent[]>

export const issueBlue: Order = {
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
export const recordService: Order = { type: 'recordService', messageId: 'om_1' }
export const recordFailure: Order = { type: 'recordServiceFailure', code: 230002, reason: 'gone' }
export const step = (kind: Extract<Order, { type: 'runStep' }>['step']): Order => ({
  type: 'runStep',
  step: kind,
  orange: 'orange',
})
