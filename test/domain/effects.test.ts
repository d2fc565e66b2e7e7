import { describe, expect, test } from 'vitest'
import { messagesOf, type Send } from '../../src/domain/effects.ts'
import type { SlipEvent } from '../../src/domain/events.ts'
import { answeredOn, issuedTwice, lookedBack } from './later-facts.ts'
import { dismiss } from './orders.ts'
import { STORIES } from './standings.ts'
import {
  answered,
  breached,
  closed,
  issued,
  judged,
  notServed,
  proposed,
  served,
  reminded,
} from './stories.ts'
import { CALENDAR, given, RULES, slipAfter, wall } from './given.ts'
import { DIRECTOR } from './people.ts'

/** What is said of the last fact of a story. */
function said(story: readonly SlipEvent[]): Send[] {
  const event = story.at(-1)
  if (!event) return []
  return messagesOf(RULES, CALENDAR, slipAfter(story), event)
}

const inWords = ({ to, view, notBefore }: Send) => {
  const room = 'chat' in to ? to.chat : to.person
  const about = view.card === 'notice' ? ` ${view.about}` : ''
  const round = view.card === 'review' ? ` ${view.round}` : ''
  return `${wall(notBefore)} ${room}: ${view.card}${about}${round}`
}

const bySilence = {
  ...issued('orange', '2026-11-20 19:00'),
  by: { kind: 'rule', rule: 'D3' },
} as const

