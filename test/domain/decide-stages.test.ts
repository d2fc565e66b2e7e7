import { describe, expect, test } from 'vitest'
import type { Actor } from '../../src/domain/authority.ts'
import type { Order } from '../../src/domain/commands.ts'
import {
  answer,
  answerOn,
  answerOrange,
  askExtension,
  askReturn,
  confirm,
  correct,
  countersign,
  dismiss,
  handOver,
  issueBlue,
  judge,
  lookBack,
  recordFailure,
  recordService,
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

const each = (which: readonly Story[], words: string): Partial<Record<Story, string>> =>
  Object.fromEntries(which.map((story) => [story, words]))

const BLUE_WITH_UNIT: Story[] = [
  'rectifying',
  'partlyAnswered',
  'extensionAsked',
  'extensionDenied',
  'returnAsked',
  'returnDenied',
]
const WITH_UNIT: Story[] = [...BLUE_WITH_UNIT, 'orange', 'orangeOverdue']
const PROPOSED: Story[] = ['proposed', 'failed', 'relapsed']
const UNSERVED: Story[] = ['unserved', 'undeliverable', 'transferred', 'greenUnserved']
const ENDED: Story[] = ['escalated', 'closed', 'toBeVisited', 'voided', 'green']
/** D8: after a transfer the slip is another unit's. */
const GONE = { transferred: 'D8 notYourUnit' }

/** Every order × every way a slip can stand, asked by the right person within the time. */
const TABLE: Row[] = [
  { name: 'issue', order: issueBlue, by: INSPECTOR, follows: {}, else: 'D15 wrongStage' },
  {
    name: 'record service',
    order: recordService,
    by: BY_RULE,
    follows: each(UNSERVED, 'served'),
    else: 'nothing',
  },
  {
    name: 'record a failed service',
    order: recordFailure,
    by: BY_RULE,
    follows: each(UNSERVED, 'serviceFailed'),
    else: 'D2 wrongStage',
  },
  {
    name: 'serve again',
    order: retryService,
    by: INSPECTOR,
    follows: { undeliverable: 'serviceRetried' },
    else: 'D2 wrongStage',
  },
  {
    name: 'sign for',
    order: signFor,
    by: CONTACT,
    follows: { ...each([...WITH_UNIT, ...PROPOSED], 'signedFor'), ...GONE },
    else: 'D2 wrongStage',
  },
  {
    name: 'answer',
    order: answer,
    by: CONTACT,
    follows: {
      ...each([...BLUE_WITH_UNIT, 'proposed', 'failed'], 'feedbackSubmitted'),
      ...each(['orange', 'orangeOverdue'], 'I6 missing'),
      relapsed: 'I5 nothingOpen',
      ...GONE,
    },
    else: 'I5 wrongStage',
  },
  {
    name: 'answer with the meeting of I6',
    order: answerOrange,
    by: CONTACT,
    follows: {
      ...each([...WITH_UNIT, 'proposed', 'failed'], 'feedbackSubmitted'),
      relapsed: 'I5 nothingOpen',
      ...GONE,
    },
    else: 'I5 wrongStage',
  },
  {
    name: 'answer what nobody asked',
    order: answerOn([7]),
    by: CONTACT,
    follows: { ...each([...WITH_UNIT, ...PROPOSED], 'I5 nothingOpen'), ...GONE },
    else: 'I5 wrongStage',
  },
  {
    name: 'a word in between',
    order: replyInterim(),
    by: CONTACT,
    follows: { ...each([...WITH_UNIT, ...PROPOSED], 'interimReplied'), ...GONE },
    else: 'I5 wrongStage',
  },
  {
    name: 'hand over',
    order: handOver(),
    by: CONTACT,
    follows: { ...each([...WITH_UNIT, ...PROPOSED], 'handedOver'), ...GONE },
    else: 'O5 wrongStage',
  },
  {
    name: 'ask for more time',
    order: askExtension(),
    by: CONTACT,
    follows: {
      ...each(WITH_UNIT, 'extensionRequested'),
      ...each(['extensionAsked', 'extensionDenied'], 'D6 onlyOnce'),
      orangeOverdue: 'D6 afterDeadline',
      ...GONE,
    },
    else: 'D6 wrongStage',
  },
  {
    name: 'grant more time',
    order: ruleExtension(true),
    by: REVIEWER,
    follows: { extensionAsked: 'extensionRuled + deadlineSet' },
    else: 'D6 nothingToRule',
  },
  {
    name: 'deny more time',
    order: ruleExtension(false),
    by: REVIEWER,
    follows: { extensionAsked: 'extensionRuled' },
    else: 'D6 nothingToRule',
  },
  {
    name: 'send back',
    order: askReturn(),
    by: CONTACT,
    follows: {
      ...each(WITH_UNIT, 'returnRequested'),
      ...each(['returnAsked', 'returnDenied'], 'D7 onlyOnce'),
      orangeOverdue: 'D7 afterDeadline',
      ...GONE,
    },
    else: 'D7 wrongStage',
  },
  {
    name: 'let it go to the other unit',
    order: ruleReturn(true),
    by: REVIEWER,
    follows: { returnAsked: 'returnRuled + transferred' },
    else: 'D7 nothingToRule',
  },
  {
    name: 'keep it where it is',
    order: ruleReturn(false),
    by: REVIEWER,
    follows: { returnAsked: 'returnRuled' },
    else: 'D7 nothingToRule',
  },
  {
    name: 'pass',
    order: judge('pass'),
    by: REVIEWER,
    follows: {
      reviewing: 'verdictGiven + closed',
      partlyAnswered: 'verdictGiven',
      orangeReviewing: 'verdictGiven + closingProposed',
    },
    else: 'D4 wrongStage',
  },
  {
    name: 'hand back',
    order: judge('supplement'),
    by: REVIEWER,
    follows: each(['reviewing', 'partlyAnswered', 'orangeReviewing'], 'verdictGiven'),
    else: 'D4 wrongStage',
  },
  {
    name: 'fail',
    order: judge('fail'),
    by: REVIEWER,
    follows: {
      ...each(['reviewing', 'partlyAnswered'], 'verdictGiven + orangeProposed'),
      orangeReviewing: 'verdictGiven + deadlineSet',
    },
    else: 'D4 wrongStage',
  },
  {
    name: 'sign the closing',
    order: countersign(true),
    by: DIRECTOR,
    follows: { countersigning: 'closed + lookBackPlanned' },
    else: 'D4 wrongStage',
  },
  {
    name: 'refuse the closing',
    order: countersign(false),
    by: DIRECTOR,
    follows: { countersigning: 'verdictGiven + deadlineSet' },
    else: 'D4 wrongStage',
  },
  {
    name: 'confirm the orange',
    order: confirm,
    by: DIRECTOR,
    follows: each(PROPOSED, 'escalated'),
    else: 'D3 wrongStage',
  },
  {
    name: 'dismiss the orange',
    order: dismiss('2026-12-08'),
    by: DIRECTOR,
    follows: {
      ...each(['proposed', 'failed'], 'orangeDismissed + deadlineSet'),
      relapsed: 'orangeDismissed',
    },
    else: 'D3 wrongStage',
  },
  {
    name: 'give an overdue orange another day',
    order: resetDeadline(),
    by: DIRECTOR,
    follows: { orangeOverdue: 'deadlineReset + deadlineSet' },
    else: 'D3 wrongStage',
  },
  {
    name: 'urge',
    order: urge,
    by: INSPECTOR,
    follows: {
      ...each([...WITH_UNIT, 'proposed', 'failed'], 'urged'),
      relapsed: 'D11 nothingOpen',
    },
    else: 'D11 wrongStage',
  },
  {
    name: 'correct',
    order: correct(),
    by: INSPECTOR,
    follows: {
      ...each(['unserved', 'undeliverable', ...BLUE_WITH_UNIT, ...PROPOSED], 'corrected'),
      ...each(
        ['partlyAnswered', 'orange', 'orangeOverdue', 'transferred', 'greenUnserved'],
        'I1 notACorrection',
      ),
    },
    else: 'I1 wrongStage',
  },
  {
    name: 'withdraw',
    order: withdraw(),
    by: INSPECTOR,
    follows: each(
      stories.filter((story) => !ENDED.includes(story)),
      'withdrawn',
    ),
    else: 'D15 wrongStage',
  },
  {
    name: 'look back',
    order: lookBack('held'),
    by: INSPECTOR,
    follows: { lookingBack: 'lookedBack' },
    else: 'I7 wrongStage',
  },
  {
    name: 'look back and find it kept in part',
    order: lookBack('partly'),
    by: INSPECTOR,
    follows: { lookingBack: 'lookedBack + lookBackPlanned' },
    else: 'I7 wrongStage',
  },
  {
    name: 'look back and find it as before',
    order: lookBack('relapsed'),
    by: INSPECTOR,
    follows: { lookingBack: 'lookedBack + orangeProposed' },
    else: 'I7 wrongStage',
  },
]

/** A working hour after the story, in time where it has a deadline still to come. */
const LATER: Partial<Record<Story, string>> = {
  unserved: '2026-11-16 10:05',
  undeliverable: '2026-11-16 10:30',
  greenUnserved: '2026-11-16 10:05',
  green: '2026-11-16 10:30',
  proposed: '2026-11-20 09:00',
  orangeOverdue: '2026-11-20 09:00',
  escalated: '2026-11-23 09:00',
  lookingBack: '2026-12-02 10:00',
  relapsed: '2026-12-02 11:00',
}
const ELSE_LATER = '2026-11-18 09:00'
const laterThan = (story: Story): string => LATER[story] ?? ELSE_LATER

describe.each(TABLE)('D8, I3–I6 · $name', ({ order, by, follows, else: otherwise }) => {
  test.each(stories)('on a slip that is %s', (story) => {
    const decision = given(STORIES[story]).when(order, by, laterThan(story))
    expect(inWords(decision)).toBe(follows[story] ?? otherwise)
  })

  test('a refusal for the stage names the stage', () => {
    const named = stories.flatMap((story) => {
      const decision = given(STORIES[story]).when(order, by, laterThan(story))
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
