import { describe, expect, test } from 'vitest'
import type { SlipEvent } from '../../src/domain/events.ts'
import { messagesOf } from '../../src/domain/effects.ts'
import { nextStep } from '../../src/domain/next-step.ts'
import { replay } from '../../src/domain/evolve.ts'
import { handedOver, interim, urged, withdrawn } from './later-facts.ts'
import {
  correct,
  handOver,
  issueOrange,
  recordService,
  replyInterim,
  retryService,
  urge,
  withdraw,
} from './orders.ts'
import { STORIES } from './standings.ts'
import { answered, CONTENT, issued } from './stories.ts'
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
import { BY_RULE, CONTACT, DIRECTOR, INSPECTOR, REVIEWER } from './people.ts'

describe('D11 · 催办 by hand', () => {
  const once = [...STORIES.rectifying, urged('2026-11-17 10:00')]

  test('again after the hours of the rule, not a minute before', () => {
    expect(given(once).when(urge, REVIEWER, '2026-11-17 13:59')).toEqual(
      refused('D11', 'urgedRecently', { again: at('2026-11-17 14:00') }),
    )
    expect(given(once).when(urge, REVIEWER, '2026-11-17 14:00')).toMatchObject(facts('urged'))
  })

  test('pressed in the evening it is said at the opening: the unit is not disturbed', () => {
    const said = (moment: string) => {
      const fact = urged(moment)
      return messagesOf(RULES, CALENDAR, slipAfter([...STORIES.rectifying, fact]), fact)
    }
    expect(said('2026-11-20 20:00').map(({ notBefore }) => wall(notBefore))).toEqual([
      '2026-11-23 08:30',
    ])
    expect(said('2026-11-17 10:00').map(({ notBefore }) => wall(notBefore))).toEqual([
      '2026-11-17 10:00',
    ])
  })

  test('a unit that has answered everything is not urged', () => {
    const late = [...STORIES.proposed, answered('2026-11-20 08:50', true)]
    expect(given(late).when(urge, INSPECTOR, '2026-11-20 09:00')).toEqual(
      refused('D11', 'nothingOpen'),
    )
  })
})

describe('I1 · a correction', () => {
  const corrected = (change: Parameters<typeof correct>[0], reason?: string) =>
    given(STORIES.rectifying).when(correct(change, reason), INSPECTOR, '2026-11-17 10:00')

  test('is a new version under the same number', () => {
    const [before, fact] = [slipAfter(STORIES.rectifying), corrected({ subject: '服务培训' })]
    const after = slipAfter([...STORIES.rectifying, ...accepted(fact)])
    expect(after.content).toMatchObject({ subject: '服务培训', site: '延安路热力站' })
    expect(after).toMatchObject({
      serial: before.serial,
      deadline: before.deadline,
      corrections: [{ reason: '站点写错', by: 'ou_inspector' }],
    })
  })

  test.each([
    ['the colour', { colour: 'orange' }],
    ['the unit', { unit: 'rl2' }],
    ['the number of findings', { findings: [] }],
  ] as const)('never changes %s', (_, change) => {
    expect(corrected(change)).toEqual(refused('I1', 'notACorrection'))
  })

  test('says why', () => {
    expect(corrected({}, ' ')).toEqual(refused('I1', 'missing', { fields: ['reason'] }))
  })

  test('moves no inspection into the future: the orange to come would be refused', () => {
    expect(corrected({ inspectedOn: '2026-11-18' })).toEqual(refused('I1', 'futureInspection'))
    expect(corrected({ inspectedOn: '2026-11-17' })).toMatchObject(facts('corrected'))
  })
})

