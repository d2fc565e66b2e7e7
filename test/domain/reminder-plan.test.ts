import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deadlineOn, periodFrom } from '../../src/domain/deadline.ts'
import { inOfficeHours } from '../../src/domain/office-hours.ts'
import { planReminders, type PlannedReminder } from '../../src/domain/reminder-plan.ts'
import { addDays, dayOf, type Instant } from '../../src/domain/time.ts'
import { at, CALENDAR, RULES, wall } from './given.ts'

const planned = (servedAt: Instant): PlannedReminder[] =>
  planReminders(RULES, CALENDAR, servedAt, periodFrom(RULES.period.blue, CALENDAR, servedAt))

const shown = (plan: readonly PlannedReminder[]) =>
  plan.map(({ at: moment, when, to }) => `${wall(moment)} ${when} → ${to.join(', ')}`)

describe('D11 · the plan, made once with the slip', () => {
  test('served on Monday at 10:00, due on Thursday', () => {
    expect(shown(planned(at('2026-11-16 10:00')))).toEqual([
      '2026-11-18 08:30 share → contact',
      '2026-11-19 13:00 lastHalfDay → contact, head',
      '2026-11-20 08:30 due → contact, head, inspector',
      '2026-11-23 08:30 after → head, reviewer',
      '2026-11-24 08:30 after → head, director',
      '2026-11-25 08:30 after → director, leader',
    ])
  })

  test('served on Thursday at 16:00, the Sunday moved to Monday', () => {
    expect(shown(planned(at('2026-11-19 16:00')))).toEqual([
      '2026-11-23 08:30 share → contact',
      '2026-11-23 13:00 lastHalfDay → contact, head',
      '2026-11-24 08:30 due → contact, head, inspector',
      '2026-11-25 08:30 after → head, reviewer',
      '2026-11-26 08:30 after → head, director',
      '2026-11-27 08:30 after → director, leader',
    ])
  })

  test('served before 国庆, due on its first working day: nobody hears of it in between', () => {
    expect(shown(planned(at('2026-09-28 10:00')))).toEqual([
      '2026-10-08 08:30 share → contact',
      '2026-10-08 13:00 lastHalfDay → contact, head',
      '2026-10-09 08:30 due → contact, head, inspector',
      '2026-10-10 08:30 after → head, reviewer',
      '2026-10-12 08:30 after → head, director',
      '2026-10-13 08:30 after → director, leader',
    ])
  })

  test('half of the time gone lies inside office hours when it can', () => {
    expect(shown(planned(at('2026-11-16 20:00')))[0]).toBe('2026-11-18 10:00 share → contact')
  })

  test('D3 · a new deadline given in the evening for the same day disturbs nobody that evening', () => {
    const evening = at('2026-11-20 20:00')
    const plan = planReminders(RULES, CALENDAR, evening, deadlineOn('D3', CALENDAR, '2026-11-20'))
    expect(plan.map((line) => wall(line.at))).toEqual([
      '2026-11-23 08:30',
      '2026-11-23 08:30',
      '2026-11-23 08:30',
      '2026-11-24 08:30',
      '2026-11-25 08:30',
      '2026-11-26 08:30',
    ])
  })
})

describe('D11 · whenever a slip is served from 2019 to 2026', () => {
  const moment = fc.integer({ min: at('2019-01-01 00:00'), max: at('2026-12-31 23:59') })

  const isFit = (one: Instant, servedAt: Instant) =>
    inOfficeHours(RULES.officeHours, CALENDAR, one) && one >= servedAt && Number.isInteger(one)

  test('every reminder is in office hours, in order, never before service, on a whole millisecond', () => {
    fc.assert(
      fc.property(moment, (servedAt) => {
        const moments = planned(servedAt).map((line) => line.at)
        expect(moments.length).toBe(RULES.reminders.plan.length)
        expect(moments.filter((one) => !isFit(one, servedAt))).toEqual([])
        expect(moments).toEqual(moments.toSorted((a, b) => a - b))
      }),
      { numRuns: 200 },
    )
  })

  test('so it is with a deadline set by a decision for any day to come', () => {
    fc.assert(
      fc.property(moment, fc.nat({ max: 40 }), (decidedAt, days) => {
        const deadline = deadlineOn('D3', CALENDAR, addDays(dayOf(decidedAt), days))
        const plan = planReminders(RULES, CALENDAR, decidedAt, deadline)
        expect(plan.filter((line) => !isFit(line.at, decidedAt))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  test('two reminders come before the deadline, the rest after it', () => {
    fc.assert(
      fc.property(moment, (servedAt) => {
        const { dueAt } = periodFrom(RULES.period.blue, CALENDAR, servedAt)
        const before = planned(servedAt).filter((line) => line.at < dueAt)
        expect(before.map((line) => line.when).toSorted()).toEqual(['lastHalfDay', 'share'])
      }),
      { numRuns: 100 },
    )
  })
})
