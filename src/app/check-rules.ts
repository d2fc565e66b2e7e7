import type { ReminderRule, RuleBook } from '../domain/rule-book.ts'
import { isOther } from '../domain/problem-types.ts'
import type { Flaw } from './yaml-file.ts'

/** What no schema sees: parts of a well-formed rule book that contradict each other, or a version before it. */
export const contradictionsInRules = (rules: RuleBook, known: readonly RuleBook[]): Flaw[] => [
  ...ofVersion(rules, known),
  ...ofHours(rules),
  ...ofReminders(rules),
  ...ofLookBack(rules),
  ...ofChecklists(rules),
  ...ofReusedCodes(rules, known),
]

const flaw = (path: Flaw['path'], sentence: string): Flaw => ({ path, sentence })

function ofVersion({ version, effectiveFrom }: RuleBook, known: readonly RuleBook[]): Flaw[] {
  const newest = known.at(-1)
  const taken = known.some((book) => book.version === version)
  const early = newest !== undefined && effectiveFrom <= newest.effectiveFrom
  return [
    ...(taken
      ? [flaw(['version'], `版本 ${version} 已经有了；规则只能出新版本，不能改旧版本`)]
      : []),
    ...(early
      ? [
          flaw(
            ['effectiveFrom'],
            `应晚于现有最新版本 ${newest.version} 的生效日期 ${newest.effectiveFrom}`,
          ),
        ]
      : []),
  ]
}

function ofHours({ officeHours: { from, afternoon, to } }: RuleBook): Flaw[] {
  const inOrder = from < afternoon && afternoon < to
  return inOrder
    ? []
    : [flaw(['officeHours'], `应依次为上班、下午开始、下班：${from} < ${afternoon} < ${to} 不成立`)]
}

/** D11: the order in which the moments of a plan come. */
const RANK: Record<ReminderRule['when'], number> = { share: 0, lastHalfDay: 1, due: 2, after: 3 }

const rankOf = (rule: ReminderRule): number =>
  RANK[rule.when] * 100 + ('share' in rule ? rule.share : 'days' in rule ? rule.days : 0)

function ofReminders({ reminders: { plan, finally: last } }: RuleBook): Flaw[] {
  const at = (i: number, ...more: string[]) => ['reminders', 'plan', i, ...more]
  return [
    ...plan.flatMap((rule, i) => {
      const before = plan[i - 1]
      const late = before !== undefined && rankOf(before) >= rankOf(rule)
      return late
        ? [
            flaw(
              at(i),
              '提醒应按先后排列且不重复：期限过半（share 从小到大）、最后半日、到期、逾期第几个工作日',
            ),
          ]
        : []
    }),
    ...plan.flatMap((rule, i) =>
      new Set(rule.to).size < rule.to.length ? [flaw(at(i, 'to'), '同一角色写了两次')] : [],
    ),
    // domain/next-step.ts: a spent plan leaves the slip on the director's desk.
    ...(last === 'director'
      ? []
      : [flaw(['reminders', 'finally'], '提醒用尽后目前只能交给 director')]),
  ]
}

function ofLookBack({ lookBack: { always, sample } }: RuleBook): Flaw[] {
  return [
    ...(always.includes(sample.colour)
      ? [flaw(['lookBack', 'sample', 'colour'], `${sample.colour} 已是每单必回头看，抽样没有意义`)]
      : []),
    ...(sample.colour === 'green'
      ? [flaw(['lookBack', 'sample', 'colour'], '绿单没有整改，无从回头看')]
      : []),
    ...(always.includes('green') ? [flaw(['lookBack', 'always'], '绿单没有整改，无从回头看')] : []),
  ]
}

function ofChecklists({ subjects }: RuleBook): Flaw[] {
  return [
    ...repeated(subjects.map(({ rule }) => rule)).map((i) =>
      flaw(['subjects', i, 'rule'], '这一条已有督办项目'),
    ),
    ...repeated(subjects.map(({ name }) => name)).map((i) =>
      flaw(['subjects', i, 'name'], '督办项目重名'),
    ),
    ...subjects.flatMap(({ rule, types }, i) => [
      ...repeated(types.map(({ code }) => code)).map((j) =>
        flaw(['subjects', i, 'types', j, 'code'], '代码重复'),
      ),
      ...types.flatMap(({ code }, j) =>
        code.startsWith(`${rule}.`)
          ? []
          : [flaw(['subjects', i, 'types', j, 'code'], `代码应以 ${rule}. 开头`)],
      ),
      ...(types.some(({ code }) => isOther(code))
        ? []
        : [flaw(['subjects', i, 'types'], `缺少 ${rule}.0（其他问题）`)]),
    ]),
  ]
}

/** Places whose value stood before. */
const repeated = (values: readonly string[]): number[] =>
  values.flatMap((value, i) => (values.indexOf(value) < i ? [i] : []))

/** D5 compares by code over the years, whichever version a slip rests on. */
function ofReusedCodes({ subjects }: RuleBook, known: readonly RuleBook[]): Flaw[] {
  const names = new Map(
    known.flatMap((book) =>
      book.subjects.flatMap(({ types }) =>
        types.map(({ code, name }) => [code, { name, version: book.version }] as const),
      ),
    ),
  )
  return subjects.flatMap(({ types }, i) =>
    types.flatMap(({ code, name }, j) => {
      const earlier = names.get(code)
      return earlier && earlier.name !== name
        ? [
            flaw(
              ['subjects', i, 'types', j, 'name'],
              `代码 ${code} 在 ${earlier.version} 中是“${earlier.name}”，不能改作他用；请在末尾用新代码`,
            ),
          ]
        : []
    }),
  )
}
