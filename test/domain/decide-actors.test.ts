import { describe, expect, test } from 'vitest'
import type { Actor } from '../../src/domain/authority.ts'
import type { Order } from '../../src/domain/commands.ts'
import type { SlipEvent } from '../../src/domain/events.ts'
import {
  answer,
  askExtension,
  askReturn,
  confirm,
  correct,
  countersign,
  dismiss,
  handOver,
  issueBlue,
  issueGreen,
  issueOrange,
  judge,
  lookBack,
  replyInterim,
  resetDeadline,
  retryService,
  ruleExtension,
  ruleReturn,
  signFor,
  urge,
  withdraw,
} from './orders.ts'
import { STORIES } from './standings.ts'
import { BLUE } from './stories.ts'
import { at, facts, given, inWords, refused } from './given.ts'
import { BY_RULE, DIRECTOR, who } from './people.ts'

interface Row {
  order: Order
  story: readonly SlipEvent[]
  follows: string
  refusal: string
}

/** What only the unit may do, only the office, only the director … on a slip that would allow it. */
const ofUnit = (order: Order, follows: string): Row => ({
  order,
  story: STORIES.rectifying,
  follows,
  refusal: 'D8 notYourUnit',
})
const ofDirector = (order: Order, story: readonly SlipEvent[], follows: string): Row => ({
  order,
  story,
  follows,
  refusal: 'D3 notDirector',
})

/** What somebody may be allowed to do, where a slip stands so that the stage is no obstacle, and the words of the refusal. */
const VERBS = {
  issue: { order: issueBlue, story: [], follows: 'issued', refusal: 'I1 notInspector' },
  praise: { order: issueGreen, story: [], follows: 'issued', refusal: 'I1 notInspector' },
  warn: ofDirector(issueOrange, [], 'issued'),
  sign: ofUnit(signFor, 'signedFor'),
  answer: ofUnit(answer, 'feedbackSubmitted'),
  say: ofUnit(replyInterim(), 'interimReplied'),
  handOver: ofUnit(handOver(), 'handedOver'),
  askTime: ofUnit(askExtension(), 'extensionRequested'),
  sendBack: ofUnit(askReturn(), 'returnRequested'),
  giveTime: {
    order: ruleExtension(true),
    story: STORIES.extensionAsked,
    follows: 'extensionRuled + deadlineSet',
    refusal: 'D8 notReviewer',
  },
  letGo: {
    order: ruleReturn(true),
    story: STORIES.returnAsked,
    follows: 'returnRuled + transferred',
    refusal: 'D8 notReviewer',
  },
  judge: {
    order: judge('pass'),
    story: STORIES.reviewing,
    follows: 'verdictGiven + closed',
    refusal: 'D8 notReviewer',
  },
  countersign: ofDirector(countersign(true), STORIES.countersigning, 'closed + lookBackPlanned'),
  confirm: ofDirector(confirm, STORIES.failed, 'escalated'),
  dismiss: ofDirector(dismiss(), STORIES.failed, 'orangeDismissed + deadlineSet'),
  anotherDay: ofDirector(resetDeadline(), STORIES.orangeOverdue, 'deadlineReset + deadlineSet'),
  urge: { order: urge, story: STORIES.rectifying, follows: 'urged', refusal: 'D11 notOffice' },
  serveAgain: {
    order: retryService,
    story: STORIES.undeliverable,
    follows: 'serviceRetried',
    refusal: 'D2 notOffice',
  },
  correct: {
    order: correct(),
    story: STORIES.rectifying,
    follows: 'corrected',
    refusal: 'I1 notIssuer',
  },
  withdraw: {
    order: withdraw(),
    story: STORIES.rectifying,
    follows: 'withdrawn',
    refusal: 'I1 notIssuer',
  },
  lookBack: {
    order: lookBack('held'),
    story: STORIES.lookingBack,
    follows: 'lookedBack',
    refusal: 'I7 notInspector',
  },
} as const satisfies Record<string, Row>

type Verb = keyof typeof VERBS
const isVerb = (text: string): text is Verb => text in VERBS
const verbs = Object.keys(VERBS).filter(isVerb)

const WITHIN = '2026-11-18'
const OUTSIDE = '2026-11-21'
const MORNING = '2026-11-18 09:00'
/** The look-back comes two weeks later. */
const VISIT = '2026-12-02 10:00'

const OF_UNIT: Verb[] = ['sign', 'answer', 'say', 'handOver', 'askTime', 'sendBack']
const OF_OFFICE: Verb[] = ['urge', 'serveAgain']
const INSPECTING: Verb[] = ['issue', 'praise', 'lookBack', ...OF_OFFICE]
const ISSUING: Verb[] = ['correct', 'withdraw']
const RULING: Verb[] = ['giveTime', 'letGo']
const REVIEWING: Verb[] = ['judge', ...RULING, ...OF_OFFICE]
const SIGNING: Verb[] = ['countersign', 'confirm', 'dismiss', 'anotherDay']
const DIRECTING: Verb[] = ['warn', ...SIGNING, ...RULING, ...OF_OFFICE, ...ISSUING]
const OWN_REQUEST = { giveTime: 'D8 ownUnit', letGo: 'D8 ownUnit' }
const OWN_SLIP = Object.fromEntries(SIGNING.map((verb) => [verb, 'D8 ownUnit']))

