import { describe, expect, test } from 'vitest'
import { type Action, parseAction } from '../../cards/actions.ts'
import type { Card } from '../../cards/kit.ts'
import { moreCard } from '../../cards/more.ts'
import { slipCard } from '../../cards/slip.ts'
import type { Person } from '../../src/domain/authority.ts'
import { decide } from '../../src/domain/decide.ts'
import type { SlipEvent } from '../../src/domain/events.ts'
import { RULE_BOOK_2026 } from '../../src/domain/rule-book-2026.ts'
import type { Instant } from '../../src/domain/time.ts'
import {
  closingProposed,
  extensionAsked,
  handedOver,
  lookBackDue,
  lookBackPlanned,
  lookedBack,
  returnAsked,
  returnRuled,
  servedGreen,
  transferred,
  urgedByHand,
  withdrawn,
} from './more-facts.ts'
import { orderOf } from './order-of.ts'
import {
  answered,
  answeredOn,
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
  ORANGE_ANSWER,
  person,
  proposed,
  reading,
  REVIEWER,
  served,
  signed,
  unserved,
} from './sample.ts'
import { ofTag } from './tree.ts'

const IN_TIME = at('2026-11-25', '10:00')
const LATE = at('2026-11-27', '09:00')
const DECEMBER = at('2026-12-11', '09:00')

const begun = (colour: 'blue' | 'orange') => [issued(content({ colour })), served()]
const GREEN = content({ colour: 'green', findings: [], highlights: '推出一窗通办' })
const CLOSED = [...begun('blue'), answered(), judged('pass'), closed(), lookBackPlanned()]

const STORIES: Record<string, readonly SlipEvent[]> = {
  unserved: begun('blue').slice(0, 1),
  'not delivered': [...begun('blue').slice(0, 1), unserved()],
  served: begun('blue'),
  signed: [...begun('blue'), signed()],
  'handed over': [...begun('blue'), signed(), handedOver()],
  'urged by hand': [...begun('blue'), urgedByHand()],
  answered: [...begun('blue'), signed(), answered()],
  'answered in part': [...begun('blue'), signed(), answeredOn([0])],
  'answered in two parts': [...begun('blue'), signed(), answeredOn([0]), answeredOn([1])],
  'more time asked for': [...begun('blue'), extensionAsked()],
  'more time asked for, answered': [...begun('blue'), extensionAsked(), answered()],
  'both asked for, answered in part': [
    ...begun('blue'),
    extensionAsked(),
    returnAsked(),
    answeredOn([0]),
  ],
  returned: [...begun('blue'), returnAsked(), returnRuled(true), transferred('rl2')],
  'answered, orange': [...begun('orange'), answered(LATE - 1, ORANGE_ANSWER, true)],
  proposed: [...begun('blue'), signed(), breached(), proposed('I4a')],
  'overdue, never signed for': [...begun('blue'), breached(), proposed('I4a')],
  'overdue, orange': [...begun('orange'), breached()],
  'overdue, orange, answered in part': [...begun('orange'), breached(), answeredOn([0], LATE)],
  countersigning: [...begun('orange'), answered(), judged('pass'), closingProposed()],
  closed: CLOSED,
  'looking back': [...CLOSED, lookBackDue()],
  relapsed: [...CLOSED, lookBackDue(), lookedBack('relapsed'), proposed('I7')],
  'relapsed, never signed for': [
    ...CLOSED.slice(0, 2),
    answered(),
    lookBackDue(),
    lookedBack('relapsed'),
    proposed('I7'),
  ],
  withdrawn: [...begun('blue'), withdrawn()],
  'green, not served': [issued(GREEN)],
  'green, served': [issued(GREEN), servedGreen()],
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
  'the inspector who issued it': INSPECTOR,
  'another inspector': person('ou_inspector2', ['inspector']),
  'an inspector of that unit': person('ou_inspector3', ['inspector', 'contact'], ['rl1']),
  'a director': DIRECTOR,
  'a director of that unit': person('ou_director2', ['director', 'head'], ['rl1']),
  'one who is everything': person('ou_all', ['inspector', 'reviewer', 'director']),
  'a leader': LEADER,
}

const MOMENTS: Record<string, Instant> = { 'in time': IN_TIME, late: LATE, later: DECEMBER }

