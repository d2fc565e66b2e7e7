import { deadlineOn } from '../../src/domain/deadline.ts'
import type { SlipEvent } from '../../src/domain/events.ts'
import { planReminders } from '../../src/domain/reminder-plan.ts'
import type { LookBack, LookBackFinding } from '../../src/domain/slip.ts'
import { at, CALENDAR, RULES } from './given.ts'
import { BY_RULE, CONTACT, DIRECTOR, INSPECTOR, REVIEWER } from './people.ts'
import { answered, issued } from './stories.ts'

/** Facts of a slip's further life: requests and their rulings, the second signature, the look-back, the end without a close. */

export const TWO_FINDINGS = [
  { text: '收费公示未上墙', requirement: '三日内上墙公示', type: 'R3.1' },
  { text: '老花镜缺失', requirement: '补齐便民设施', type: 'R3.3' },
]

/** A slip of two findings. */
export function issuedTwice(colour: 'blue' | 'orange' = 'blue'): SlipEvent {
  const first = issued(colour)
  return { ...first, content: { ...first.content, findings: TWO_FINDINGS } }
}

/** An answer to some of the findings, by their place. */
export const answeredOn = (
  findings: readonly number[],
  moment = '2026-11-17 09:00',
): SlipEvent => ({ ...answered(moment), findings })

export const extensionAsked = (until = '2026-11-25', moment = '2026-11-17 09:30'): SlipEvent => ({
  type: 'extensionRequested',
  reason: '材料在途',
  until,
  rulingDueAt: at('2026-11-18 17:30'),
  at: at(moment),
  by: CONTACT,
  rule: 'D6',
})

export const extensionRuled = (granted: boolean, moment = '2026-11-17 14:00'): SlipEvent => ({
  type: 'extensionRuled',
  granted,
  reason: '情况属实',
  at: at(moment),
  by: REVIEWER,
  rule: 'D6',
})

export function deadlineSet(until = '2026-11-25', moment = '2026-11-17 14:00'): SlipEvent {
  const deadline = deadlineOn('D6', CALENDAR, until)
  const plan = planReminders(RULES, CALENDAR, at(moment), deadline)
  return { type: 'deadlineSet', deadline, plan, at: at(moment), by: REVIEWER, rule: 'D6' }
}

export const returnAsked = (moment = '2026-11-17 09:30'): SlipEvent => ({
  type: 'returnRequested',
  reason: '该站已划归二热',
  unit: 'rl2',
  rulingDueAt: at('2026-11-18 17:30'),
  at: at(moment),
  by: CONTACT,
  rule: 'D7',
})

export const returnRuled = (granted: boolean, moment = '2026-11-17 14:00'): SlipEvent => ({
  type: 'returnRuled',
  granted,
  reason: '核对划转文件',
  at: at(moment),
  by: REVIEWER,
  rule: 'D7',
})

export const transferred = (moment = '2026-11-17 14:00'): SlipEvent => ({
  type: 'transferred',
  unit: 'rl2',
  at: at(moment),
  by: REVIEWER,
  rule: 'D7',
})

export const closingProposed = (moment = '2026-11-17 10:00'): SlipEvent => ({
  type: 'closingProposed',
  at: at(moment),
  by: REVIEWER,
  rule: 'D4',
})

export const lookBackPlanned = (
  because: LookBack['because'] = 'sample',
  opens = '2026-12-02 08:30',
  moment = '2026-11-17 10:00',
): SlipEvent => ({
  type: 'lookBackPlanned',
  lookBack: { at: at(opens), because },
  at: at(moment),
  by: { kind: 'rule', rule: 'D10' },
  rule: 'D10',
})

export const lookBackDue = (moment = '2026-12-02 08:30'): SlipEvent => ({
  type: 'lookBackDue',
  at: at(moment),
  by: { kind: 'rule', rule: 'D10' },
  rule: 'D10',
})

export const lookedBack = (finding: LookBackFinding, moment = '2026-12-02 10:00'): SlipEvent => ({
  type: 'lookedBack',
  finding,
  reason: '现场查看',
  at: at(moment),
  by: INSPECTOR,
  rule: 'I7',
})

export const withdrawn = (moment = '2026-11-17 11:00'): SlipEvent => ({
  type: 'withdrawn',
  reason: '重复签发',
  at: at(moment),
  by: INSPECTOR,
  rule: 'D15',
})

export const urged = (moment = '2026-11-17 10:00'): SlipEvent => ({
  type: 'urged',
  at: at(moment),
  by: DIRECTOR,
  rule: 'D11',
})

export const handedOver = (moment = '2026-11-17 10:00'): SlipEvent => ({
  type: 'handedOver',
  to: 'ou_head',
  at: at(moment),
  by: CONTACT,
  rule: 'O5',
})

export const interim = (moment = '2026-11-17 10:00'): SlipEvent => ({
  type: 'interimReplied',
  text: '已联系厂家',
  at: at(moment),
  by: CONTACT,
  rule: 'I5',
})

/** I2: praise, with nothing to rectify. */
export function issuedGreen(moment = '2026-11-16 09:59'): SlipEvent {
  const { content, ...rest } = issued('green', moment)
  const praise = { highlights: '首问负责制落实到位', remark: '拟在例会交流' }
  return { ...rest, content: { ...content, subject: '', findings: [], ...praise }, rule: 'I2' }
}

/** A green slip has no clock (I2). */
export const servedGreen = (moment = '2026-11-16 10:00'): SlipEvent => ({
  type: 'served',
  messageId: 'om_1',
  plan: [],
  at: at(moment),
  by: BY_RULE,
  rule: 'D2',
})