describe('D15 · 撤销', () => {
  test('voids the slip; number, words and reason stay', () => {
    const slip = slipAfter(STORIES.voided)
    expect(slip).toMatchObject({
      stage: 'voided',
      serial: { colour: 'blue', year: 2026, number: 1 },
      content: CONTENT,
      withdrawn: { reason: '重复签发', by: 'ou_inspector' },
    })
    expect(nextStep(slip)).toBeUndefined()
  })

  test('says why', () => {
    expect(given(STORIES.rectifying).when(withdraw(' '), INSPECTOR, '2026-11-17 10:00')).toEqual(
      refused('D15', 'missing', { fields: ['reason'] }),
    )
  })

  test('D2 · a card that Feishu accepts after the withdrawal brings nothing back to life', () => {
    const early = [issued(), withdrawn('2026-11-16 10:00')]
    expect(given(early).when(recordService, BY_RULE, '2026-11-16 10:01')).toEqual({ accepted: [] })
  })

  const said = (story: readonly SlipEvent[]) => {
    const fact = story.at(-1)
    return fact ? messagesOf(RULES, CALENDAR, slipAfter(story), fact) : []
  }

  test('a unit that never saw the slip hears nothing of its end, one that did does', () => {
    expect(said([issued(), withdrawn('2026-11-16 10:00')])).toEqual([])
    expect(said(STORIES.voided)).toMatchObject([{ to: { chat: 'unit' } }])
    expect(said([issued()])[0]?.validIn).toEqual(['unserved'])
  })
})

describe('D2 · serving again', () => {
  test('the office tries again, and the watch starts anew', () => {
    const tried = given(STORIES.undeliverable).when(retryService, INSPECTOR, '2026-11-16 14:00')
    const slip = slipAfter([...STORIES.undeliverable, ...accepted(tried)])
    expect(slip.serviceFailure).toBeUndefined()
    expect(nextStep(slip)).toEqual({ kind: 'watchService', at: at('2026-11-16 14:10') })
  })
})

describe('O5 · handing over', () => {
  const story = given([...STORIES.rectifying, handedOver()])

  test('to a colleague, and to another one', () => {
    expect(story.when(handOver('ou_contact'), CONTACT, '2026-11-17 11:00')).toMatchObject(
      facts({ type: 'handedOver', to: 'ou_contact' }),
    )
  })

  test.each([
    ['somebody of another unit', 'ou_otherHead'],
    ['the one who has it already', 'ou_head'],
  ])('not to %s', (_, to) => {
    expect(story.when(handOver(to), CONTACT, '2026-11-17 11:00')).toEqual(
      refused('O5', 'notColleague'),
    )
  })
})

describe('I5 · a word in between', () => {
  test('is kept and stops no clock', () => {
    const before = slipAfter(STORIES.rectifying)
    const after = slipAfter([...STORIES.rectifying, interim()])
    expect(after).toMatchObject({ interim: [{ text: '已联系厂家', by: 'ou_contact' }] })
    expect([after.deadline, nextStep(after)]).toEqual([before.deadline, nextStep(before)])
  })

  test('says something', () => {
    expect(given(STORIES.rectifying).when(replyInterim(' '), CONTACT, '2026-11-17 11:00')).toEqual(
      refused('I5', 'missing', { fields: ['text'] }),
    )
  })
})

describe('I4, I4c · an orange that no blue led to', () => {
  const { grounds: _, ...bare } = issueOrange
  const earlier = [{ id: 'x', serial: { colour: 'blue', year: 2026, number: 3 } as const }]

  test('is issued by the director with its grounds, and keeps them', () => {
    const repeated = {
      ...bare,
      grounds: { rule: 'I4c', earlier, because: '同一窗口第三次' } as const,
    }
    const story = accepted(given([]).when(repeated, DIRECTOR, '2026-11-17 10:00'))
    expect(story).toMatchObject([{ type: 'issued', rule: 'I4c' }])
    expect(replay(SLIP, story)).toMatchObject({ grounds: repeated.grounds, blue: undefined })
  })

  test('not without grounds, nor without words for them', () => {
    expect(given([]).when(bare, DIRECTOR, '2026-11-17 10:00')).toEqual(
      refused('I4', 'orangeNeedsGrounds'),
    )
    const silent = { ...bare, grounds: { rule: 'I4', because: ' ' } as const }
    expect(given([]).when(silent, DIRECTOR, '2026-11-17 10:00')).toEqual(
      refused('I4', 'missing', { fields: ['reason'] }),
    )
  })

  test('I1 · no slip is about an inspection still to come', () => {
    const content = { ...issueOrange.content, inspectedOn: '2026-11-18' }
    expect(given([]).when({ ...issueOrange, content }, DIRECTOR, '2026-11-17 23:59')).toEqual(
      refused('I1', 'futureInspection'),
    )
  })
})
