import { describe, expect, test } from 'vitest'
import type { SlipEvent } from '../../src/domain/events.ts'
import { deskOf, nextStep, type Step } from '../../src/domain/next-step.ts'
import { step } from './orders.ts'
import { STORIES } from './standings.ts'
import { answered, breached, issued, judged, proposed, served, reminded } from './stories.ts'
import { at, facts, given, inWords, refused, slipAfter, wall } from './given.ts'
import { BY_RULE } from './people.ts'

const urged: SlipEvent = {
  type: 'verdictUrged',
  at: at('2026-11-18 17:30'),
  by: { kind: 'rule', rule: 'D9' },
  rule: 'D9',
}
const remindedTwice = [reminded(0, '2026-11-18 08:30'), reminded(1, '2026-11-19 13:00')]
const remindedAll = [0, 1, 2, 3, 4, 5].map((index) => reminded(index, '2026-11-25 08:30'))

/** A story, the desk it lies on, the one step that comes by itself, and what it brings about. */
const TABLE: [
  name: string,
  story: readonly SlipEvent[],
  desk: string,
  next?: [Step['kind'], string, string],
][] = [
  [
    'D2 · issued',
    STORIES.unserved,
    'office',
    ['watchService', '2026-11-16 10:09', 'serviceFailed'],
  ],
  [
    'D2 · issued by a rule in the evening: its card leaves on Monday morning, and is not missed before',
    [{ ...issued('orange', '2026-11-20 19:00'), cardLeavesAt: at('2026-11-23 08:30') }],
    'office',
    ['watchService', '2026-11-23 08:40', 'serviceFailed'],
  ],
  ['D2 · not served', STORIES.undeliverable, 'office'],
  ['D11 · served', STORIES.rectifying, 'unit', ['remind', '2026-11-18 08:30', 'reminded']],
  [
    'I4a · reminded before the deadline',
    [...STORIES.rectifying, ...remindedTwice],
    'unit',
    ['breach', '2026-11-20 00:00', 'breached + orangeProposed'],
  ],
  [
    'D9 · answered',
    STORIES.reviewing,
    'reviewer',
    ['urgeVerdict', '2026-11-18 17:30', 'verdictUrged'],
  ],
  [
    'D11 · handed back: the reminder that fell due meanwhile is merged into the verdict',
    [...STORIES.reviewing, judged('supplement', '2026-11-18 10:00')],
    'unit',
    ['remind', '2026-11-19 13:00', 'reminded'],
  ],
  [
    'D9 · answered again after an urged verdict: a clock of its own',
    [...STORIES.reviewing, urged, judged('supplement', '2026-11-18 18:00'), answered()],
    'reviewer',
    ['urgeVerdict', '2026-11-18 17:30', 'verdictUrged'],
  ],
  ['D9 · answered, verdict urged', [...STORIES.reviewing, urged], 'reviewer'],
  [
    'D11 · proposed for breach, the unit hears of it first',
    [...STORIES.rectifying, ...remindedTwice, breached(), proposed()],
    'director',
    ['remind', '2026-11-20 08:30', 'reminded'],
  ],
  [
    'D3 · proposed for breach, at the same moment silence goes first',
    [
      ...STORIES.rectifying,
      ...remindedTwice,
      breached(),
      proposed(),
      reminded(2, '2026-11-20 08:30'),
    ],
    'director',
    ['confirmBySilence', '2026-11-23 08:30', 'escalated'],
  ],
  [
    'D3 · proposed for a failed rectification, the unit is not nagged',
    [
      issued(),
      served(),
      answered(),
      judged('fail'),
      proposed('I4b', '2026-11-17 10:00', '2026-11-18 10:00'),
    ],
    'director',
    ['confirmBySilence', '2026-11-18 10:00', 'escalated'],
  ],
  [
    'I4 · an orange past its deadline stays orange',
    [...STORIES.orange, ...remindedTwice],
    'unit',
    ['breach', '2026-11-20 00:00', 'breached'],
  ],
  [
    'D11 · an orange past its deadline climbs its plan',
    [...STORIES.orange, ...remindedTwice, breached()],
    'unit',
    ['remind', '2026-11-20 08:30', 'reminded'],
  ],
  ['D11 · an orange whose plan is spent', [...STORIES.orangeOverdue, ...remindedAll], 'director'],
  ['escalated', STORIES.escalated, 'nobody'],
  ['closed', STORIES.closed, 'nobody'],
]

const KINDS: Step['kind'][] = [
  'watchService',
  'remind',
  'breach',
  'urgeVerdict',
  'confirmBySilence',
]

describe.each(TABLE)('%s', (_, story, desk, next) => {
  test(`lies on the desk: ${desk}`, () => {
    expect(deskOf(slipAfter(story)) ?? 'nobody').toBe(desk)
  })

  test(`has one next step: ${next?.slice(0, 2).join(' at ') ?? 'none'}`, () => {
    const found = nextStep(slipAfter(story))
    expect(found && [found.kind, wall(found.at)]).toEqual(next?.slice(0, 2))
  })

  test('runs that step when its time has come, and no other', () => {
    const late = next?.[1] ?? '2027-06-01 10:00'
    const words = KINDS.map((kind) => [kind, inWords(given(story).when(step(kind), BY_RULE, late))])
    expect(words).toEqual(
      KINDS.map((kind) => [kind, kind === next?.[0] ? next[2] : 'D11 ruleNotDue']),
    )
  })
})

test('D11 · a step a minute early is void', () => {
  expect(given(STORIES.rectifying).when(step('remind'), BY_RULE, '2026-11-18 08:29')).toEqual(
    refused('D11', 'ruleNotDue'),
  )
})

test('D2 · a second proof of service changes nothing, a late failure is refused', () => {
  expect(
    given(STORIES.rectifying).when(
      { type: 'recordService', messageId: 'om_2' },
      BY_RULE,
      '2026-11-16 10:30',
    ),
  ).toMatchObject(facts())
})
