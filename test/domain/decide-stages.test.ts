import { describe, expect, test } from 'vitest'
import type { Actor } from '../../src/domain/authority.ts'
import type { Order } from '../../src/domain/commands.ts'
import {
  answer,
  answerOrange,
  confirm,
  dismiss,
  issueBlue,
  judge,
  recordFailure,
  recordService,
  signFor,
  STORIES,
} from './stories.ts'
import { facts, given, inWords, slipAfter } from './given.ts'
import { BY_RULE, CONTACT, DIRECTOR, INSPECTOR, REVIEWER } from './people.ts'

type Story = keyof typeof STORIES
const isStory = (text: string): text is Story => text in STORIES
const stories = Object.keys(STORIES).filter(isStory)

interface Row {
  name: string
  order: Order
  by: Actor
  /** What follows where the stage allows it. */
  follows: Partial<Record<Story, string>>
  /** The refusal everywhere else. */
  else: string
}

/** Every order × every way a slip can stand, asked by the right person within the time. */
const TABLE: Row[] = [
  { name: 'issue', order: issueBlue, by: INSPECTOR, follows: {}, else: 'D15 wrongStage' },
  {
    name: 'record service',
    order: recordService,
    by: BY_RULE,
    follows: { unserved: 'served', undeliverable: 'served' },
    else: 'nothing',
  },
  {
    name: 'record a failed service',
    order: recordFailure,
    by: BY_RULE,
    follows: { unserved: 'serviceFailed', undeliverable: 'serviceFailed' },
    else: 'D2 wrongStage',
  },
  {
    name: 'sign for',
    order: signFor,
    by: CONTACT,
    follows: {
      rectifying: 'signedFor',
      proposed: 'signedFor',
      failed: 'signedFor',
      orange: 'signedFor',
      orangeOverdue: 'signedFor',
    },
    else: 'D2 wrongStage',
  },
  {
    name: 'answer',
    order: answer,
    by: CONTACT,
    follows: {
      rectifying: 'feedbackSubmitted',
      proposed: 'feedbackSubmitted',
      failed: 'feedbackSubmitted',
      orange: 'I6 missing',
      orangeOverdue: 'I6 missing',
    },
    else: 'I5 wrongStage',
  },
  {
    name: 'answer with the meeting of I6',
    order: answerOrange,
    by: CONTACT,
    follows: {
      rectifying: 'feedbackSubmitted',
      proposed: 'feedbackSubmitted',
      failed: 'feedbackSubmitted',
      orange: 'feedbackSubmitted',
      orangeOverdue: 'feedbackSubmitted',
    },
    else: 'I5 wrongStage',
  },
  {
    name: 'pass',
    order: judge('pass'),
    by: REVIEWER,
    follows: { reviewing: 'verdictGiven + closed', orangeReviewing: 'verdictGiven + closed' },
    else: 'D4 wrongStage',
  },
  {
    name: 'hand back',
    order: judge('supplement'),
    by: REVIEWER,
    follows: { reviewing: 'verdictGiven', orangeReviewing: 'verdictGiven' },
    else: 'D4 wrongStage',
  },
  {
    name: 'fail',
    order: judge('fail'),
    by: REVIEWER,
    follows: {
      reviewing: 'verdictGiven + orangeProposed',
      orangeReviewing: 'verdictGiven + deadlineSet',
    },
    else: 'D4 wrongStage',
  },
  {
    name: 'confirm the orange',
    order: confirm,
    by: DIRECTOR,
    follows: { proposed: 'escalated', failed: 'escalated' },
    else: 'D3 wrongStage',
  },
  {
    name: 'dismiss the orange',
    order: dismiss(),
    by: DIRECTOR,
    follows: {
      proposed: 'orangeDismissed + deadlineSet',
      failed: 'orangeDismissed + deadlineSet',
    },
    else: 'D3 wrongStage',
  },
]

/** A working hour after the story, in time where it has a deadline still to come. */
const LATER: Record<Story, string> = {
  unserved: '2026-11-16 10:05',
  undeliverable: '2026-11-16 10:30',
  rectifying: '2026-11-18 09:00',
  reviewing: '2026-11-18 09:00',
  proposed: '2026-11-20 09:00',
  failed: '2026-11-18 09:00',
  orange: '2026-11-18 09:00',
  orangeOverdue: '2026-11-20 09:00',
  orangeReviewing: '2026-11-18 09:00',
  escalated: '2026-11-23 09:00',
  closed: '2026-11-18 09:00',
}

describe.each(TABLE)('D8, I3–I6 · $name', ({ order, by, follows, else: otherwise }) => {
  test.each(stories)('on a slip that is %s', (story) => {
    const decision = given(STORIES[story]).when(order, by, LATER[story])
    expect(inWords(decision)).toBe(follows[story] ?? otherwise)
  })

  test('a refusal for the stage names the stage', () => {
    const named = stories.flatMap((story) => {
      const decision = given(STORIES[story]).when(order, by, LATER[story])
      if ('accepted' in decision || decision.refused.reason.is !== 'wrongStage') return []
      return [{ story, stage: decision.refused.reason.stage }]
    })
    expect(named).toEqual(
      named.map(({ story }) => ({ story, stage: slipAfter(STORIES[story]).stage })),
    )
  })
})

test('I1 · an inspector’s issue begins a slip under the rule book in force', () => {
  expect(given([]).when(issueBlue, INSPECTOR, '2026-11-16 09:59')).toMatchObject(
    facts({
      type: 'issued',
      rules: '2026-1',
      rule: 'I3',
    }),
  )
})

test('only issue can be asked of a slip that does not exist; anything else is a programming error', () => {
  expect(() => given([]).when(signFor, CONTACT, '2026-11-16 09:59')).toThrow('does not exist')
})
