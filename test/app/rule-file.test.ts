import { stringify } from 'yaml'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkRules, diffRules, importRules } from '../../src/app/import-rules.ts'
import { readLaw } from '../../src/app/current-law.ts'
import { rulesChanged } from '../../src/app/rule-diff.ts'
import { readRules } from '../../src/app/rule-file.ts'
import { RULE_BOOK_2026 } from '../../src/domain/rule-book-2026.ts'
import type { RuleBook } from '../../src/domain/rule-book.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

const NOW = Date.parse('2026-11-23T10:00:00+08:00')
const KNOWN = [RULE_BOOK_2026]
const HEAD = 'base: 2026-1\nversion: 2026-2\neffectiveFrom: 2027-01-01\n'

const read = (more: string, head = HEAD) => readRules(head + more, KNOWN)

function rulesOf(more: string): RuleBook {
  const found = read(more)
  if (!found.ok) throw new Error(JSON.stringify(found.problems))
  return found.value
}

const problemsOf = (more: string, head = HEAD): string[] => {
  const found = read(more, head)
  return found.ok ? [] : found.problems.map(({ line, sentence }) => `${line} ${sentence}`)
}

describe('a rule book in YAML', () => {
  test('written out whole reads back as itself', () => {
    const whole = { ...RULE_BOOK_2026, version: '2026-2', effectiveFrom: '2027-01-01' }
    expect(readRules(stringify(whole), KNOWN)).toEqual({ ok: true, value: whole })
  })

  test('on a base says only what differs, part by part', () => {
    const rules = rulesOf(
      'period:\n  blue: { days: 5, count: working }\nlookBack: { afterDays: 30 }\n',
    )
    expect(rules).toEqual({
      ...RULE_BOOK_2026,
      version: '2026-2',
      effectiveFrom: '2027-01-01',
      period: { ...RULE_BOOK_2026.period, blue: { days: 5, count: 'working' } },
      lookBack: { ...RULE_BOOK_2026.lookBack, afterDays: 30 },
    })
  })

  test('changes and adds lines of a checklist by their code', () => {
    const rules = rulesOf(`subjects:
  - rule: R3
    types:
      - { code: R3.1, hints: [公示] }
      - { code: R3.6, name: 消防通道堵塞, hints: [消防], requirement: 立即清理 }
`)
    const before = RULE_BOOK_2026.subjects[2]?.types ?? []
    const after = rules.subjects[2]?.types ?? []
    expect(after.map(({ code }) => code)).toEqual([...before.map(({ code }) => code), 'R3.6'])
    expect(after[0]).toEqual({ ...before[0], hints: ['公示'] })
    expect(rules.subjects.toSpliced(2, 1)).toEqual(RULE_BOOK_2026.subjects.toSpliced(2, 1))
  })
})

describe('what is wrong is told with its line', () => {
  test.each([
    ['silenceHour: 48\n', '4 silenceHour：没有这一项'],
    ['silenceHours: viele\n', '4 silenceHours：应是 0 到 720 的整数'],
    ['lookBack:\n  sample:\n    share: 30\n', '6 lookBack.sample.share：应在 0 和 1 之间'],
    ['officeHours:\n  from: "18:00"\n', '4 officeHours：应依次为上班'],
    ['officeHours:\n  from: "25:00"\n', '5 officeHours.from：应是 08:30 这样的时刻'],
    ['reminders:\n  finally: leader\n', '5 reminders.finally：提醒用尽后目前只能交给 director'],
    [
      'reminders:\n  plan:\n    - { when: due, to: [head] }\n    - { when: lastHalfDay, to: [head] }\n',
      '7 reminders.plan.1：提醒应按先后排列',
    ],
    ['lookBack:\n  always: [blue, orange]\n', '4 lookBack.sample.colour：blue 已是每单必回头看'],
    [
      'subjects:\n  - rule: R4\n    types:\n      - code: R4.1\n        name: 改作他用\n',
      '8 subjects.0.types.0.name：代码 R4.1 在 2026-1 中是',
    ],
    [
      'subjects:\n  - rule: R4\n    types:\n      - code: R4.9\n        name: 新的\n        hints: []\n',
      '7 subjects.0.types.0.requirement：缺少这一项',
    ],
    [
      'subjects:\n  - rule: R4\n    types:\n      - { code: R5.9, name: 新, hints: [], requirement: 改 }\n',
      '7 subjects.0.types.0.code：代码应以 R4. 开头',
    ],
    [
      'subjects:\n  - rule: R4\n    types:\n      - { code: R4.1, hints: [] }\n      - { code: R4.1, name: 年度培训计划未制订或未落实, hints: [], requirement: 改 }\n',
      '8 subjects.0.types.1.code：代码重复',
    ],
  ])('%j', (more, problem) => {
    expect(problemsOf(more)).toEqual([expect.stringContaining(problem)])
  })

  test.each([
    [
      'base: 2025-9\nversion: a\neffectiveFrom: 2027-01-01\n',
      ['1 base：没有版本 "2025-9"，现有 2026-1'],
    ],
    ['base: 2026-1\nversion: 2026-2\n', ['0 effectiveFrom：新版本须写明这一项']],
    [
      'base: 2026-1\nversion: 2026-1\neffectiveFrom: 2026-01-01\n',
      [expect.stringContaining('2 version：版本 2026-1 已经有了'), expect.stringContaining('3 ')],
    ],
    ['version: [\n', [expect.stringContaining('不是合法的 YAML')]],
  ])('%j', (head, problems) => {
    expect(problemsOf('', head)).toEqual(problems)
  })
})

