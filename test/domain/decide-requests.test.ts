import { describe, expect, test } from 'vitest'
import type { SlipEvent } from '../../src/domain/events.ts'
import { nextStep } from '../../src/domain/next-step.ts'
import { deadlineSet, extensionAsked, extensionRuled, returnAsked } from './later-facts.ts'
import { askExtension, askReturn, ruleExtension, ruleReturn } from './orders.ts'
import { STORIES } from './standings.ts'
import { answered, breached, issued, proposed, served } from './stories.ts'
import { accepted, at, facts, given, refused, RULES, slipAfter, wall } from './given.ts'
import { CONTACT, REVIEWER } from './people.ts'

const MORNING = '2026-11-18 09:00'

describe('D6 · the unit asks for more time', () => {
  const asked = (until: string, reason = '材料在途', moment = MORNING) =>
    given(STORIES.rectifying).when(askExtension(until, reason), CONTACT, moment)

  test.each([
    ['no day', '', 'missing', { fields: ['until'] }],
    ['a day that does not exist', '2026-11-31', 'notADay', { field: 'until', text: '2026-11-31' }],
    ['words', '下周五', 'notADay', { field: 'until', text: '下周五' }],
    ['the last day as it stands', '2026-11-19', 'notLater', {}],
    ['a day before it', '2026-11-18', 'notLater', {}],
    ['the day after the furthest', '2026-12-05', 'tooFar', { days: RULES.extensionDaysMax }],
  ] as const)('%s is refused', (_, until, is, more) => {
    expect(asked(until)).toEqual(refused('D6', is, more))
  })

  test.each(['2026-11-20', '2026-12-04'])('until %s is possible', (until) => {
    expect(asked(until)).toMatchObject(
      facts({ type: 'extensionRequested', until, rulingDueAt: at('2026-11-19 17:30') }),
    )
  })

  test('needs a reason', () => {
    expect(asked('2026-11-25', ' ')).toEqual(refused('D6', 'missing', { fields: ['reason'] }))
  })

  test('before the deadline, to the minute', () => {
    expect(asked('2026-11-25', '材料在途', '2026-11-19 23:59')).toMatchObject(
      facts('extensionRequested'),
    )
    expect(asked('2026-11-25', '材料在途', '2026-11-20 00:00')).toEqual(
      refused('D6', 'afterDeadline'),
    )
  })

  test('asking moves nothing', () => {
    const slip = slipAfter(STORIES.rectifying)
    expect(slipAfter(STORIES.extensionAsked)).toMatchObject({
      deadline: slip.deadline,
      plan: slip.plan,
      stage: 'rectifying',
    })
  })
})

describe('D6 · the reviewer rules', () => {
  const ruled = (
    story: readonly SlipEvent[],
    granted: boolean,
    moment = MORNING,
    reason?: string,
  ) => given(story).when(ruleExtension(granted, reason), REVIEWER, moment)

  test('granted, the deadline is 24:00 of the day asked for, with a fresh plan and the breach gone', () => {
    const slip = slipAfter([
      ...STORIES.extensionAsked,
      ...accepted(ruled(STORIES.extensionAsked, true)),
    ])
    expect(slip.deadline).toMatchObject({ lastDay: '2026-11-25', rule: 'D6' })
    expect(wall(slip.deadline?.dueAt ?? 0)).toBe('2026-11-26 00:00')
    expect(slip).toMatchObject({ reminded: 0, breachedAt: undefined })
    expect(slip.plan.map((line) => wall(line.at))).toEqual([
      '2026-11-23 08:30',
      '2026-11-25 13:00',
      '2026-11-26 08:30',
      '2026-11-27 08:30',
      '2026-11-30 08:30',
      '2026-12-01 08:30',
    ])
    expect(slip.extension?.ruling).toMatchObject({ granted: true, by: 'ou_reviewer' })
  })

  test('denied, nothing moves', () => {
    const before = slipAfter(STORIES.extensionAsked)
    const after = slipAfter([
      ...STORIES.extensionAsked,
      ...accepted(ruled(STORIES.extensionAsked, false)),
    ])
    expect(after).toMatchObject({ deadline: before.deadline, plan: before.plan })
  })

  test('with a reason, once', () => {
    expect(ruled(STORIES.extensionAsked, true, MORNING, ' ')).toEqual(
      refused('D6', 'missing', { fields: ['reason'] }),
    )
    expect(ruled(STORIES.extensionDenied, true)).toEqual(refused('D6', 'nothingToRule'))
  })

  test('while the slip is before the reviewer too', () => {
    expect(ruled([...STORIES.extensionAsked, answered()], true)).toMatchObject(
      facts('extensionRuled', 'deadlineSet'),
    )
  })

  test('once proposed for orange, it is the director’s: they dismiss with a day, or they do not', () => {
    const late = [...STORIES.extensionAsked, breached(), proposed()]
    expect(ruled(late, true, '2026-11-20 09:00')).toEqual(
      refused('D6', 'wrongStage', { stage: 'proposed' }),
    )
  })

  test('a day gone by cannot be granted any more, only denied', () => {
    const overdue = [issued('orange'), served(), extensionAsked('2026-11-20'), breached()]
    expect(ruled(overdue, true, '2026-11-20 23:59')).toMatchObject(
      facts('extensionRuled', 'deadlineSet'),
    )
    expect(ruled(overdue, true, '2026-11-21 00:00')).toEqual(refused('D6', 'dayPast'))
    expect(ruled(overdue, false, '2026-11-21 00:00')).toMatchObject(facts('extensionRuled'))
  })

  test('a grant never takes time away from a deadline that has moved further since', () => {
    const moved = [...STORIES.extensionAsked, deadlineSet('2026-11-27')]
    expect(ruled(moved, true)).toEqual(refused('D6', 'notLater'))
    expect(ruled([...STORIES.extensionAsked, deadlineSet('2026-11-24')], true)).toMatchObject(
      facts('extensionRuled', 'deadlineSet'),
    )
  })
})

