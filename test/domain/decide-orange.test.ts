import { describe, expect, test } from 'vitest'
import type { SlipEvent } from '../../src/domain/events.ts'
import { evolve } from '../../src/domain/evolve.ts'
import { followUpOf } from '../../src/domain/follow-up.ts'
import { silenceEnds } from '../../src/domain/orange.ts'
import { confirm, dismiss, resetDeadline, step } from './orders.ts'
import { STORIES } from './standings.ts'
import { answered, escalated, reminded } from './stories.ts'
import {
  accepted,
  at,
  CALENDAR,
  facts,
  given,
  refused,
  RULES,
  SLIP,
  slipAfter,
  wall,
} from './given.ts'
import { BY_RULE, DIRECTOR } from './people.ts'

describe('D3 · silence confirms', () => {
  const ends = (moment: string) => wall(silenceEnds(RULES, CALENDAR, at(moment)))

  test.each([
    ['a breach on Saturday 00:00 is seen on Monday', '2026-11-21 00:00', '2026-11-24 08:30'],
    ['a breach on Tuesday 00:00 is seen that morning', '2026-11-17 00:00', '2026-11-18 08:30'],
    [
      'a breach on Friday 00:00 has its 24 h end on Saturday',
      '2026-11-20 00:00',
      '2026-11-23 08:30',
    ],
    ['a verdict on Monday afternoon', '2026-11-16 15:00', '2026-11-17 15:00'],
    ['a verdict on Friday afternoon', '2026-11-20 15:00', '2026-11-23 08:30'],
    ['a verdict in the evening', '2026-11-16 20:00', '2026-11-18 08:30'],
    ['a verdict one minute before closing', '2026-11-16 17:29', '2026-11-17 17:29'],
    ['a breach at the beginning of 国庆', '2026-10-01 00:00', '2026-10-09 08:30'],
    ['the last working day before 国庆', '2026-09-30 10:00', '2026-10-08 08:30'],
    ['a make-up Saturday is a working day', '2026-10-09 10:00', '2026-10-10 10:00'],
  ])('%s', (_, from, to) => {
    expect(ends(from)).toBe(to)
  })

  test('with no hours of silence it confirms at once', () => {
    const rules = { ...RULES, silenceHours: 0 }
    expect(silenceEnds(rules, CALENDAR, at('2026-11-21 00:00'))).toBe(at('2026-11-21 00:00'))
  })

  test('not a minute before its time', () => {
    const silence = given(STORIES.failed)
    expect(silence.when(step('confirmBySilence'), BY_RULE, '2026-11-23 08:29')).toEqual(
      refused('D11', 'ruleNotDue'),
    )
    expect(silence.when(step('confirmBySilence'), BY_RULE, '2026-11-23 08:30')).toMatchObject(
      facts({
        type: 'escalated',
        rule: 'D3',
        by: { kind: 'rule', rule: 'D3' },
      }),
    )
  })
})

