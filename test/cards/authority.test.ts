import { describe, expect, test } from 'vitest'
import { type Action, parseAction } from '../../cards/actions.ts'
import { slipCard } from '../../cards/slip.ts'
import type { Person } from '../../src/domain/authority.ts'
import type { Order } from '../../src/domain/commands.ts'
import { decide } from '../../src/domain/decide.ts'
import type { SlipEvent } from '../../src/domain/events.ts'
import { RULE_BOOK_2026 } from '../../src/domain/rule-book-2026.ts'
import {
  answered,
  at,
  breached,
  CALENDAR,
  closed,
  CONTACT,
  content,
  DIRECTOR,
  INSPECTOR,
  issued,
  judged,
  LEADER,
  ORANGE,
  ORANGE_ANSWER,
  person,
  proposed,
  reading,
  REVIEWER,
  served,
  signed,
} from './sample.ts'
import { ofTag } from './tree.ts'

const NOW = at('2026-11-27', '09:00')

const begun = (colour: 'blue' | 'orange') => [issued(content({ colour })), served()]
const STORIES: Record<string, readonly SlipEvent[]> = {
  unserved: begun('blue').slice(0, 1),
  served: begun('blue'),
  signed: [...begun('blue'), signed()],
  answered: [...begun('blue'), signed(), answered()],
  'answered, orange': [...begun('orange'), answered(NOW - 1, ORANGE_ANSWER, true)],
  proposed: [...begun('blue'), breached(), proposed('I4a')],
  closed: [...begun('blue'), answered(), judged('pass'), closed()],
}

const READERS: Record<string, Person> = {
  'a contact': CONTACT,
  'a contact of another unit': person('ou_other', ['contact'], ['rl2']),
  'a reviewer': REVIEWER,
  'a reviewer of that unit': person('ou_both', ['reviewer', 'head'], ['rl1']),
  'a reviewer who stands in for the author': {
    ...person('ou_stand', ['reviewer']),
    standsInFor: ['ou_contact'],
  },
  'an inspector': INSPECTOR,
  'a director': DIRECTOR,
  'a leader': LEADER,
}

/** What pressing a button asks of the core, with its form filled in. */
function orderOf(action: Action): Order {
  switch (action.do) {
    case 'signFor':
      return { type: 'signFor' }
    case 'submitFeedback':
      return { type: 'submitFeedback', feedback: ORANGE_ANSWER_THEN }
    case 'judge':
      return { type: 'judge', outcome: action.outcome, reason: '属实', round: action.round }
    case 'confirmOrange':
      return { type: 'confirmOrange', orange: ORANGE }
    case 'dismissOrange':
      return { type: 'dismissOrange', reason: '属实', until: '2026-12-04' }
    case 'open':
    case 'issueDraft':
    case 'editDraft':
    case 'saveDraft':
    case 'cancelDraft':
      throw new Error(`${action.do} is no button of a slip card`)
  }
}

const ORANGE_ANSWER_THEN = {
  ...ORANGE_ANSWER,
  meeting: { heldOn: '2026-11-24', chair: 'a', minutes: 'b', plan: 'c' },
}

const cases = Object.entries(STORIES).flatMap(([stage, history]) =>
  Object.entries(READERS).map(([who, reader]) => ({ stage, who, history, reader })),
)

describe('on a private copy', () => {
  test.for(cases)('$who is offered nothing the core refuses: $stage', ({ history, reader }) => {
    const read = reading(history, NOW)
    const actions = ofTag(slipCard({ ...read, reader }, []), 'button').flatMap(
      ({ name }) => parseAction({}, String(name)) ?? [],
    )
    const refused = actions
      .map((action) =>
        decide(RULE_BOOK_2026, CALENDAR, read.slip, { ...orderOf(action), by: reader, at: NOW }),
      )
      .filter((decision) => 'refused' in decision)
    expect(refused).toEqual([])
  })

  test.for<[string, Person, string[]]>([
    ['signed', CONTACT, ['submitFeedback']],
    ['served', CONTACT, ['signFor', 'submitFeedback']],
    ['answered', REVIEWER, ['judge', 'judge']],
    ['proposed', DIRECTOR, ['confirmOrange', 'dismissOrange']],
    ['signed', LEADER, []],
  ])('what is theirs to do is there: %s', ([stage, reader, verbs]) => {
    const card = slipCard({ ...reading(STORIES[stage] ?? [], NOW), reader }, [])
    const offered = ofTag(card, 'button').map(({ name }) => String(name).split('|')[0])
    expect(offered).toEqual(verbs)
  })
})
