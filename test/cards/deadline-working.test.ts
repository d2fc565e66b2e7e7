import { expect, test } from 'vitest'
import { workingPanel } from '../../cards/deadline-working.ts'
import { card } from '../../cards/kit.ts'
import { type Calendar } from '../../src/domain/calendar.ts'
import { deadlineOn, periodFrom, type PeriodRule } from '../../src/domain/deadline.ts'
import { at, CALENDAR } from './sample.ts'
import { transcript } from './transcript.ts'

const CALENDAR_DAYS: PeriodRule = { days: 3, count: 'calendar' }
const WORKING_DAYS: PeriodRule = { days: 3, count: 'working' }
const LAW_ONLY: Calendar = { version: 'law', years: [], notices: {} }

const worked = (rule: PeriodRule, day: string, calendar = CALENDAR): string =>
  shown(periodFrom(rule, calendar, at(day, '10:00')))

function shown(deadline: ReturnType<typeof periodFrom>): string {
  const elements = [workingPanel(deadline, at('2026-09-01', '10:00'))]
  const text = transcript(card({ title: 't', template: 'blue', summary: 's', elements }))
  return text.split('\n').slice(3, -2).join('\n')
}

test('a period that ends on a holiday moves to the next working day, and says why', () => {
  expect(worked(CALENDAR_DAYS, '2026-09-30')).toMatchInlineSnapshot(`
    "  9月30日（周三）　送达日，不计
      10月1日（周四）　第 1 天（国庆节休息，照算）
      10月2日（周五）　第 2 天（国庆节休息，照算）
      10月3日（周六）　第 3 天，国庆节休息，顺延
      10月4日（周日）　周末休息，顺延
      10月5日（周一）　24:00 到期，顺延到这一天"
  `)
})

test('a weekend in the middle counts', () => {
  expect(worked(CALENDAR_DAYS, '2026-11-27')).toMatchInlineSnapshot(`
    "  11月27日（周五）　送达日，不计
      11月28日（周六）　第 1 天（周末休息，照算）
      11月29日（周日）　第 2 天（周末休息，照算）
      11月30日（周一）　24:00 到期，第 3 天"
  `)
})

test('a make-up working day ends a period', () => {
  expect(worked(CALENDAR_DAYS, '2026-10-07')).toMatchInlineSnapshot(`
    "  10月7日（周三）　送达日，不计
      10月8日（周四）　第 1 天
      10月9日（周五）　第 2 天
      10月10日（周六）　24:00 到期，第 3 天（国庆节调休上班）"
  `)
})

test('where working days are counted, days off are not', () => {
  expect(worked(WORKING_DAYS, '2026-11-26')).toMatchInlineSnapshot(`
    "  11月26日（周四）　送达日，不计
      11月27日（周五）　第 1 天
      11月28日（周六）　周末休息，不计
      11月29日（周日）　周末休息，不计
      11月30日（周一）　第 2 天
      12月1日（周二）　24:00 到期，第 3 天"
  `)
})

test('a year without its notice says that the law alone spoke', () => {
  expect(worked(CALENDAR_DAYS, '2026-12-30', LAW_ONLY)).toMatchInlineSnapshot(`
    "  12月30日（周三）　送达日，不计
      12月31日（周四）　第 1 天
      2027年1月1日（周五）　第 2 天（元旦休息，照算）
      2027年1月2日（周六）　第 3 天，周末休息，顺延
      2027年1月3日（周日）　周末休息，顺延
      2027年1月4日（周一）　24:00 到期，顺延到这一天
      年度放假通知还没有载入，这里只按法定节假日计算；期限定下后不再变动。"
  `)
})

test('a day given by a decision needs no counting', () => {
  expect(shown(deadlineOn('D3', CALENDAR, '2026-10-10'))).toMatchInlineSnapshot(
    `"  10月10日（周六）　24:00 到期（国庆节调休上班）"`,
  )
})
