import { describe, expect, test } from 'vitest'
import type { Order } from '../../src/domain/commands.ts'
import type { FeedbackContent, Meeting } from '../../src/domain/slip.ts'
import { answer, answerOrange, signFor } from './orders.ts'
import { STORIES } from './standings.ts'
import { ANSWER, answered, breached, issued, judged, MEETING, proposed, served } from './stories.ts'
import { at, facts, given, refused } from './given.ts'
import { CONTACT, who } from './people.ts'

const answerWith = (change: Partial<FeedbackContent>): Order => ({
  type: 'submitFeedback',
  feedback: { ...ANSWER, ...change },
})
const meetingWith = (change: Partial<Meeting>) => answerWith({ meeting: { ...MEETING, ...change } })

describe('I5 · the written answer', () => {
  test.each(['cause', 'measures', 'result', 'responsible', 'finishedOn'] as const)(
    'without %s is asked for again',
    (field) => {
      expect(
        given(STORIES.rectifying).when(answerWith({ [field]: ' ' }), CONTACT, '2026-11-17 09:00'),
      ).toEqual(refused('I5', 'missing', { fields: [field] }))
    },
  )

  test('finished on a day that does not exist is asked for again', () => {
    expect(
      given(STORIES.rectifying).when(
        answerWith({ finishedOn: '2026-02-30' }),
        CONTACT,
        '2026-11-17 09:00',
      ),
    ).toEqual(refused('I5', 'notADay', { field: 'finishedOn', text: '2026-02-30' }))
  })

  test('cannot report what is not finished yet; today counts as finished', () => {
    const story = given(STORIES.rectifying)
    expect(
      story.when(answerWith({ finishedOn: '2026-11-18' }), CONTACT, '2026-11-17 23:59'),
    ).toEqual(refused('I5', 'futureFinish'))
    expect(
      story.when(answerWith({ finishedOn: '2026-11-18' }), CONTACT, '2026-11-18 00:00'),
    ).toMatchObject(facts('feedbackSubmitted'))
  })
})

test.each([
  ['finished', answerWith({ finishedOn: '2026-11-15' }), 'I5', STORIES.rectifying],
  ['met', meetingWith({ heldOn: '2026-11-15' }), 'I6', STORIES.orange],
] as const)('I5, I6 · nobody has %s before the day of the inspection', (_, order, rule, story) => {
  expect(given(story).when(order, CONTACT, '2026-11-17 09:00')).toEqual(
    refused(rule, 'beforeInspection'),
  )
})

describe('I6 · an orange answer', () => {
  test('without any meeting lacks all its cells', () => {
    expect(given(STORIES.orange).when(answer, CONTACT, '2026-11-17 09:00')).toEqual(
      refused('I6', 'missing', { fields: ['meetingOn', 'chair', 'minutes', 'plan'] }),
    )
  })

  test.each([
    ['heldOn', 'meetingOn'],
    ['chair', 'chair'],
    ['minutes', 'minutes'],
    ['plan', 'plan'],
  ] as const)('with an empty %s lacks %s', (field, cell) => {
    expect(
      given(STORIES.orange).when(meetingWith({ [field]: '' }), CONTACT, '2026-11-17 09:00'),
    ).toEqual(refused('I6', 'missing', { fields: [cell] }))
  })

  test('needs the cells of I5 too', () => {
    expect(
      given(STORIES.orange).when(
        answerWith({ cause: '', meeting: MEETING }),
        CONTACT,
        '2026-11-17 09:00',
      ),
    ).toEqual(refused('I6', 'missing', { fields: ['cause'] }))
  })

  test('tells of a meeting that has been held, on a real day', () => {
    expect(
      given(STORIES.orange).when(
        meetingWith({ heldOn: '2026-11-18' }),
        CONTACT,
        '2026-11-17 09:00',
      ),
    ).toEqual(refused('I6', 'futureFinish'))
    expect(
      given(STORIES.orange).when(meetingWith({ heldOn: '昨天' }), CONTACT, '2026-11-17 09:00'),
    ).toEqual(refused('I6', 'notADay', { field: 'meetingOn', text: '昨天' }))
  })

  test('with everything in it is taken', () => {
    expect(given(STORIES.orange).when(answerOrange, CONTACT, '2026-11-17 09:00')).toMatchObject(
      facts('feedbackSubmitted'),
    )
  })
})

describe('D1 · the last moment', () => {
  test('23:59 of the last day is in time, the next minute is late', () => {
    expect(given(STORIES.rectifying).when(answer, CONTACT, '2026-11-19 23:59')).toMatchObject(
      facts({ type: 'feedbackSubmitted', late: false }),
    )
    expect(given(STORIES.rectifying).when(answer, CONTACT, '2026-11-20 00:00')).toMatchObject(
      facts('breached', 'orangeProposed', { type: 'feedbackSubmitted', late: true }),
    )
  })

  test('I4a · an answer later than the deadline brings the breach with it though no timer has run', () => {
    expect(given(STORIES.rectifying).when(answer, CONTACT, '2026-11-21 03:00')).toMatchObject(
      facts(
        { type: 'breached', rule: 'D1', by: { kind: 'rule', rule: 'D1' } },
        { type: 'orangeProposed', ground: 'I4a', confirmsAt: at('2026-11-24 08:30') },
        { type: 'feedbackSubmitted', late: true, by: CONTACT },
      ),
    )
  })

  test('after the breach an answer is kept, late, and the proposal stands', () => {
    expect(given(STORIES.proposed).when(answer, CONTACT, '2026-11-20 09:00')).toMatchObject(
      facts({ type: 'feedbackSubmitted', late: true }),
    )
  })

  test('D3 · answering again after 整改不达标, past the deadline, does not restart the silence', () => {
    const failed = [
      issued(),
      served(),
      answered(),
      judged('fail', '2026-11-19 16:00'),
      proposed('I4b', '2026-11-19 16:00', '2026-11-20 16:00'),
    ]
    expect(given(failed).when(answer, CONTACT, '2026-11-20 09:00')).toMatchObject(
      facts({ type: 'feedbackSubmitted', late: true }),
    )
  })

  test('I4 · an orange answered late is breached but not proposed again', () => {
    expect(given(STORIES.orange).when(answerOrange, CONTACT, '2026-11-20 09:00')).toMatchObject(
      facts('breached', { type: 'feedbackSubmitted', late: true }),
    )
  })

  test('D9 · the verdict is due one working day after the answer', () => {
    expect(given(STORIES.rectifying).when(answer, CONTACT, '2026-11-18 16:00')).toMatchObject(
      facts({ type: 'feedbackSubmitted', verdictDueAt: at('2026-11-19 17:30') }),
    )
    expect(
      given([issued(), served(), breached(), proposed()]).when(answer, CONTACT, '2026-11-20 20:00'),
    ).toMatchObject(facts({ type: 'feedbackSubmitted', verdictDueAt: at('2026-11-24 17:30') }))
  })
})

test('D2 · a slip is signed for once; the second is told who was first', () => {
  const signed = [
    ...STORIES.rectifying,
    { type: 'signedFor', at: at('2026-11-16 11:00'), by: CONTACT, rule: 'D2' } as const,
  ]
  expect(given(signed).when(signFor, who('ou_head'), '2026-11-16 12:00')).toEqual(
    refused('D2', 'alreadySigned', { by: 'ou_contact', at: at('2026-11-16 11:00') }),
  )
})
