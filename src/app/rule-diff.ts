import { COLOUR, ROLE } from '../../cards/wording.ts'
import type { PeriodRule } from '../domain/deadline.ts'
import type { ProblemType, ReminderRule, RuleBook, RuleId } from '../domain/rule-book.ts'
import type { Colour } from '../domain/slip.ts'

const days = ({ days: count, count: kind }: PeriodRule): string =>
  `${count} 个${kind === 'working' ? '工作日' : '自然日'}`
const colours = (list: readonly Colour[]): string => list.map((c) => COLOUR[c]).join('、') || '无'

/** Every part of a rule book in the office's words. Reading this table is reading what a rule book settles. */
const PARTS: readonly (readonly [RuleId, string, (rules: RuleBook) => string])[] = [
  ['D1', '蓝单期限', ({ period }) => days(period.blue)],
  ['D1', '橙单期限', ({ period }) => days(period.orange)],
  ['D3', '橙单建议无人处理', ({ silenceHours: h }) => (h === 0 ? '立即生效' : `${h} 小时后生效`)],
  ['D4', '办结须会签', ({ countersign }) => colours(countersign)],
  ['D5', '同一问题比对', ({ repeat }) => `${repeat.months} 个月内`],
  ['D6', '延期最长', ({ extensionDaysMax }) => `${extensionDaysMax} 天`],
  ['D9', '审核时限', ({ verdictWorkingDays }) => `${verdictWorkingDays} 个工作日`],
  ['D10', '每单回头看', ({ lookBack }) => colours(lookBack.always)],
  [
    'D10',
    '抽样回头看',
    ({ lookBack: { sample } }) =>
      `${COLOUR[sample.colour]} ${Math.round(sample.share * 1000) / 10}%（种子 ${sample.seed}）`,
  ],
  ['D10', '回头看时间', ({ lookBack }) => `办结后 ${lookBack.afterDays} 天`],
  ['D10', '再督查时间', ({ lookBack }) => `回头看后 ${lookBack.againAfterDays} 天`],
  [
    'D11',
    '提醒时段',
    ({ officeHours: { from, to, afternoon } }) => `${from}–${to}，下午 ${afternoon} 起`,
  ],
  ['D11', '提醒计划', ({ reminders }) => reminders.plan.map(reminder).join('；') || '无'],
  ['D11', '提醒用尽后', ({ reminders }) => `交${ROLE[reminders.finally]}`],
  ['D11', '人工催办间隔', ({ urgeEveryHours }) => `${urgeEveryHours} 小时`],
]

function reminder(rule: ReminderRule): string {
  return `${moment(rule)} → ${rule.to.map((role) => ROLE[role]).join('、')}`
}

function moment(rule: ReminderRule): string {
  switch (rule.when) {
    case 'share':
      return `时间过去 ${Math.round(rule.share * 100)}%`
    case 'lastHalfDay':
      return '最后半个工作日'
    case 'due':
      return '到期'
    case 'after':
      return `逾期第 ${rule.days} 个工作日`
  }
}

/** What a rule book changes against the one before, a line each. */
export const rulesChanged = (before: RuleBook, after: RuleBook): string[] => [
  ...PARTS.flatMap(([rule, label, read]) => {
    const [was, is] = [read(before), read(after)]
    return was === is ? [] : [`~ ${rule} ${label}：${was} → ${is}`]
  }),
  ...checklistsChanged(before, after),
]

function checklistsChanged(before: RuleBook, after: RuleBook): string[] {
  const [was, is] = [linesOf(before), linesOf(after)]
  const gone = [...was].flatMap(([code, line]) => (is.has(code) ? [] : [`- ${code} ${line}`]))
  const come = [...is].flatMap(([code, line]) => {
    const old = was.get(code)
    if (old === undefined) return [`+ ${code} ${line}`]
    return old === line ? [] : [`~ ${code} ${old} → ${line}`]
  })
  return [...gone, ...come]
}

/** The subjects by their rule and the lines of their checklists by their code. */
const linesOf = ({ subjects }: RuleBook): Map<string, string> =>
  new Map(
    subjects.flatMap(({ rule, name, types }): [string, string][] => [
      [rule, name],
      ...types.map((type): [string, string] => [type.code, line(type)]),
    ]),
  )

const line = ({ name, requirement, hints, period }: ProblemType): string =>
  [
    name,
    requirement && `要求：${requirement}`,
    hints.length > 0 && `提示词：${hints.join('、')}`,
    period && `期限：${days(period)}`,
  ]
    .filter(Boolean)
    .join('；')
