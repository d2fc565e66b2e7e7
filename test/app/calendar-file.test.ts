import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCalendar } from '../../src/app/calendar-file.ts'
import { createLaw } from '../../src/app/current-law.ts'
import { importCalendar, showCalendar } from '../../src/app/import-calendar.ts'
import { loadCalendar } from '../../src/app/load-calendar.ts'
import { dayStatus } from '../../src/domain/calendar.ts'
import { periodFrom } from '../../src/domain/deadline.ts'
import { statutoryHolidays } from '../../src/domain/statutory-holidays.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

/** An invented notice: the law's days for 2027 and a make-up Saturday. */
const OFF = [...statutoryHolidays(2027)].map(([day, name]) => `  ${day}: ${name}`)
const fileOf = (off: readonly string[], ...work: string[]) =>
  ['year: 2027', 'off:', ...off, 'work:', ...work, ''].join('\n')
const NOTICE = fileOf([...OFF, '  2027-02-09: 春节'], '  2027-02-20: 春节')

const problemsOf = (text: string): string[] => {
  const read = readCalendar(text)
  return read.ok ? [] : read.problems.map(({ line, sentence }) => `${line} ${sentence}`)
}

test('a notice is read day by day', () => {
  const read = readCalendar(NOTICE)
  expect(read).toMatchObject({ ok: true, value: { year: 2027 } })
  expect(read.ok && Object.keys(read.value.notices)).toHaveLength(15)
  expect(read.ok && read.value.notices['2027-02-20']).toEqual({ kind: 'work', name: '春节' })
})

test.each([
  [
    'a statutory holiday is missing',
    fileOf(OFF.slice(1), '  2027-02-20: 春节'),
    '2 off：缺少法定节假日 2027-01-01 元旦',
  ],
  [
    'a statutory holiday is worked',
    fileOf(OFF, '  2027-10-03: 国庆节'),
    '17 work.2027-10-03：既写了放假又写了上班',
  ],
  [
    'a make-up day in mid-week',
    fileOf(OFF, '  2027-02-19: 春节'),
    '17 work.2027-02-19：不是周六或周日',
  ],
  [
    'a day of another year',
    fileOf([...OFF, '  2028-02-09: 春节'], '  2027-02-20: 春节'),
    '16 off.2028-02-09：不在 2027 年内',
  ],
  [
    'no day at all',
    fileOf([...OFF, '  2027-02-30: 春节'], '  2027-02-20: 春节'),
    '16 off.2027-02-30：应是 2027-01-01 这样的日期',
  ],
  [
    'no name',
    fileOf([...OFF, '  2027-02-09:'], '  2027-02-20: 春节'),
    '16 off.2027-02-09：应是节日名称',
  ],
  ['another word', `${NOTICE}rest: {}\n`, '19 rest：没有这一项'],
])('refused, with its line: %s', (_, text, problem) => {
  expect(problemsOf(text)).toEqual([expect.stringContaining(problem)])
})

test('元旦 may reach back into December, as in 2018 and 2022', () => {
  expect(problemsOf(fileOf([...OFF, '  2026-12-31: 元旦'], '  2026-12-27: 元旦'))).toEqual([
    expect.stringContaining('work.2026-12-27：不在 2027 年内'),
  ])
})

test('every notice the bot ships with passes the same check', () => {
  const { years, notices } = loadCalendar()
  for (const year of years) {
    const of = (kind: string) =>
      Object.entries(notices)
        .filter(([day, notice]) => day.startsWith(`${year}-`) && notice.kind === kind)
        .map(([day, { name }]) => `  ${day}: ${name}`)
    const text = [`year: ${year}`, 'off:', ...of('off'), 'work:', ...of('work'), ''].join('\n')
    const found = problemsOf(text).filter((problem) => !problem.includes('-12-'))
    expect({ year, found }).toEqual({ year, found: [] })
  }
})

describe('on a real database', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())
  const given = { file: '2027.yaml', by: 'cli:test', at: Date.parse('2026-11-23T10:00:00+08:00') }
  const run = (text: string, dryRun = false) =>
    importCalendar(database.db, { ...given, text, dryRun })

  test('a dry run shows the year and changes nothing', async () => {
    const told = await run(NOTICE, true)
    expect(told).toContain('放假 春节 2月5日（周五）至2月9日（周二） 共 5 天')
    expect(told).toContain('上班 春节 2月20日（周六）')
    expect(told.at(-1)).toBe('（只是预览，没有导入）')
    expect(await showCalendar(database.db, '2027')).toContain(
      '尚未载入当年放假通知：以下只有法定节假日',
    )
  })

  test('an import is the next version, and later deadlines rest on it', async () => {
    const law = createLaw(database.db)
    const before = (await law.current()).calendar
    await run(NOTICE)
    const { calendar } = await law.current()
    expect(calendar.version).toBe(`${before.version}+2027`)
    expect(dayStatus(calendar, '2027-02-20')).toMatchObject({ working: true, reason: 'makeUp' })
    const servedAt = Date.parse('2027-02-05T10:00:00+08:00')
    const rule = { days: 3, count: 'calendar' } as const
    expect(periodFrom(rule, before, servedAt)).toMatchObject({
      lastDay: '2027-02-09',
      lawOnly: true,
    })
    expect(periodFrom(rule, calendar, servedAt)).toMatchObject({
      lastDay: '2027-02-10',
      lawOnly: false,
      calendar: calendar.version,
    })
    expect(await run(NOTICE)).toEqual(['2027 年与现行日历相同，没有改变'])
  })

  test('an amended notice replaces what the first one said', async () => {
    const told = await run(fileOf(OFF, '  2027-02-20: 春节'))
    expect(told).toEqual(
      expect.arrayContaining([
        '- 放假 春节 2月5日（周五）至2月9日（周二） 共 5 天',
        '+ 放假 春节 2月5日（周五）至2月8日（周一） 共 4 天',
      ]),
    )
    const { calendar } = await createLaw(database.db).current()
    expect(calendar.version).toMatch(/\+2027\+2027$/)
    expect(dayStatus(calendar, '2027-02-09').reason).toBe('weekday')
    expect(dayStatus(calendar, '2026-10-10').reason).toBe('makeUp')
  })

  test('a mistake names file and line, a year that is none is refused', async () => {
    await expect(run('year: 2027\noff: {}\n')).rejects.toThrow(/^2027\.yaml:2 off：缺少法定节假日/)
    await expect(showCalendar(database.db, '27')).rejects.toThrow('不是年份')
  })
})
