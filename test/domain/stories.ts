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

export const answered = (
  moment = '2026-11-17 09:00',
  late = false,
): Extract<SlipEvent, { type: 'feedbackSubmitted' }> => ({
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
  ground: 'I4a' | 'I4b' | 'I7' = 'I4a',
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
