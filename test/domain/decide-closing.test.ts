import { describe, expect, test } from 'vitest'
import type { SlipEvent } from '../../src/domain/events.ts'
import { drawLot, planLookBack } from '../../src/domain/look-back.ts'
import { deskOf, nextStep } from '../../src/domain/next-step.ts'
import { isOpen, isOverdue } from '../../src/domain/slip.ts'
import { lookBackDue, lookBackPlanned, lookedBack } from './later-facts.ts'
import { confirm, countersign, dismiss, judge, lookBack, step } from './orders.ts'
import { STORIES } from './standings.ts'
import { answered, breached, closed, issued, judged, proposed, served } from './stories.ts'
import { accepted, at, CALENDAR, facts, given, refused, RULES, slipAfter, wall } from './given.ts'
import { BY_RULE, DIRECTOR, INSPECTOR, REVIEWER } from './people.ts'

const LAW = { rules: RULES, calendar: CALENDAR }

describe('D4 · the second signature under an orange', () => {
  test('the reviewer’s pass closes a blue, and brings an orange to the director', () => {
    const slip = slipAfter(STORIES.countersigning)
    expect([slip.stage, deskOf(slip), nextStep(slip)]).toEqual([
      'countersigning',
      'director',
      undefined,
    ])
  })

  test('given without a word, the slip is closed and a look-back planned', () => {
    expect(
      given(STORIES.countersigning).when(countersign(true, ''), DIRECTOR, '2026-11-18 09:00'),
    ).toMatchObject(
      facts(
        { type: 'closed', by: DIRECTOR },
        {
          type: 'lookBackPlanned',
          lookBack: { at: at('2026-12-03 08:30'), because: 'orange' },
        },
      ),
    )
  })

  test('refused with a reason, the verdict is overturned and the unit has a new period', () => {
    const refusal = given(STORIES.countersigning).when(
      countersign(false),
      DIRECTOR,
      '2026-11-18 09:00',
    )
    const after = slipAfter([...STORIES.countersigning, ...accepted(refusal)])
    expect(after).toMatchObject({
      stage: 'rectifying',
      deadline: { lastDay: '2026-11-23' },
      verdicts: [{ outcome: 'pass' }, { outcome: 'fail', by: 'ou_director', round: 1 }],
    })
    expect(
      given(STORIES.countersigning).when(countersign(false, ' '), DIRECTOR, '2026-11-18 09:00'),
    ).toEqual(refused('D4', 'missing', { fields: ['reason'] }))
  })

  test('which colours need it is rule data', () => {
    const without = { ...RULES, countersign: [] }
    expect(
      given(STORIES.orangeReviewing, without).when(judge('pass'), REVIEWER, '2026-11-17 10:00'),
    ).toMatchObject(facts('verdictGiven', 'closed', 'lookBackPlanned'))
    const both = { ...RULES, countersign: ['blue', 'orange'] as const }
    expect(
      given(STORIES.reviewing, both).when(judge('pass'), REVIEWER, '2026-11-17 10:00'),
    ).toMatchObject(facts('verdictGiven', 'closingProposed'))
  })

  test('I4b · refused under a blue, it is proposed for orange', () => {
    const both = { ...RULES, countersign: ['blue', 'orange'] as const }
    const waiting: SlipEvent[] = [
      ...STORIES.reviewing,
      judged('pass'),
      { type: 'closingProposed', at: at('2026-11-17 10:00'), by: REVIEWER, rule: 'D4' },
    ]
    expect(
      given(waiting, both).when(countersign(false), DIRECTOR, '2026-11-18 09:00'),
    ).toMatchObject(facts('verdictGiven', { type: 'orangeProposed', ground: 'I4b' }))
  })
})

