import { describe, expect, test } from 'vitest'
import { judge } from './orders.ts'
import { STORIES } from './standings.ts'
import { answered, issued, judged, served, breached } from './stories.ts'
import { at, facts, given, refused } from './given.ts'
import { REVIEWER } from './people.ts'

describe('D4 · a verdict', () => {
  test.each(['pass', 'supplement', 'fail'] as const)('%s needs a reason', (outcome) => {
    expect(
      given(STORIES.reviewing).when(judge(outcome, 1, '  '), REVIEWER, '2026-11-17 10:00'),
    ).toEqual(refused('D4', 'missing', { fields: ['reason'] }))
  })

  test('on an earlier round than the one on the table is refused', () => {
    const second = [...STORIES.reviewing, judged('supplement'), answered('2026-11-17 14:00')]
    expect(given(second).when(judge('pass', 1), REVIEWER, '2026-11-17 15:00')).toEqual(
      refused('D4', 'stale'),
    )
    expect(given(second).when(judge('pass', 3), REVIEWER, '2026-11-17 15:00')).toEqual(
      refused('D4', 'stale'),
    )
    expect(given(second).when(judge('pass', 2), REVIEWER, '2026-11-17 15:00')).toMatchObject(
      facts('verdictGiven', 'closed'),
    )
  })

  test('退回补正 is open until the deadline, not after it', () => {
    expect(
      given(STORIES.reviewing).when(judge('supplement'), REVIEWER, '2026-11-19 23:59'),
    ).toMatchObject(facts('verdictGiven'))
    expect(
      given(STORIES.reviewing).when(judge('supplement'), REVIEWER, '2026-11-20 00:00'),
    ).toEqual(refused('D4', 'supplementAfterDeadline'))
  })

  test.each(['pass', 'fail'] as const)(
    '%s is open after the deadline: the unit was in time',
    (outcome) => {
      expect(
        given(STORIES.reviewing).when(judge(outcome), REVIEWER, '2026-11-20 09:00'),
      ).toMatchObject(facts('verdictGiven', outcome === 'pass' ? 'closed' : 'orangeProposed'))
    },
  )

  test('I4b · 整改不达标 on a blue proposes the orange on that ground', () => {
    expect(
      given(STORIES.reviewing).when(judge('fail'), REVIEWER, '2026-11-17 10:00'),
    ).toMatchObject(
      facts('verdictGiven', {
        type: 'orangeProposed',
        ground: 'I4b',
        by: { kind: 'rule', rule: 'I4b' },
        confirmsAt: at('2026-11-18 10:00'),
      }),
    )
  })

  test('I6 · 整改不达标 on an orange gives a new period of three days from the verdict', () => {
    expect(
      given([issued('orange'), served(), breached(), answered('2026-11-20 09:00', true)]).when(
        judge('fail'),
        REVIEWER,
        '2026-11-20 15:00',
      ),
    ).toMatchObject(
      facts('verdictGiven', {
        type: 'deadlineSet',
        deadline: { lastDay: '2026-11-23', rule: 'D1' },
      }),
    )
  })
})