describe('D7 · 退单异议', () => {
  const asked = (unit: string, reason: string, moment = MORNING) =>
    given(STORIES.rectifying).when(askReturn(unit, reason), CONTACT, moment)

  test.each([
    ['nothing', '', ' ', 'missing', { fields: ['reason', 'unit'] }],
    ['no unit', '', '已划转', 'missing', { fields: ['unit'] }],
    ['no reason', 'rl2', '', 'missing', { fields: ['reason'] }],
    ['itself', 'rl1', '已划转', 'sameUnit', {}],
  ] as const)('naming %s is refused', (_, unit, reason, is, more) => {
    expect(asked(unit, reason)).toEqual(refused('D7', is, more))
  })

  test('in time, to the minute', () => {
    expect(asked('rl2', '已划转', '2026-11-19 23:59')).toMatchObject(
      facts({ type: 'returnRequested', unit: 'rl2', rulingDueAt: at('2026-11-23 17:30') }),
    )
    expect(asked('rl2', '已划转', '2026-11-20 00:00')).toEqual(refused('D7', 'afterDeadline'))
  })

  test('the clock goes on until the office has ruled', () => {
    expect(slipAfter(STORIES.returnAsked).deadline).toEqual(slipAfter(STORIES.rectifying).deadline)
  })

  test('the ruling needs a reason', () => {
    expect(given(STORIES.returnAsked).when(ruleReturn(true, ' '), REVIEWER, MORNING)).toEqual(
      refused('D7', 'missing', { fields: ['reason'] }),
    )
  })
})

describe('D7 · let go, the slip begins anew in the other unit', () => {
  const before: readonly SlipEvent[] = [
    ...STORIES.returnAsked,
    extensionAsked('2026-11-20'),
    answered('2026-11-17 11:00'),
  ]
  const gone = [
    ...before,
    ...accepted(given(before).when(ruleReturn(true), REVIEWER, '2026-11-18 09:00')),
  ]

  test('nothing of the first unit is left on it but its serial, its findings and the request', () => {
    const [was, is] = [slipAfter(before), slipAfter(gone)]
    expect(is).toMatchObject({
      stage: 'unserved',
      serial: was.serial,
      content: { ...was.content, unit: 'rl2', site: undefined },
      feedback: [],
      verdicts: [],
      plan: [],
      served: undefined,
      deadline: undefined,
      signedFor: undefined,
      handler: undefined,
      returned: { unit: 'rl2', ruling: { granted: true } },
    })
  })

  test('it is served there anew, with a whole period of its own', () => {
    const anew = slipAfter([...gone, served('2026-11-18 09:01')])
    expect(anew).toMatchObject({ stage: 'rectifying', deadline: { lastDay: '2026-11-23' } })
    expect(nextStep(slipAfter(gone))).toEqual({ kind: 'watchService', at: at('2026-11-18 09:10') })
  })

  const OTHER = { kind: 'person', id: 'ou_otherContact', roles: ['contact'] } as const
  const otherContact = { ...OTHER, units: ['rl2'], standsInFor: [] }
  const there = [...gone, served('2026-11-18 09:01')]

  test('D6 · what the first unit asked for is not granted to the second, which may ask for itself', () => {
    expect(given(there).when(ruleExtension(true), REVIEWER, '2026-11-18 10:00')).toEqual(
      refused('D6', 'nothingToRule'),
    )
    expect(
      given(there).when(askExtension('2026-11-27'), otherContact, '2026-11-18 10:00'),
    ).toMatchObject(facts('extensionRequested'))
  })

  test('a second return is refused: one per slip', () => {
    expect(given(there).when(askReturn('rl1'), otherContact, '2026-11-18 10:00')).toEqual(
      refused('D7', 'onlyOnce'),
    )
  })
})

describe('D9 · the office’s clock on a request', () => {
  const urgedAbout = (about: 'extension' | 'return'): SlipEvent => ({
    type: 'rulingUrged',
    about,
    at: at('2026-11-18 17:30'),
    by: { kind: 'rule', rule: 'D9' },
    rule: 'D9',
  })
  const step = (story: readonly SlipEvent[]) => nextStep(slipAfter(story))

  test('an extension and a return are urged once each, one working day after they were asked', () => {
    const both = [...STORIES.reviewing, extensionAsked(), returnAsked('2026-11-17 09:31')]
    expect(step(both)).toMatchObject({ kind: 'urgeVerdict' })
    const verdict: SlipEvent = { ...urgedAbout('return'), type: 'verdictUrged' }
    expect(step([...both, verdict])).toEqual({
      kind: 'urgeExtension',
      at: at('2026-11-18 17:30'),
    })
    expect(step([...both, verdict, urgedAbout('extension')])).toMatchObject({ kind: 'urgeReturn' })
    expect(step([...both, verdict, urgedAbout('extension'), urgedAbout('return')])).toBeUndefined()
  })

  test('a request ruled on is not urged', () => {
    const ruled = [...STORIES.reviewing, extensionAsked(), extensionRuled(false)]
    expect(step(ruled)).toMatchObject({ kind: 'urgeVerdict' })
  })
})