const cases = Object.entries(STORIES).flatMap(([stage, history]) =>
  Object.entries(READERS).flatMap(([who, reader]) =>
    Object.entries(MOMENTS).map(([when, now]) => ({ stage, who, when, history, reader, now })),
  ),
)

const actionsOn = (card: Card): Action[] =>
  ofTag(card, 'button').flatMap(({ name }) => parseAction({}, String(name)) ?? [])

describe('on a private copy', () => {
  test.for(cases)(
    '$who is offered nothing the core refuses: $stage, $when',
    ({ history, reader, now }) => {
      const read = { ...reading(history, now), reader }
      const refused = [slipCard(read, []), moreCard(read)].flatMap(actionsOn).flatMap((action) => {
        const order = orderOf(action, read.slip)
        if (!order) return []
        const command = { ...order, by: reader, at: now }
        const decision = decide(RULE_BOOK_2026, CALENDAR, read.slip, command)
        // Whether a day typed is far enough ahead is not the card's to know.
        return 'refused' in decision && decision.refused.reason.is !== 'dayPast'
          ? [{ action, ...decision.refused }]
          : []
      })
      expect(refused).toEqual([])
    },
  )

  test.for<[string, Instant, Person, string[]]>([
    ['signed', IN_TIME, CONTACT, ['submitFeedback', 'more', 'why']],
    ['served', IN_TIME, CONTACT, ['signFor', 'more', 'why']],
    ['overdue, never signed for', LATE, CONTACT, ['signFor', 'more', 'why']],
    ['answered', LATE, REVIEWER, ['judge', 'judge', 'why']],
    ['answered in part', IN_TIME, REVIEWER, ['judge', 'judge', 'judge', 'more', 'why']],
    [
      'both asked for, answered in part',
      IN_TIME,
      REVIEWER,
      [
        'judge',
        'judge',
        'judge',
        'ruleExtension',
        'ruleExtension',
        'ruleReturn',
        'ruleReturn',
        'more',
        'why',
      ],
    ],
    ['proposed', LATE, DIRECTOR, ['confirmOrange', 'dismissOrange', 'more', 'why']],
    ['overdue, orange', LATE, DIRECTOR, ['resetDeadline', 'more', 'why']],
    ['countersigning', LATE, DIRECTOR, ['countersign', 'countersign', 'more', 'why']],
    ['looking back', DECEMBER, INSPECTOR, ['lookBack', 'lookBack', 'lookBack', 'more', 'why']],
    ['relapsed', DECEMBER, DIRECTOR, ['confirmOrange', 'dismissOrange', 'more', 'why']],
    ['relapsed', DECEMBER, CONTACT, ['why']],
    ['signed', IN_TIME, LEADER, ['why']],
    ['withdrawn', IN_TIME, INSPECTOR, ['why']],
    ['green, served', IN_TIME, CONTACT, ['why']],
  ])('what is theirs to do is there: %s', ([stage, now, reader, verbs]) => {
    const card = slipCard({ ...reading(STORIES[stage] ?? [], now), reader }, [])
    expect(actionsOn(card).map((action) => action.do)).toEqual(verbs)
  })

  test.for<[string, Instant, Person, string[]]>([
    ['signed', IN_TIME, CONTACT, ['replyInterim', 'requestExtension', 'requestReturn', 'handOver']],
    ['more time asked for', IN_TIME, CONTACT, ['replyInterim', 'requestReturn', 'handOver']],
    ['signed', LATE, CONTACT, ['replyInterim', 'handOver']],
    ['signed', IN_TIME, INSPECTOR, ['urge', 'correctSlip', 'withdraw']],
    ['urged by hand', IN_TIME, INSPECTOR, ['correctSlip', 'withdraw']],
    ['signed', IN_TIME, REVIEWER, ['urge']],
    ['not delivered', IN_TIME, REVIEWER, ['retryService']],
    ['countersigning', LATE, DIRECTOR, ['withdraw']],
    ['signed', IN_TIME, LEADER, []],
    ['closed', LATE, DIRECTOR, []],
  ])('what else is theirs to do is there: %s', ([stage, now, reader, verbs]) => {
    const card = moreCard({ ...reading(STORIES[stage] ?? [], now), reader })
    expect(actionsOn(card).map((action) => action.do)).toEqual(verbs)
  })
})