describe('D3 · dismissal', () => {
  test('needs a reason and a day', () => {
    expect(given(STORIES.proposed).when(dismiss('', ' '), DIRECTOR, '2026-11-20 09:00')).toEqual(
      refused('D3', 'missing', { fields: ['reason', 'until'] }),
    )
  })

  test.each(['2026-02-30', '下周五', '9999-12-31'])('until %s is no day', (until) => {
    expect(given(STORIES.proposed).when(dismiss(until), DIRECTOR, '2026-11-20 09:00')).toEqual(
      refused('D3', 'notADay', { field: 'until', text: until }),
    )
  })

  test('until yesterday is past from the first moment of today', () => {
    expect(
      given(STORIES.proposed).when(dismiss('2026-11-19'), DIRECTOR, '2026-11-20 00:00'),
    ).toEqual(refused('D3', 'dayPast'))
  })

  test('until today is possible: the day ends at 24:00', () => {
    expect(
      given(STORIES.proposed).when(dismiss('2026-11-20'), DIRECTOR, '2026-11-20 23:59'),
    ).toMatchObject(
      facts('orangeDismissed', {
        type: 'deadlineSet',
        deadline: expect.objectContaining({ dueAt: at('2026-11-21 00:00'), rule: 'D3' }),
      }),
    )
  })

  const dismissed = (story: readonly SlipEvent[]) => {
    const decision = given(story).when(dismiss(), DIRECTOR, '2026-11-20 09:00')
    if ('refused' in decision) throw new Error(decision.refused.reason.is)
    return slipAfter([...story, ...decision.accepted])
  }

  test('the new deadline clears the breach and begins a new plan', () => {
    const slip = dismissed([...STORIES.proposed, reminded(0, '2026-11-20 08:30')])
    expect(slip).toMatchObject({ stage: 'rectifying', reminded: 0 })
    expect(slip.proposal).toBeUndefined()
    expect(slip.breachedAt).toBeUndefined()
    expect(slip.verdictDueAt).toBeUndefined()
  })

  test('a feedback that waited under the proposal comes to the reviewer, with a clock of its own', () => {
    const waiting = { stage: 'reviewing', verdictDueAt: at('2026-11-23 17:30') }
    const late = answered('2026-11-20 08:50', true)
    expect(dismissed([...STORIES.proposed, late])).toMatchObject(waiting)
    expect(dismissed([...STORIES.failed, late])).toMatchObject(waiting)
  })

  test('a feedback that has been judged does not come to the reviewer again', () => {
    expect(dismissed(STORIES.failed)).toMatchObject({ stage: 'rectifying' })
  })
})

describe('D3 · another day for an overdue orange', () => {
  const asked = (until: string, reason?: string) =>
    given(STORIES.orangeOverdue).when(resetDeadline(until, reason), DIRECTOR, '2026-11-20 09:00')

  test('needs a reason and a real day still to come', () => {
    expect(asked('2026-11-27', ' ')).toEqual(refused('D3', 'missing', { fields: ['reason'] }))
    expect(asked('下周')).toEqual(refused('D3', 'notADay', { field: 'until', text: '下周' }))
    expect(asked('2026-11-19')).toEqual(refused('D3', 'dayPast'))
  })

  test('clears the breach and begins a new plan; a day off is moved like any other', () => {
    const slip = slipAfter([...STORIES.orangeOverdue, ...accepted(asked('2026-11-28'))])
    expect(slip).toMatchObject({
      stage: 'rectifying',
      breachedAt: undefined,
      reminded: 0,
      deadline: { lastDay: '2026-11-30', rule: 'D3' },
    })
  })
})

describe('I4, A3 · an escalated blue is followed by its orange', () => {
  test('with the same findings, the ground and the whole history', () => {
    const story = [...STORIES.proposed, answered('2026-11-20 08:50', true)]
    const blue = evolve(SLIP, slipAfter(story), escalated())
    const next = followUpOf(blue, escalated())
    expect(next).toMatchObject({
      slip: 'orange',
      inspector: 'ou_inspector',
      content: { ...blue.content, colour: 'orange' },
      blue: {
        id: SLIP,
        serial: blue.serial,
        ground: 'I4a',
        issuedAt: at('2026-11-16 09:59'),
        servedAt: at('2026-11-16 10:00'),
        dueAt: at('2026-11-20 00:00'),
        confirmedBy: 'ou_director',
      },
    })
    expect(next?.blue.feedback).toHaveLength(1)
  })

  test('after silence nobody is named as the one who confirmed', () => {
    const bySilence = { ...escalated(), by: { kind: 'rule', rule: 'D3' } } as const
    const blue = slipAfter([...STORIES.proposed, bySilence])
    expect(followUpOf(blue, bySilence)?.blue.confirmedBy).toBeUndefined()
  })

  test('no other fact brings a slip into being', () => {
    const slip = slipAfter(STORIES.closed)
    expect(STORIES.closed.map((fact) => followUpOf(slip, fact))).toEqual(
      STORIES.closed.map(() => undefined),
    )
  })

  test('one press by the director is enough', () => {
    expect(given(STORIES.proposed).when(confirm, DIRECTOR, '2026-11-20 09:00')).toMatchObject(
      facts({
        type: 'escalated',
        rule: 'D3',
        by: DIRECTOR,
      }),
    )
  })
})
