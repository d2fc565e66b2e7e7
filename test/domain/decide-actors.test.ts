import { describe, expect, test } from 'vitest'
import type { Actor } from '../../src/domain/authority.ts'
import type { Order } from '../../src/domain/commands.ts'
import type { SlipEvent } from '../../src/domain/events.ts'
import {
  answer,
  BLUE,
  confirm,
  CONTENT,
  dismiss,
  issueBlue,
  judge,
  signFor,
  STORIES,
} from './stories.ts'
import { at, facts, given, inWords, refused } from './given.ts'
import { BY_RULE, DIRECTOR, who } from './people.ts'

/** What somebody may be allowed to do, where a slip stands so that the stage is no obstacle, and the words of the refusal. */
const VERBS = {
  issue: { order: issueBlue, story: [], follows: 'issued', refusal: 'I1 notInspector' },
  sign: {
    order: signFor,
    story: STORIES.rectifying,
    follows: 'signedFor',
    refusal: 'D8 notYourUnit',
  },
  answer: {
    order: answer,
    story: STORIES.rectifying,
    follows: 'feedbackSubmitted',
    refusal: 'D8 notYourUnit',
  },
  judge: {
    order: judge('pass'),
    story: STORIES.reviewing,
    follows: 'verdictGiven + closed',
    refusal: 'D8 notReviewer',
  },
  confirm: {
    order: confirm,
    story: STORIES.failed,
    follows: 'escalated',
    refusal: 'D3 notDirector',
  },
  dismiss: {
    order: dismiss(),
    story: STORIES.failed,
    follows: 'orangeDismissed + deadlineSet',
    refusal: 'D3 notDirector',
  },
} as const satisfies Record<
  string,
  { order: Order; story: readonly SlipEvent[]; follows: string; refusal: string }
>

type Verb = keyof typeof VERBS
const isVerb = (text: string): text is Verb => text in VERBS
const verbs = Object.keys(VERBS).filter(isVerb)

const WITHIN = '2026-11-18'
const OUTSIDE = '2026-11-21'

/** Every way of standing to a slip of `rl1` whose feedback `ou_contact` wrote, and the verbs it allows. */
const TABLE: [name: string, by: Actor, may: Verb[], instead?: Partial<Record<Verb, string>>][] = [
  ['an inspector', who('ou_inspector'), ['issue']],
  ['a contact of the unit', who('ou_contact', OUTSIDE), ['sign', 'answer']],
  ['the head of the unit', who('ou_head'), ['sign', 'answer']],
  ['a contact of another unit', who('ou_otherContact'), []],
  ['the head of another unit', who('ou_otherHead'), []],
  ['a reviewer', who('ou_reviewer'), ['judge']],
  [
    'a reviewer who is contact of the unit',
    who('ou_reviewerOfUnit'),
    ['sign', 'answer'],
    { judge: 'D8 ownUnit' },
  ],
  [
    'the author of the feedback, standing in for a reviewer',
    who('ou_contact', WITHIN),
    ['sign', 'answer'],
    { judge: 'D8 ownFeedback' },
  ],
  [
    'the author of the feedback, reviewer since and of no unit',
    { kind: 'person', id: 'ou_contact', roles: ['reviewer'], units: [], standsInFor: [] },
    [],
    { judge: 'D8 ownFeedback' },
  ],
  [
    'a reviewer who stands in for the author of the feedback',
    { kind: 'person', id: 'ou_x', roles: ['reviewer'], units: [], standsInFor: ['ou_contact'] },
    [],
    { judge: 'D8 ownFeedback' },
  ],
  [
    'a substitute of a contact, within the dates',
    who('ou_standInOfUnit', WITHIN),
    ['sign', 'answer'],
  ],
  ['a substitute of a contact, after the dates', who('ou_standInOfUnit', OUTSIDE), []],
  ['a substitute of a reviewer, within the dates', who('ou_standInReviewer', WITHIN), ['judge']],
  ['a substitute of a reviewer, after the dates', who('ou_standInReviewer', OUTSIDE), []],
  ['the director', who('ou_director'), ['confirm', 'dismiss']],
  [
    'the director’s substitute, on the first day',
    who('ou_deputy', '2026-11-16'),
    ['confirm', 'dismiss'],
  ],
  [
    'the director’s substitute, on the last day',
    who('ou_deputy', '2026-11-20'),
    ['confirm', 'dismiss'],
  ],
  ['the director’s substitute, the day before', who('ou_deputy', '2026-11-15'), []],
  ['the director’s substitute, the day after', who('ou_deputy', OUTSIDE), []],
  ['a substitute of the substitute', who('ou_deputyOfDeputy', WITHIN), []],
  ['a leader', who('ou_leader'), []],
  ['a stranger', who('ou_stranger'), []],
  ['a rule', BY_RULE, []],
]

describe.each(TABLE)('D8 · %s', (_, by, may, instead = {}) => {
  test.each(verbs)('%s', (verb) => {
    const { order, story, follows, refusal } = VERBS[verb]
    const words = inWords(given(story).when(order, by, '2026-11-18 09:00'))
    expect(words).toBe(may.includes(verb) ? follows : (instead[verb] ?? refusal))
  })
})

describe('I4 · an orange with its blue history', () => {
  const issueOrange: Order = {
    type: 'issue',
    content: { ...CONTENT, colour: 'orange' },
    serial: { colour: 'orange', year: 2026, number: 1 },
    inspector: 'ou_inspector',
    blue: BLUE,
  }

  test.each<[string, Actor]>([
    ['the director', DIRECTOR],
    ['the director’s substitute', who('ou_deputy')],
    ['rule D3, after silence', { kind: 'rule', rule: 'D3' }],
  ])('is issued by %s and names its ground', (_, by) => {
    expect(given([]).when(issueOrange, by, '2026-11-18 09:00')).toMatchObject(
      facts({ type: 'issued', rule: 'I4a' }),
    )
  })

  test('D11 · issued by a rule out of hours says when its card leaves; a person’s card leaves at once', () => {
    const rule: Actor = { kind: 'rule', rule: 'D3' }
    const issue = (by: Actor, moment: string) => {
      const decision = given([]).when(issueOrange, by, moment)
      return 'accepted' in decision ? decision.accepted : []
    }
    expect(issue(rule, '2026-11-20 19:00')).toMatchObject([
      { cardLeavesAt: at('2026-11-23 08:30') },
    ])
    expect(issue(rule, '2026-11-20 10:00')[0]).not.toHaveProperty('cardLeavesAt')
    expect(issue(DIRECTOR, '2026-11-20 19:00')[0]).not.toHaveProperty('cardLeavesAt')
  })

  test('is not issued by an inspector', () => {
    expect(given([]).when(issueOrange, who('ou_inspector'), '2026-11-18 09:00')).toEqual(
      refused('I1', 'notInspector'),
    )
  })
})
