import { describe, expect, test } from 'vitest'
import type { SlipEvent } from '../../src/domain/events.ts'
import { findingStates, owed, pendingRounds } from '../../src/domain/findings.ts'
import { orangeContent } from '../../src/domain/orange.ts'
import { answeredOn, issuedTwice, TWO_FINDINGS } from './later-facts.ts'
import { answer, answerOn, answerOrange, judge } from './orders.ts'
import { answered, breached, judged, proposed, served } from './stories.ts'
import { accepted, at, facts, given, refused, slipAfter } from './given.ts'
import { CONTACT, REVIEWER } from './people.ts'

const BEGUN = [issuedTwice(), served()]
const [PRICES, GLASSES] = TWO_FINDINGS

/** Where each finding stands, whose move it is, which answers wait. */
function standing(story: readonly SlipEvent[]): string {
  const slip = slipAfter(story)
  const waiting = pendingRounds(slip).join(', ') || '—'
  return `${findingStates(slip).join(' ')} | ${slip.stage} | ${waiting}`
}

describe('I5 · several findings on one slip, each answered and judged', () => {
  const first = answeredOn([0])
  const second = answeredOn([1], '2026-11-17 11:00')
  test.each<[name: string, story: readonly SlipEvent[], standing: string]>([
    ['nothing said', BEGUN, 'open open | rectifying | —'],
    ['the first answered', [...BEGUN, first], 'answered open | rectifying | 1'],
    ['each answered for itself', [...BEGUN, first, second], 'answered answered | reviewing | 1, 2'],
    ['both in one', [...BEGUN, answered()], 'answered answered | reviewing | 1'],
    [
      'one passed, the other owed',
      [...BEGUN, first, judged('pass')],
      'passed open | rectifying | —',
    ],
    [
      'mixed verdicts',
      [...BEGUN, first, second, judged('pass'), judged('supplement', '2026-11-17 12:00', 2)],
      'passed returned | rectifying | —',
    ],
    [
      'handed back, answered again for both: the older answer has been replaced',
      [...BEGUN, first, answeredOn([0, 1], '2026-11-17 12:00')],
      'answered answered | reviewing | 2',
    ],
    [
      'a later answer on one finding leaves the earlier one standing for the other',
      [...BEGUN, answered(), judged('supplement'), answeredOn([0], '2026-11-17 12:00')],
      'answered returned | rectifying | 2',
    ],
    ['all passed', [...BEGUN, answered(), judged('pass')], 'passed passed | reviewing | —'],
  ])('%s', (_, story, words) => {
    expect(standing(story)).toBe(words)
  })

  test('an answer that names none is about all that are owed, and says which', () => {
    const story = [...BEGUN, first]
    expect(given(story).when(answer, CONTACT, '2026-11-17 12:00')).toMatchObject(
      facts({ type: 'feedbackSubmitted', findings: [1] }),
    )
    expect(given(BEGUN).when(answer, CONTACT, '2026-11-17 12:00')).not.toMatchObject(
      facts({ type: 'feedbackSubmitted', findings: [0, 1] }),
    )
  })

  test('what has passed is not answered again', () => {
    const story = [...BEGUN, first, judged('pass')]
    expect(given(story).when(answerOn([0]), CONTACT, '2026-11-17 12:00')).toEqual(
      refused('I5', 'nothingOpen'),
    )
    expect(given(story).when(answerOn([0, 1]), CONTACT, '2026-11-17 12:00')).toMatchObject(
      facts({ type: 'feedbackSubmitted', findings: [1] }),
    )
  })

  test('D4 · an answer that has been replaced cannot be judged', () => {
    const story = [...BEGUN, first, answeredOn([0, 1], '2026-11-17 12:00')]
    expect(given(story).when(judge('pass', 1), REVIEWER, '2026-11-17 13:00')).toEqual(
      refused('D4', 'stale'),
    )
  })

  test('I7 · the slip closes with the last pass, not before', () => {
    const story = [...BEGUN, first, second]
    const passed = accepted(given(story).when(judge('pass', 2), REVIEWER, '2026-11-17 13:00'))
    expect(passed.map((fact) => fact.type)).toEqual(['verdictGiven'])
    expect(
      given([...story, ...passed]).when(judge('pass', 1), REVIEWER, '2026-11-17 13:30'),
    ).toMatchObject(facts('verdictGiven', 'closed'))
  })

  test('I4a · late with one of two is late; under the proposal all that is unsettled may be answered', () => {
    const late = [...BEGUN, first, breached(), proposed()]
    expect(owed(slipAfter(late))).toEqual([1])
    expect(given(late).when(answerOn([0]), CONTACT, '2026-11-20 09:00')).toMatchObject(
      facts({ type: 'feedbackSubmitted', findings: [0], late: true }),
    )
  })

  test('I4 · the orange asks for what is not settled, and no more', () => {
    const failed = [...BEGUN, first, second, judged('pass'), judged('fail', '2026-11-17 12:00', 2)]
    expect(orangeContent(slipAfter(failed)).findings).toEqual([GLASSES])
    const never = [...BEGUN, breached(), proposed()]
    expect(orangeContent(slipAfter(never)).findings).toEqual([PRICES, GLASSES])
    const passed = [...BEGUN, answered(), judged('pass')]
    expect(orangeContent(slipAfter(passed)).findings).toEqual([PRICES, GLASSES])
  })
})

describe('D1 · an orange that fails gets a new period', () => {
  const HAZARD = { text: '路面有坑无防护', requirement: '立即消除隐患', type: 'R5.4' }
  const begun = (findings: readonly (typeof HAZARD)[]): SlipEvent[] => {
    const first = issuedTwice('orange')
    return first.type === 'issued'
      ? [{ ...first, content: { ...first.content, findings } }, served()]
      : []
  }
  const failed = (story: readonly SlipEvent[], round: number) =>
    given(story).when(judge('fail', round), REVIEWER, '2026-11-17 15:00')
  const due = (lastDay: string) =>
    facts('verdictGiven', { type: 'deadlineSet', deadline: { lastDay, rule: 'D1' } })

  test('as long as that of its problem type', () => {
    expect(failed([...begun([HAZARD]), answered()], 1)).toMatchObject(due('2026-11-18'))
  })

  test('the shortest of what is not settled; what has passed no longer counts', () => {
    const [prices = HAZARD] = TWO_FINDINGS
    const both = [...begun([HAZARD, prices]), answeredOn([0]), answeredOn([1])]
    expect(failed([...both, judged('pass')], 2)).toMatchObject(due('2026-11-20'))
    expect(failed([...both, judged('pass', '2026-11-17 10:00', 2)], 1)).toMatchObject(
      due('2026-11-18'),
    )
  })
})

test('D9 · each answer gives the reviewer a clock; none is left when all are judged', () => {
  const waiting = [...BEGUN, answeredOn([0])]
  expect(slipAfter(waiting).verdictDueAt).toBe(at('2026-11-18 17:30'))
  expect(slipAfter([...waiting, judged('pass')]).verdictDueAt).toBeUndefined()
  expect(given(waiting).when(answerOrange, CONTACT, '2026-11-17 18:00')).toMatchObject(
    facts({ type: 'feedbackSubmitted', verdictDueAt: at('2026-11-19 17:30') }),
  )
})
