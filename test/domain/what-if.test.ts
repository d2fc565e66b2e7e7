import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor } from '../../src/domain/authority.ts'
import type { Order } from '../../src/domain/commands.ts'
import type { Law } from '../../src/domain/decide.ts'
import type { SlipEvent } from '../../src/domain/events.ts'
import type { RuleBook } from '../../src/domain/rule-book.ts'
import type { SlipContent } from '../../src/domain/slip.ts'
import { addDays, DAY } from '../../src/domain/time.ts'
import { relive, whatIf } from '../../src/domain/what-if.ts'
import { acts, begins } from './acts.ts'
import { at, CALENDAR, RULES, SLIP, wall } from './given.ts'
import { type Act, Life } from './life.ts'
import { BY_RULE, CONTACT, DIRECTOR, INSPECTOR, REVIEWER } from './people.ts'
import { ANSWER, BLUE, CONTENT, MEETING } from './stories.ts'

const OWN: Law = { rules: RULES, calendar: CALENDAR }
const ONE: SlipContent = { ...CONTENT, inspectedOn: '2026-11-12' }
const TWO: SlipContent = {
  ...ONE,
  findings: [...ONE.findings, { text: '地面湿滑', requirement: '保持整洁', type: 'R3.2' }],
}

function born(moment: number, content: SlipContent): Life {
  const life = new Life(moment)
  const { colour } = content
  const more = colour === 'orange' ? { blue: BLUE } : {}
  const by: Actor = colour === 'orange' ? { kind: 'rule', rule: 'D3' } : INSPECTOR
  const serial = { colour, year: 2026, number: 1 }
  life.ask({ type: 'issue', content, serial, inspector: 'ou_inspector', ...more }, by)
  return life
}

/** What the acts of the core's own lives leave out. */
const FURTHER: readonly [Order, Actor][] = [
  [{ type: 'retryService' }, INSPECTOR],
  [{ type: 'submitFeedback', feedback: ANSWER, findings: [0] }, CONTACT],
  [{ type: 'submitFeedback', feedback: ANSWER, findings: [1] }, CONTACT],
  [{ type: 'replyInterim', text: '已联系制作单位' }, CONTACT],
  [{ type: 'handOver', to: 'ou_head', members: ['ou_head', 'ou_contact'] }, CONTACT],
  [{ type: 'requestExtension', reason: '等材料', until: '2026-11-25' }, CONTACT],
  [{ type: 'ruleExtension', granted: true, reason: '属实' }, REVIEWER],
  [{ type: 'ruleExtension', granted: false, reason: '不属实' }, REVIEWER],
  [{ type: 'requestReturn', reason: '非本单位', unit: 'rl2' }, CONTACT],
  [{ type: 'ruleReturn', granted: true, reason: '属实' }, DIRECTOR],
  [{ type: 'ruleReturn', granted: false, reason: '不属实' }, REVIEWER],
  [{ type: 'countersign', agreed: true, reason: '' }, DIRECTOR],
  [{ type: 'countersign', agreed: false, reason: '证据不足' }, DIRECTOR],
  [{ type: 'urge' }, INSPECTOR],
  [{ type: 'resetDeadline', reason: '停工待料', until: '2026-12-05' }, DIRECTOR],
  [{ type: 'correct', content: { ...TWO, site: undefined }, reason: '站点有误' }, INSPECTOR],
  [{ type: 'withdraw', reason: '重复签发' }, DIRECTOR],
  [{ type: 'lookBack', finding: 'partly', reason: '部分保持' }, INSPECTOR],
  [{ type: 'lookBack', finding: 'relapsed', reason: '反弹' }, INSPECTOR],
  [{ type: 'judge', outcome: 'pass', reason: '属实', round: 1 }, REVIEWER],
  [{ type: 'judge', outcome: 'pass', reason: '属实', round: 2 }, REVIEWER],
  [{ type: 'recordService', messageId: 'om_2' }, BY_RULE],
]

const further: fc.Arbitrary<Act> = fc
  .record({
    hours: fc.oneof(fc.double({ min: 0, max: 8, noNaN: true }), fc.constantFrom(0, 24, 400)),
    prompt: fc.boolean(),
    what: fc.constantFrom(...FURTHER),
  })
  .map(({ hours, prompt, what: [order, by] }) => ({ hours, prompt, order, by }))

const served: Act = {
  hours: 0.1,
  prompt: true,
  order: { type: 'recordService', messageId: 'om_1' },
  by: BY_RULE,
}