describe('who hears of which fact, and when', () => {
  test.each<[name: string, story: readonly SlipEvent[], said: string[]]>([
    ['issued by a person', [issued()], ['2026-11-16 09:59 unit: slip']],
    [
      'issued by a person at night',
      [issued('blue', '2026-11-16 22:00')],
      ['2026-11-16 22:00 unit: slip'],
    ],
    ['D11 · issued by a rule in the evening', [bySilence], ['2026-11-23 08:30 unit: slip']],
    ['served: the card itself is the word', STORIES.rectifying, []],
    ['D2 · not served', [issued(), notServed()], ['2026-11-16 10:09 office: notice unserved']],
    ['I5 · answered', STORIES.reviewing, ['2026-11-17 09:00 office: review 1']],
    [
      'I5 · answered under a proposal: the director has it',
      [...STORIES.proposed, answered('2026-11-20 09:00', true)],
      [],
    ],
    [
      'D4 · handed back',
      [...STORIES.reviewing, judged('supplement')],
      ['2026-11-17 10:00 unit: notice supplement'],
    ],
    [
      'D4 · failed',
      [...STORIES.reviewing, judged('fail')],
      ['2026-11-17 10:00 unit: notice failed'],
    ],
    [
      'D4 · passed',
      [...STORIES.reviewing, judged('pass')],
      ['2026-11-17 10:00 unit: notice passed'],
    ],
    ['closed: the verdict has said it', [...STORIES.reviewing, judged('pass'), closed()], []],
    ['D3 · breached at midnight', [...STORIES.rectifying, breached()], []],
    ['D3 · proposed at midnight', STORIES.proposed, ['2026-11-20 08:30 office: proposal']],
    ['D3 · escalated: the orange says it', STORIES.escalated, []],
    [
      'D11 · reminded',
      [...STORIES.rectifying, reminded(0, '2026-11-18 08:30')],
      ['2026-11-18 08:30 unit: reminder'],
    ],
    [
      'D11 · one reminder per room',
      [...STORIES.orangeOverdue, reminded(2, '2026-11-20 08:30')],
      ['2026-11-20 08:30 unit: reminder', '2026-11-20 08:30 office: reminder'],
    ],
    [
      'D11 · a reminder run late at night waits for the morning',
      [...STORIES.orangeOverdue, reminded(5, '2026-11-28 03:00')],
      ['2026-11-30 08:30 office: reminder', '2026-11-30 08:30 leaders: reminder'],
    ],
    [
      'I2 · a green one: to the unit, and as praise to the office and the leaders',
      STORIES.greenUnserved,
      [
        '2026-11-16 09:59 unit: slip',
        '2026-11-16 09:59 office: highlight',
        '2026-11-16 09:59 leaders: highlight',
      ],
    ],
    ['D6 · more time asked for', STORIES.extensionAsked, ['2026-11-17 09:30 office: ruling']],
    [
      'D6 · more time denied',
      STORIES.extensionDenied,
      ['2026-11-17 14:00 unit: notice extensionDenied'],
    ],
    ['D7 · sent back', STORIES.returnAsked, ['2026-11-17 09:30 office: ruling']],
    ['D7 · kept', STORIES.returnDenied, ['2026-11-17 14:00 unit: notice returnDenied']],
    ['D7 · let go: the other unit is served', STORIES.transferred, ['2026-11-17 14:00 unit: slip']],
    [
      'D4 · the second signature asked for',
      STORIES.countersigning,
      ['2026-11-17 10:00 office: countersign'],
    ],
    [
      'D4 · one finding of two passed',
      [...STORIES.partlyAnswered, judged('pass')],
      ['2026-11-17 10:00 unit: notice partlyPassed'],
    ],
    ['I7 · time to look back', STORIES.lookingBack, ['2026-12-02 08:30 office: lookBack']],
    [
      'I7 · kept in part',
      [...STORIES.lookingBack, lookedBack('partly')],
      ['2026-12-02 10:00 unit: notice lookedBack'],
    ],
    ['I7 · held: no news is good news', [...STORIES.lookingBack, lookedBack('held')], []],
    ['I7 · relapsed', STORIES.relapsed, ['2026-12-02 10:00 office: proposal']],
    ['D15 · withdrawn', STORIES.voided, ['2026-11-17 11:00 unit: notice withdrawn']],
  ])('%s', (_, story, words) => {
    expect(said(story).map(inWords)).toEqual(words)
  })

  test('D3 · a dismissal tells the unit; every feedback that waited under the proposal goes to the reviewer', () => {
    const dismissed = (story: readonly SlipEvent[]) => {
      const decision = given(story).when(dismiss(), DIRECTOR, '2026-11-20 10:00')
      const [fact] = 'accepted' in decision ? decision.accepted : []
      return fact ? said([...story, fact]).map(inWords) : []
    }
    expect(dismissed(STORIES.proposed)).toEqual(['2026-11-20 10:00 unit: notice dismissed'])
    expect(dismissed([...STORIES.proposed, answered('2026-11-20 09:00', true)])).toEqual([
      '2026-11-20 10:00 unit: notice dismissed',
      '2026-11-20 10:00 office: review 1',
    ])
    const two = [issuedTwice(), served(), breached(), proposed()]
    const parts = [answeredOn([0], '2026-11-20 08:40'), answeredOn([1], '2026-11-20 08:50')]
    expect(dismissed([...two, ...parts])).toEqual([
      '2026-11-20 10:00 unit: notice dismissed',
      '2026-11-20 10:00 office: review 1',
      '2026-11-20 10:00 office: review 2',
    ])
  })
})

test('D2 · only a slip’s own card in the unit’s group is the proof of service', () => {
  const stories = Object.values(STORIES).flatMap((story) =>
    story.map((_, i) => story.slice(0, i + 1)),
  )
  const proofs = stories.filter((story) => said(story).some((send) => send.proof))
  expect(new Set(proofs.map((story) => story.at(-1)?.type))).toEqual(
    new Set(['issued', 'transferred']),
  )
})

test('what speaks of a stage is void once the slip has left the stages it speaks of', () => {
  expect(said(STORIES.reviewing)[0]?.validIn).toEqual(['rectifying', 'reviewing'])
  expect(said(STORIES.proposed)[0]?.validIn).toEqual(['proposed'])
  expect(said([issued(), notServed()])[0]?.validIn).toEqual(['unserved'])
})