describe('D10 · who is looked back at', () => {
  const ids = Array.from({ length: 2000 }, (_, i) => {
    const tail = (i * 2_654_435_761).toString(16).padStart(12, '0').slice(-12)
    return `5f0e6e0a-0000-4000-8000-${tail}`
  })
  const { share, seed } = RULES.lookBack.sample
  const drawn = ids.filter((id) => drawLot(seed, id) < share)

  test('about the share of the rule is drawn', () => {
    expect(drawn.length / ids.length).toBeGreaterThan(share - 0.03)
    expect(drawn.length / ids.length).toBeLessThan(share + 0.03)
  })

  test('every lot lies between 0 and 1 and is the same whenever it is drawn', () => {
    const lots = ids.map((id) => drawLot(seed, id))
    expect(lots.filter((lot) => lot < 0 || lot >= 1)).toEqual([])
    expect(ids.map((id) => drawLot(seed, id))).toEqual(lots)
  })

  test('another seed draws others', () => {
    const others = ids.filter((id) => drawLot('2027-1', id) < share)
    const both = others.filter((id) => drawn.includes(id)).length / ids.length
    expect(both).toBeGreaterThan(share * share - 0.03)
    expect(both).toBeLessThan(share * share + 0.03)
  })

  const planOf = (colour: 'green' | 'blue' | 'orange', id: string, moment: string) => {
    const slip = { ...slipAfter([issued(colour), served()]), id }
    return planLookBack(LAW, slip, at(moment)).map((fact) =>
      fact.type === 'lookBackPlanned' ? [fact.lookBack.because, wall(fact.lookBack.at)] : [],
    )
  }
  const [hit = ''] = drawn
  const miss = ids.find((id) => !drawn.includes(id)) ?? ''

  test.each([
    ['an orange always', 'orange', miss, '2026-11-17 10:00', [['orange', '2026-12-02 08:30']]],
    ['a blue that is drawn', 'blue', hit, '2026-11-17 10:00', [['sample', '2026-12-02 08:30']]],
    ['a blue that is not', 'blue', miss, '2026-11-17 10:00', []],
    ['a green never', 'green', hit, '2026-11-17 10:00', []],
    ['on a working day', 'orange', hit, '2026-11-13 10:00', [['orange', '2026-11-30 08:30']]],
    ['after 国庆', 'orange', hit, '2026-09-17 10:00', [['orange', '2026-10-08 08:30']]],
  ] as const)('%s', (_, colour, id, moment, plan) => {
    expect(planOf(colour, id, moment)).toEqual(plan)
  })

  test('the lot is kept with the plan, so that anybody can draw it again', () => {
    const slip = { ...slipAfter(STORIES.reviewing), id: hit }
    expect(planLookBack(LAW, slip, at('2026-11-17 10:00'))).toMatchObject([
      { lookBack: { lot: drawLot(seed, hit) }, by: { kind: 'rule', rule: 'D10' } },
    ])
  })
})

describe('I7 · the look-back', () => {
  test('comes by itself, opens the slip for the inspector and disturbs the unit with nothing', () => {
    const planned = STORIES.toBeVisited
    expect(isOpen(slipAfter(planned))).toBe(false)
    expect(given(planned).when(step('lookBack'), BY_RULE, '2026-12-02 08:29')).toEqual(
      refused('D11', 'ruleNotDue'),
    )
    expect(given(planned).when(step('lookBack'), BY_RULE, '2026-12-02 08:30')).toMatchObject(
      facts('lookBackDue'),
    )
    expect(deskOf(slipAfter(STORIES.lookingBack))).toBe('inspector')
  })

  const found = (finding: 'held' | 'partly' | 'relapsed') =>
    slipAfter([
      ...STORIES.lookingBack,
      ...accepted(
        given(STORIES.lookingBack).when(lookBack(finding), INSPECTOR, '2026-12-02 10:00'),
      ),
    ])

  test('held: the slip is done for good', () => {
    expect(found('held')).toMatchObject({ stage: 'closed', lookBack: undefined })
    expect(nextStep(found('held'))).toBeUndefined()
  })

  test('kept in part: 再督查 a week later', () => {
    expect(found('partly')).toMatchObject({
      stage: 'closed',
      lookBack: { at: at('2026-12-09 08:30'), because: 'again' },
    })
  })

  test('relapsed: proposed for orange with its lineage, and a press makes it one', () => {
    expect(found('relapsed')).toMatchObject({
      stage: 'proposed',
      proposal: { ground: 'I7', confirmsAt: at('2026-12-03 10:00') },
    })
    expect(given(STORIES.relapsed).when(confirm, DIRECTOR, '2026-12-02 11:00')).toMatchObject(
      facts('escalated'),
    )
  })

  test('dismissed, the slip is closed again; no new deadline is asked for', () => {
    const dismissed = given(STORIES.relapsed).when(dismiss(''), DIRECTOR, '2026-12-02 11:00')
    expect(dismissed).toMatchObject(facts('orangeDismissed'))
    expect(slipAfter([...STORIES.relapsed, ...accepted(dismissed)])).toMatchObject({
      stage: 'closed',
      proposal: undefined,
    })
  })

  test('needs a reason', () => {
    expect(
      given(STORIES.lookingBack).when(lookBack('held', ''), INSPECTOR, '2026-12-02 10:00'),
    ).toEqual(refused('I7', 'missing', { fields: ['reason'] }))
  })

  const lateOrange = [
    issued('orange'),
    served(),
    breached(),
    answered('2026-11-20 09:00', true),
    judged('pass', '2026-11-20 10:00'),
    closed('2026-11-20 10:00'),
    lookBackPlanned('orange', '2026-12-07 08:30', '2026-11-20 10:00'),
    lookBackDue('2026-12-07 08:30'),
  ]

  test('D1 · an orange that was late once is not overdue again when it is looked back at', () => {
    expect(isOverdue(slipAfter(lateOrange))).toBe(false)
  })

  test('D11 · nor does its old reminder plan wake up when it has relapsed', () => {
    const again = [
      ...lateOrange,
      lookedBack('relapsed', '2026-12-07 10:00'),
      proposed('I7', '2026-12-07 10:00', '2026-12-08 10:00'),
    ]
    expect(nextStep(slipAfter(again))).toMatchObject({ kind: 'confirmBySilence' })
    expect(isOverdue(slipAfter(again))).toBe(false)
  })
})
