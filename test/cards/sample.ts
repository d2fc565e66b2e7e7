import type { Actor, Person } from '../../src/domain/authority.ts'
import type { Calendar } from '../../src/domain/calendar.ts'
import { deadlineOn, periodFrom } from '../../src/domain/deadline.ts'
import type { Draft, DraftContent } from '../../src/domain/draft.ts'
import type { Fact, SlipEvent } from '../../src/domain/events.ts'
import { replay } from '../../src/domain/evolve.ts'
import type { OpenId, Role, Unit } from '../../src/domain/organisation.ts'
import { planReminders } from '../../src/domain/reminder-plan.ts'
import type { RuleId } from '../../src/domain/rule-book.ts'
import { RULE_BOOK_2026 } from '../../src/domain/rule-book-2026.ts'
import type {
  BlueHistory,
  FeedbackContent,
  Finding,
  Grounds,
  Outcome,
  Proposal,
  SlipContent,
} from '../../src/domain/slip.ts'
import { type Instant, timeOn } from '../../src/domain/time.ts'
import type { Reading } from '../../cards/reading.ts'

export const BLUE = '0b8f1c1e-4a55-4a0e-9a35-0d6f3a1c2e01'
export const ORANGE = '0b8f1c1e-4a55-4a0e-9a35-0d6f3a1c2e02'
export const DRAFT = '0b8f1c1e-4a55-4a0e-9a35-0d6f3a1c2e03'

export const at = (day: string, hhmm: string): Instant => timeOn(day, hhmm)

/** 2026 as its notice has it, as far as these tests reach. */
export const CALENDAR: Calendar = {
  version: '2026-1',
  years: [2026],
  notices: {
    '2026-10-01': { kind: 'off', name: '国庆节' },
    '2026-10-02': { kind: 'off', name: '国庆节' },
    '2026-10-03': { kind: 'off', name: '国庆节' },
    '2026-10-10': { kind: 'work', name: '国庆节' },
  },
}

const NAMES: Record<OpenId, string> = {
  ou_inspector: '王建国',
  ou_contact: '李娜',
  ou_contact2: '赵敏',
  ou_head: '孙立',
  ou_reviewer: '周芳',
  ou_director: '郑海',
}
export const name = (id: OpenId): string => NAMES[id] ?? '一位同事'

export const UNIT: Unit = {
  code: 'rl1',
  name: '第一热力公司',
  aliases: ['一热'],
  chat: 'oc_rl1',
  head: 'ou_head',
  contacts: ['ou_contact', 'ou_contact2'],
  sites: ['崂山路服务站', '延安路热力站'],
}

export const ALL_UNITS: readonly Unit[] = [
  UNIT,
  { ...UNIT, code: 'rl2', name: '第二热力公司', sites: [], chat: 'oc_rl2' },
]

export const person = (
  id: OpenId,
  roles: readonly Role[],
  units: readonly string[] = [],
): Person => ({
  kind: 'person',
  id,
  roles,
  units,
  standsInFor: [],
})

export const CONTACT = person('ou_contact', ['contact'], ['rl1'])
export const INSPECTOR = person('ou_inspector', ['inspector'])
export const REVIEWER = person('ou_reviewer', ['reviewer'])
export const DIRECTOR = person('ou_director', ['director'])
export const LEADER = person('ou_leader', ['leader'])

const FINDINGS: readonly Finding[] = [
  { text: '收费公示未上墙', requirement: '三日内上墙公示', type: 'R3.1' },
  { text: '便民箱缺老花镜、急救药品', requirement: '补齐并每周检查', type: 'R3.3' },
]

export const content = (change: Partial<SlipContent> = {}): SlipContent => ({
  colour: 'blue',
  unit: 'rl1',
  site: '崂山路服务站',
  subject: '服务窗口',
  inspectedOn: '2026-11-23',
  findings: FINDINGS,
  ...change,
})

const ANSWER: FeedbackContent = {
  cause: '公示栏翻新后没有及时补贴。',
  measures: '重新制作公示牌，明确专人每周检查。',
  result: '11月24日已上墙，老花镜和药品已补齐。',
  finishedOn: '2026-11-24',
  responsible: '李娜',
}

export const ORANGE_ANSWER: FeedbackContent = {
  ...ANSWER,
  meeting: {
    heldOn: '2026-11-30',
    chair: '孙立',
    minutes: '会上逐条分析，原因是交接没有清单。',
    plan: '建立交接清单，班组长每日签字。',
  },
}

export const by = (who: OpenId): Actor => person(who, [])
export const rule = (id: RuleId): Actor => ({ kind: 'rule', rule: id })
export const fact = (what: Fact, when: Instant, who: Actor, basis: RuleId): SlipEvent => ({
  ...what,
  at: when,
  by: who,
  rule: basis,
})

/** Facts as the core records them, ready to be strung together. */
export const issued = (
  what: SlipContent = content(),
  blue?: BlueHistory,
  grounds?: Grounds,
): SlipEvent =>
  fact(
    {
      type: 'issued',
      content: what,
      serial: { colour: what.colour, year: 2026, number: what.colour === 'blue' ? 1 : 7 },
      inspector: 'ou_inspector',
      rules: '2026-1',
      ...(blue ? { blue } : {}),
      ...(grounds ? { grounds } : {}),
    },
    at('2026-11-23', '10:00'),
    by('ou_inspector'),
    blue?.ground ?? grounds?.rule ?? (what.colour === 'green' ? 'I2' : 'I3'),
  )

