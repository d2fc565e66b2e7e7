import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { RULE_TEXT } from '../cards/rule-text.ts'
import { loadCalendar } from '../src/app/load-calendar.ts'
import type { Role } from '../src/domain/organisation.ts'
import { RULE_BOOK_2026 } from '../src/domain/rule-book-2026.ts'
import type { ReminderRule, RuleId, Subject } from '../src/domain/rule-book.ts'
import type { PeriodRule } from '../src/domain/deadline.ts'
import { COLOUR, ROLE } from '../test/domain/regulation/words.ts'
import { PARTS } from '../test/domain/regulation/articles.ts'
import { casesOf, decidedIn } from './regulation-evidence.ts'

/** Writes docs/regulation.md: article → rule → where decided → tests, and the rule book's values in words. `npx node docs/regulation.ts` */

const RULES = RULE_BOOK_2026

export const PAGE = fileURLToPath(new URL('regulation.md', import.meta.url))

export const regulationPage = (): string =>
  [
    '# 规定对照表',
    '本页由 `npx node docs/regulation.ts` 生成，请勿手改：条款 → 规则 → 在哪里判定 → 由哪些测试证明。',
    '“准”是受理的情景，“拒”是不予受理的情景；情景全文见 `test/domain/regulation/`。',
    ...PARTS.flatMap(({ name, rules }) => [`## ${name}`, table(HEAD, rules.map(rowOf))]),
    '## 现行规则的取值',
    `规则版本 ${RULES.version}，自 ${RULES.effectiveFrom} 起施行；节假日安排 ${loadCalendar().years.join('、')} 年。`,
    table(['事项', '取值', '条款'], valueRows()),
    '### 提醒',
    `只在工作日 ${RULES.officeHours.from}–${RULES.officeHours.to} 发出，落在别的时候的顺延到下一次上班，不取消。`,
    table(['时候', '提醒谁'], RULES.reminders.plan.map(reminderRow)),
    `提醒用完仍未办结的，在${ROLE[RULES.reminders.finally]}桌上。`,
    '### 督办项目与问题类型',
    ...RULES.subjects.flatMap(subjectTable),
    '## 测试',
    ...PARTS.flatMap(({ rules }) => rules.flatMap(evidenceOf)),
    '',
  ].join('\n\n')

const HEAD = ['条款', '规则', '在哪里判定', '准', '拒', '测试']

function rowOf(rule: RuleId): string[] {
  const cases = casesOf(rule)
  const count = (way: '准' | '拒') => String(cases.filter((one) => one.way === way).length || '')
  const files = decidedIn(rule).map((path) => `\`${path.replace('src/', '')}\``)
  const tests = cases.length > 0 ? `[${cases.length}](#${rule.toLowerCase()})` : ''
  return [rule, RULE_TEXT[rule], files.join(' '), count('准'), count('拒'), tests]
}

function evidenceOf(rule: RuleId): string[] {
  const cases = casesOf(rule)
  if (cases.length === 0) return []
  const lines = cases.map(
    ({ title, path }) => `- ${escaped(title)} \`${path.replace('test/domain/', '')}\``,
  )
  return [`### ${rule}`, [...new Set(lines)].join('\n')]
}

function valueRows(): string[][] {
  const { period, countersign, lookBack, repeat } = RULES
  const colours = (which: readonly (keyof typeof COLOUR)[]) =>
    which.map((colour) => `${COLOUR[colour]}单`).join('、')
  return [
    ['蓝单期限', inDays(period.blue), 'D1、I5'],
    ['橙单期限', inDays(period.orange), 'D1、I6'],
    ['橙单提请后无人处理，多久自动下达', `${RULES.silenceHours} 小时`, 'D3'],
    ['办结须主任签字', colours(countersign), 'D4'],
    ['审核、裁定时限', `${RULES.verdictWorkingDays} 个工作日`, 'D9'],
    ['同一问题往前看', `${repeat.months} 个月`, 'D5、I4c'],
    ['延期最多', `原期限之后 ${RULES.extensionDaysMax} 日，一次`, 'D6'],
    ['两次手工催办之间', `至少 ${RULES.urgeEveryHours} 小时`, 'D11'],
    ['必须回头看', `${colours(lookBack.always)}，办结 ${lookBack.afterDays} 日后`, 'D10、I7'],
    [
      '抽查回头看',
      `${colours(['blue'])} ${lookBack.sample.share * 100}%，抽签种子 ${lookBack.sample.seed}`,
      'D10、I7',
    ],
    ['部分保持的再督查', `${lookBack.againAfterDays} 日后`, 'I7'],
  ]
}

const inDays = ({ days, count }: PeriodRule): string =>
  `${days} ${count === 'calendar' ? '日（自然日）' : '个工作日'}`

function reminderRow(rule: ReminderRule): string[] {
  return [momentOf(rule), rule.to.map((role: Role) => ROLE[role]).join('、')]
}

function momentOf(rule: ReminderRule): string {
  switch (rule.when) {
    case 'share':
      return `期限过去 ${rule.share * 100}%`
    case 'lastHalfDay':
      return `最后半个工作日（${RULES.officeHours.afternoon}）`
    case 'due':
      return '到期'
    case 'after':
      return `到期后第 ${rule.days} 个工作日`
  }
}

const subjectTable = ({ rule, name, types }: Subject): string[] => [
  `#### ${rule} ${name}`,
  table(
    ['编码', '问题类型', '建议的整改要求', '期限'],
    types.map(({ code, name: problem, requirement, period }) => [
      code,
      problem,
      requirement || '（督查员填写）',
      period ? inDays(period) : '按颜色',
    ]),
  ),
]

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const escaped = (text: string): string => text.replaceAll(/[|*_<$%]/g, (sign) => `\\${sign}`)

if (import.meta.main) writeFileSync(PAGE, regulationPage())