/** Every way of standing to a slip of `rl1` whose feedback and requests `ou_contact` wrote, and the verbs it allows. */
const TABLE: [name: string, by: Actor, may: Verb[], instead?: Partial<Record<Verb, string>>][] = [
  ['the inspector who issued it', who('ou_inspector'), [...INSPECTING, ...ISSUING]],
  ['another inspector', who('ou_otherInspector'), INSPECTING],
  [
    'a substitute of the inspector, within the dates',
    who('ou_standInInspector', WITHIN),
    [...INSPECTING, ...ISSUING],
  ],
  ['a substitute of the inspector, after the dates', who('ou_standInInspector', OUTSIDE), []],
  [
    'an inspector who is contact of the unit',
    { kind: 'person', id: 'ou_x', roles: ['inspector'], units: ['rl1'], standsInFor: [] },
    ['issue', 'praise', ...OF_UNIT, ...OF_OFFICE],
    { lookBack: 'D8 ownUnit' },
  ],
  ['a contact of the unit', who('ou_contact', OUTSIDE), OF_UNIT],
  ['the head of the unit', who('ou_head'), OF_UNIT],
  ['a contact of another unit', who('ou_otherContact'), []],
  ['the head of another unit', who('ou_otherHead'), []],
  ['a reviewer', who('ou_reviewer'), REVIEWING],
  [
    'a reviewer who is contact of the unit',
    who('ou_reviewerOfUnit'),
    [...OF_UNIT, ...OF_OFFICE],
    { judge: 'D8 ownUnit', ...OWN_REQUEST },
  ],
  [
    'the author of the feedback, standing in for a reviewer',
    who('ou_contact', WITHIN),
    [...OF_UNIT, ...OF_OFFICE],
    { judge: 'D8 ownFeedback', ...OWN_REQUEST },
  ],
  [
    'the author of the feedback, reviewer since and of no unit',
    { kind: 'person', id: 'ou_contact', roles: ['reviewer'], units: [], standsInFor: [] },
    OF_OFFICE,
    { judge: 'D8 ownFeedback', ...OWN_REQUEST },
  ],
  [
    'a reviewer who stands in for the author of the feedback',
    { kind: 'person', id: 'ou_x', roles: ['reviewer'], units: [], standsInFor: ['ou_contact'] },
    OF_OFFICE,
    { judge: 'D8 ownFeedback', ...OWN_REQUEST },
  ],
  ['a substitute of a contact, within the dates', who('ou_standInOfUnit', WITHIN), OF_UNIT],
  ['a substitute of a contact, after the dates', who('ou_standInOfUnit', OUTSIDE), []],
  ['a substitute of a reviewer, within the dates', who('ou_standInReviewer', WITHIN), REVIEWING],
  ['a substitute of a reviewer, after the dates', who('ou_standInReviewer', OUTSIDE), []],
  ['the director', who('ou_director'), DIRECTING],
  [
    'a director who belongs to the unit',
    { kind: 'person', id: 'ou_x', roles: ['director'], units: ['rl1'], standsInFor: [] },
    ['warn', ...OF_UNIT, ...OF_OFFICE, ...ISSUING],
    { ...OWN_REQUEST, ...OWN_SLIP },
  ],
  ['the director’s substitute, on the first day', who('ou_deputy', '2026-11-16'), DIRECTING],
  ['the director’s substitute, on the last day', who('ou_deputy', '2026-11-20'), DIRECTING],
  ['the director’s substitute, the day before', who('ou_deputy', '2026-11-15'), []],
  ['the director’s substitute, the day after', who('ou_deputy', OUTSIDE), []],
  ['a substitute of the substitute', who('ou_deputyOfDeputy', WITHIN), []],
  ['a leader', who('ou_leader'), []],
  ['a stranger', who('ou_stranger'), []],
  ['a rule', BY_RULE, [], { warn: 'I1 notInspector' }],
]

describe.each(TABLE)('D8 · %s', (_, by, may, instead = {}) => {
  test.each(verbs)('%s', (verb) => {
    const { order, story, follows, refusal } = VERBS[verb]
    const words = inWords(given(story).when(order, by, verb === 'lookBack' ? VISIT : MORNING))
    expect(words).toBe(may.includes(verb) ? follows : (instead[verb] ?? refusal))
  })
})

describe('I4 · an orange with its blue history', () => {
  const issueAfterBlue: Order = {
    type: 'issue',
    content: issueOrange.content,
    serial: issueOrange.serial,
    inspector: 'ou_inspector',
    blue: BLUE,
  }

  test.each<[string, Actor]>([
    ['the director', DIRECTOR],
    ['the director’s substitute', who('ou_deputy')],
    ['rule D3, after silence', { kind: 'rule', rule: 'D3' }],
  ])('is issued by %s and names its ground', (_, by) => {
    expect(given([]).when(issueAfterBlue, by, '2026-11-18 09:00')).toMatchObject(
      facts({ type: 'issued', rule: 'I4a' }),
    )
  })

  test('D11 · issued by a rule out of hours says when its card leaves; a person’s card leaves at once', () => {
    const rule: Actor = { kind: 'rule', rule: 'D3' }
    const issue = (by: Actor, moment: string) => {
      const decision = given([]).when(issueAfterBlue, by, moment)
      return 'accepted' in decision ? decision.accepted : []
    }
    expect(issue(rule, '2026-11-20 19:00')).toMatchObject([
      { cardLeavesAt: at('2026-11-23 08:30') },
    ])
    expect(issue(rule, '2026-11-20 10:00')[0]).not.toHaveProperty('cardLeavesAt')
    expect(issue(DIRECTOR, '2026-11-20 19:00')[0]).not.toHaveProperty('cardLeavesAt')
  })

  test('is not issued by an inspector', () => {
    expect(given([]).when(issueAfterBlue, who('ou_inspector'), '2026-11-18 09:00')).toEqual(
      refused('D3', 'notDirector'),
    )
  })
})