export function served(when = at('2026-11-23', '10:00')): SlipEvent {
  const deadline = periodFrom(RULE_BOOK_2026.period.blue, CALENDAR, when)
  const plan = planReminders(RULE_BOOK_2026, CALENDAR, when, deadline)
  return fact({ type: 'served', messageId: 'om_proof', deadline, plan }, when, rule('D2'), 'D2')
}

export const unserved = (code = 230002): SlipEvent =>
  fact(
    { type: 'serviceFailed', code, reason: 'The bot can not be outside the group.' },
    at('2026-11-23', '10:01'),
    rule('D2'),
    'D2',
  )

export const signed = (when = at('2026-11-23', '11:20')): SlipEvent =>
  fact({ type: 'signedFor' }, when, by('ou_contact'), 'D2')

export const answered = (
  when = at('2026-11-24', '16:00'),
  feedback: FeedbackContent = ANSWER,
  late = false,
  findings?: readonly number[],
): SlipEvent =>
  fact(
    {
      type: 'feedbackSubmitted',
      feedback,
      ...(findings ? { findings } : {}),
      late,
      verdictDueAt: at('2026-11-25', '17:30'),
    },
    when,
    by('ou_contact'),
    'I5',
  )

export const judged = (
  outcome: Outcome,
  round = 1,
  when = at('2026-11-25', '09:30'),
  reason = '照片能看清公示内容，同意。',
): SlipEvent =>
  fact({ type: 'verdictGiven', outcome, reason, round }, when, by('ou_reviewer'), 'D4')

export const answeredOn = (findings: readonly number[], when?: Instant): SlipEvent =>
  answered(when, ANSWER, false, findings)

export const closed = (when = at('2026-11-25', '09:30')): SlipEvent =>
  fact({ type: 'closed' }, when, by('ou_reviewer'), 'I7')

export const breached = (when = at('2026-11-27', '00:00')): SlipEvent =>
  fact({ type: 'breached' }, when, rule('D1'), 'D1')

export const proposed = (ground: Proposal['ground'], when = at('2026-11-27', '00:00')): SlipEvent =>
  fact(
    { type: 'orangeProposed', ground, confirmsAt: at('2026-11-30', '08:30') },
    when,
    rule(ground),
    ground,
  )

export const dismissed = (when = at('2026-11-27', '10:00')): SlipEvent =>
  fact(
    {
      type: 'orangeDismissed',
      reason: '站点停水抢修，情况属实。',
      verdictDueAt: at('2026-11-30', '17:30'),
    },
    when,
    by('ou_director'),
    'D3',
  )

export function newDeadline(day = '2026-11-30', when = at('2026-11-27', '10:00')): SlipEvent {
  const deadline = deadlineOn('D3', CALENDAR, day)
  const plan = planReminders(RULE_BOOK_2026, CALENDAR, when, deadline)
  return fact({ type: 'deadlineSet', deadline, plan }, when, by('ou_director'), 'D3')
}

export const escalated = (who?: OpenId, when = at('2026-11-27', '10:00')): SlipEvent =>
  fact({ type: 'escalated', orange: ORANGE }, when, who ? by(who) : rule('D3'), 'D3')

export const reminded = (index: number, when = at('2026-11-25', '08:30')): SlipEvent =>
  fact({ type: 'reminded', index }, when, rule('D11'), 'D11')

export const urged = (when = at('2026-11-25', '17:30')): SlipEvent =>
  fact({ type: 'verdictUrged' }, when, rule('D9'), 'D9')

/** What a card reads after these facts. */
export function reading(
  history: readonly SlipEvent[],
  now = at('2026-11-23', '14:00'),
  unit: Unit = UNIT,
): Reading {
  const id = history[0]?.type === 'issued' && history[0].content.colour === 'orange' ? ORANGE : BLUE
  const slip = replay(id, history)
  if (!slip) throw new Error('a story begins with issued')
  const orange = slip.escalatedTo ? { colour: 'orange' as const, year: 2026, number: 7 } : undefined
  const context = { units: ALL_UNITS, rules: RULE_BOOK_2026 }
  return { slip, unit, name, now, history, orange, ...context }
}

/** The blue slip behind an orange one. */
export const BLUE_HISTORY: BlueHistory = {
  id: BLUE,
  serial: { colour: 'blue', year: 2026, number: 1 },
  ground: 'I4b',
  issuedAt: at('2026-11-23', '10:00'),
  servedAt: at('2026-11-23', '10:00'),
  dueAt: at('2026-11-27', '00:00'),
  signedAt: at('2026-11-23', '11:20'),
  feedback: [{ ...ANSWER, by: 'ou_contact', at: at('2026-11-24', '16:00'), late: false }],
  verdicts: [
    {
      outcome: 'fail',
      reason: '公示内容与物价文件不符。',
      by: 'ou_reviewer',
      at: at('2026-11-25', '09:30'),
      round: 1,
    },
  ],
  confirmedBy: 'ou_director',
}

export const draft = (change: Partial<Draft> = {}, cells: Partial<DraftContent> = {}): Draft => ({
  id: DRAFT,
  inspector: 'ou_inspector',
  version: 1,
  state: 'open',
  content: { ...content(), ...cells },
  slip: undefined,
  createdAt: at('2026-11-23', '09:50'),
  ...change,
})