test('the diff names every part that a rule book can change', () => {
  const changes: [string, string][] = [
    ['period: { blue: { days: 5 } }', '~ D1 蓝单期限：3 个自然日 → 5 个自然日'],
    ['period: { orange: { count: working } }', '~ D1 橙单期限：3 个自然日 → 3 个工作日'],
    [
      'officeHours: { to: "18:00" }',
      '~ D11 提醒时段：08:30–17:30，下午 13:00 起 → 08:30–18:00，下午 13:00 起',
    ],
    ['countersign: []', '~ D4 办结须会签：橙单 → 无'],
    ['repeat: { months: 6 }', '~ D5 同一问题比对：12 个月内 → 6 个月内'],
    ['extensionDaysMax: 30', '~ D6 延期最长：15 天 → 30 天'],
    ['urgeEveryHours: 2', '~ D11 人工催办间隔：4 小时 → 2 小时'],
    ['silenceHours: 0', '~ D3 橙单建议无人处理：24 小时后生效 → 立即生效'],
    ['verdictWorkingDays: 2', '~ D9 审核时限：1 个工作日 → 2 个工作日'],
    ['lookBack: { always: [] }', '~ D10 每单回头看：橙单 → 无'],
    [
      'lookBack: { sample: { share: 0.5 } }',
      '~ D10 抽样回头看：蓝单 30%（种子 2026-1） → 蓝单 50%（种子 2026-1）',
    ],
    ['lookBack: { afterDays: 20 }', '~ D10 回头看时间：办结后 15 天 → 办结后 20 天'],
    ['lookBack: { againAfterDays: 9 }', '~ D10 再督查时间：回头看后 7 天 → 回头看后 9 天'],
    ['subjects: [{ rule: R3, name: 窗口 }]', '~ R3 服务窗口 → 窗口'],
  ]
  for (const [yaml, line] of changes)
    expect(rulesChanged(RULE_BOOK_2026, rulesOf(`${yaml}\n`))).toEqual([line])
  const plan = rulesChanged(RULE_BOOK_2026, rulesOf('reminders: { plan: [] }\n'))
  expect(plan).toEqual([expect.stringMatching(/^~ D11 提醒计划：.* → 无$/)])
})

describe('on a real database', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())
  const given = (more: string, head = HEAD) => ({ text: head + more, file: 'rules.yaml' })
  const by = { by: 'cli:test', at: NOW }

  test('checking, comparing and a dry run change nothing', async () => {
    expect(await checkRules(database.db, given('silenceHours: 48\n'))).toEqual([
      '规则 2026-2 无误，自 2027-01-01 起生效：6 个督办项目，28 种问题',
    ])
    const diff = ['~ D3 橙单建议无人处理：24 小时后生效 → 48 小时后生效']
    expect(await diffRules(database.db, given('silenceHours: 48\n'))).toEqual(diff)
    expect(
      await importRules(database.db, { ...given('silenceHours: 48\n'), ...by, dryRun: true }),
    ).toEqual([...diff, '（只是预览，没有导入）'])
    expect((await readLaw(database.db)).ruleBooks).toHaveLength(1)
  })

  test('an import adds a version, and the next one builds on it', async () => {
    await importRules(database.db, { ...given('silenceHours: 48\n'), ...by, dryRun: false })
    const head = 'base: 2026-2\nversion: 2026-3\neffectiveFrom: 2027-02-01\n'
    const told = await importRules(database.db, {
      ...given('urgeEveryHours: 2\n', head),
      ...by,
      dryRun: false,
    })
    expect(told).toEqual([
      '~ D11 人工催办间隔：4 小时 → 2 小时',
      '已导入规则 2026-3，自 2027-02-01 起签发的落实单适用；已签发的不变',
    ])
    const { ruleBooks } = await readLaw(database.db)
    expect(ruleBooks.map(({ version, silenceHours }) => [version, silenceHours])).toEqual([
      ['2026-1', 24],
      ['2026-2', 48],
      ['2026-3', 48],
    ])
  })

  test('a file with a mistake is refused whole, with file and line', async () => {
    const wrong = importRules(database.db, {
      ...given('', 'base: 2026-3\nversion: 2026-2\neffectiveFrom: 2027-01-15\n'),
      ...by,
      dryRun: false,
    })
    await expect(wrong).rejects.toThrow(/^rules\.yaml:2 version.*\nrules\.yaml:3 effectiveFrom/)
  })

  test('no rule is retroactive', async () => {
    const late = importRules(database.db, {
      ...given('', 'base: 2026-3\nversion: 2026-4\neffectiveFrom: 2027-03-01\n'),
      by: 'cli:test',
      at: Date.parse('2027-03-02T00:00:00+08:00'),
      dryRun: false,
    })
    await expect(late).rejects.toThrow('不溯及既往')
  })

  test('two imports at once: one is refused, none is lost', async () => {
    const one = (version: string) =>
      importRules(database.db, {
        ...given('', `base: 2026-3\nversion: ${version}\neffectiveFrom: 2027-05-01\n`),
        ...by,
        dryRun: false,
      })
    const ends = await Promise.allSettled([one('2026-a'), one('2026-b')])
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })
})