/** How far a life has got before chance takes over. */
const OPENINGS: readonly (readonly Act[])[] = [
  [],
  [served],
  [
    served,
    ...[
      {
        order: { type: 'submitFeedback', feedback: { ...ANSWER, meeting: MEETING } } as const,
        by: CONTACT,
      },
      {
        order: { type: 'judge', outcome: 'pass', reason: '属实', round: 1 } as const,
        by: REVIEWER,
      },
    ].map((act) => ({ hours: 20, prompt: true, ...act })),
  ],
]

/** Lives in which the bot is now prompt, now down for days, and people do what they may and what they may not. */
const lives = fc
  .record({
    moment: begins,
    content: fc.constantFrom<SlipContent[]>(ONE, TWO, { ...TWO, colour: 'orange' }),
    usual: acts,
    more: fc.array(further, { maxLength: 20 }),
    opening: fc.constantFrom(...OPENINGS),
    seed: fc.infiniteStream(fc.boolean()),
  })
  .map(({ moment, content, usual, more, opening, seed }) => {
    const life = born(moment, content)
    for (const act of opening) life.live(act)
    const [a, b] = [[...usual], [...more]]
    while (a.length + b.length > 0) {
      const next = (seed.next().value ? a.shift() : b.shift()) ?? a.shift() ?? b.shift()
      if (next) life.live(next)
    }
    return life
  })

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('under its own rules', () => {
  test('any life, lived again from its record, comes out the same, fact by fact', () => {
    fc.assert(
      fc.property(lives, (life) => {
        life.pass(life.now, true)
        const again = relive(SLIP, life.events, OWN, -Infinity)
        expect(plain(again.facts)).toEqual(plain(life.events))
        expect(again.refusedActs).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test('nothing would be different, whenever one asks', () => {
    fc.assert(
      fc.property(lives, fc.integer({ min: 0, max: 90 }), (life, days) => {
        const until = life.now + days * DAY
        const { was, would } = whatIf(SLIP, life.events, { own: OWN, other: OWN, until })
        expect(would).toEqual(was)
      }),
      { numRuns: 300 },
    )
  })

  test('the lives tried here reach every fact there is', () => {
    const seen = new Set<string>()
    for (const life of fc.sample(lives, { numRuns: 1500, seed: 7 }))
      for (const { type } of life.events) seen.add(type)
    const every: Record<SlipEvent['type'], true> = {
      issued: true,
      served: true,
      serviceFailed: true,
      serviceRetried: true,
      signedFor: true,
      feedbackSubmitted: true,
      interimReplied: true,
      handedOver: true,
      verdictGiven: true,
      verdictUrged: true,
      rulingUrged: true,
      reminded: true,
      breached: true,
      orangeProposed: true,
      orangeDismissed: true,
      deadlineSet: true,
      deadlineReset: true,
      escalated: true,
      closed: true,
      closingProposed: true,
      extensionRequested: true,
      extensionRuled: true,
      returnRequested: true,
      returnRuled: true,
      transferred: true,
      urged: true,
      corrected: true,
      withdrawn: true,
      lookBackPlanned: true,
      lookBackDue: true,
      lookedBack: true,
    }
    expect(Object.keys(every).filter((type) => !seen.has(type))).toEqual([])
  })
})

/** Served on Monday 16 November 2026 at 10:00, so due on Thursday at 24:00. */
function lifeOf(...told: [moment: string, Order, Actor][]): Life {
  const life = born(at('2026-11-16 09:59'), CONTENT)
  const service: [string, Order, Actor] = ['2026-11-16 10:00', served.order, BY_RULE]
  for (const [moment, order, by] of [service, ...told]) {
    life.pass(at(moment), true)
    life.ask(order, by)
  }
  return life
}

const under = (change: Partial<RuleBook>, life: Life, until = '2026-12-10 12:00') => {
  life.pass(at(until), true)
  const other = { rules: { ...RULES, ...change }, calendar: CALENDAR }
  return whatIf(SLIP, life.events, { own: OWN, other, until: at(until) })
}

const answer: Order = { type: 'submitFeedback', feedback: ANSWER }
const pass: Order = { type: 'judge', outcome: 'pass', reason: '现场核实', round: 1 }
const confirm: Order = { type: 'confirmOrange', orange: 'orange' }
const FIVE = { blue: { days: 5, count: 'working' }, orange: RULES.period.orange } as const

describe('D1 · with five working days instead of three days', () => {
  test('an answer on the fourth day is in time, and no orange is proposed', () => {
    const life = lifeOf(
      ['2026-11-20 09:00', answer, CONTACT],
      ['2026-11-20 11:00', confirm, DIRECTOR],
    )
    const { was, would } = under({ period: FIVE }, life)
    expect(was).toMatchObject({ stage: 'escalated', colour: 'orange', escalated: true })
    expect(wall(was.breachedAt ?? 0)).toBe('2026-11-20 00:00')
    expect(would).toMatchObject({ stage: 'reviewing', colour: 'blue', escalated: false })
    expect(would.breachedAt).toBeUndefined()
    expect(wall(would.deadline ?? 0)).toBe('2026-11-24 00:00')
    expect(would.reminders).toBeLessThan(was.reminders)
  })

  test('the director’s press on a proposal that was never made is told as refused', () => {
    const { was, would } = under({ period: FIVE }, lifeOf(['2026-11-20 11:00', confirm, DIRECTOR]))
    expect(was.escalated).toBe(true)
    expect(would.refusedActs).toEqual([
      {
        at: at('2026-11-20 11:00'),
        act: 'confirmOrange',
        refusal: { rule: 'D3', reason: { is: 'wrongStage', stage: 'rectifying' } },
      },
    ])
    expect(wall(would.breachedAt ?? 0)).toBe('2026-11-24 00:00')
  })

  test('what people did in time stays as it was', () => {
    const life = lifeOf(['2026-11-17 09:00', answer, CONTACT], ['2026-11-17 10:00', pass, REVIEWER])
    const { was, would } = under({ period: FIVE }, life)
    expect({ ...would, deadline: 0, reminders: 0 }).toEqual({ ...was, deadline: 0, reminders: 0 })
  })
})

describe('D3 · with other hours of silence', () => {
  const dismissal: Order = { type: 'dismissOrange', reason: '材料在途', until: '2026-11-27' }
  const dismissed = () => lifeOf(['2026-11-20 09:00', dismissal, DIRECTOR])

  test('none: the orange is there at once, and the dismissal comes too late', () => {
    const { was, would } = under({ silenceHours: 0 }, dismissed(), '2026-11-23 12:00')
    expect(was).toMatchObject({ stage: 'rectifying', escalated: false })
    expect(would).toMatchObject({ stage: 'escalated', colour: 'orange' })
    expect(would.refusedActs.map(({ act, refusal }) => `${act} ${refusal.rule}`)).toEqual([
      'dismissOrange D3',
    ])
  })

  test('many: it still waits for the director when it was long confirmed by silence', () => {
    const { was, would } = under({ silenceHours: 240 }, lifeOf(), '2026-11-26 12:00')
    expect(was.stage).toBe('escalated')
    expect(would).toMatchObject({ stage: 'proposed', escalated: false, refusedActs: [] })
  })
})

test('D11 · with a shorter plan fewer reminders are sent', () => {
  const plan = RULES.reminders.plan.slice(0, 1)
  const { was, would } = under({ reminders: { ...RULES.reminders, plan } }, lifeOf())
  expect([was.reminders, would.reminders]).toEqual([3, 1])
})

test('D4 · without a second signature the director’s press is one too many', () => {
  const life = born(at('2026-11-16 09:59'), { ...CONTENT, colour: 'orange' })
  const told: [string, Order, Actor][] = [
    ['2026-11-16 10:00', served.order, BY_RULE],
    [
      '2026-11-16 14:00',
      { type: 'submitFeedback', feedback: { ...ANSWER, meeting: MEETING } },
      CONTACT,
    ],
    ['2026-11-16 15:00', pass, REVIEWER],
    ['2026-11-16 16:00', { type: 'countersign', agreed: true, reason: '' }, DIRECTOR],
  ]
  for (const [moment, order, by] of told) {
    life.pass(at(moment), true)
    life.ask(order, by)
  }
  const { was, would } = under({ countersign: [] }, life, '2026-11-17 12:00')
  expect([was.stage, would.stage]).toEqual(['closed', 'closed'])
  expect(would.refusedActs.map(({ act }) => act)).toEqual(['countersign'])
})

test('D1 · under another calendar a deadline moves off the days that its notice takes off', () => {
  const notices = { ...CALENDAR.notices, '2026-11-19': { kind: 'off', name: '校庆' } as const }
  const life = lifeOf()
  const other = { rules: RULES, calendar: { ...CALENDAR, version: 'other', notices } }
  const { would } = whatIf(SLIP, life.events, { own: OWN, other, until: at('2026-11-20 12:00') })
  expect(wall(would.deadline ?? 0)).toBe(`${addDays('2026-11-19', 2)} 00:00`)
  expect(would.breachedAt).toBeUndefined()
})

test('a breach that the bot, being down, noticed hours late waits in the other life too', () => {
  const life = lifeOf()
  life.pass(at('2026-11-20 15:00'), false)
  const { was, would } = whatIf(SLIP, life.events, {
    own: OWN,
    other: { rules: { ...RULES, silenceHours: 48 }, calendar: CALENDAR },
    until: at('2026-11-20 15:00'),
  })
  expect(was.breachedAt).toBe(at('2026-11-20 15:00'))
  expect(would.breachedAt).toBe(was.breachedAt)
})
