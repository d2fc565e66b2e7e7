import { moreCard } from '../../cards/more.ts'
import { movedCard } from '../../cards/moved.ts'
import { noticeCard } from '../../cards/notice.ts'
import { rulingCard } from '../../cards/ruling.ts'
import { slipCard } from '../../cards/slip.ts'
import type { Person } from '../../src/domain/authority.ts'
import type { SlipEvent } from '../../src/domain/events.ts'
import type { Notice } from '../../src/domain/view.ts'
import type { Gallery } from './gallery.ts'
import {
  corrected,
  extensionAsked,
  extensionRuled,
  handedOver,
  interim,
  returnAsked,
  returnRuled,
  transferred,
  urgedByHand,
  withdrawn,
} from './more-facts.ts'
import {
  ALL_UNITS,
  answeredOn,
  at,
  CONTACT,
  DIRECTOR,
  INSPECTOR,
  issued,
  judged,
  LEADER,
  newDeadline,
  person,
  reading,
  REVIEWER,
  unserved,
} from './sample.ts'
import { BEGUN, BREACHED, CONTACTS, FRIDAY, PASSED, RUNNING, WEDNESDAY } from './stories.ts'

const TUESDAY = at('2026-11-24', '14:00')
const ASKED = [...RUNNING, handedOver(), interim(), extensionAsked()]
const GRANTED = [
  ...ASKED,
  extensionRuled(true),
  newDeadline('2026-11-30', at('2026-11-25', '09:00')),
]
const SENT_BACK = [...RUNNING, returnAsked()]
const MOVED = [...SENT_BACK, returnRuled(true), transferred()]
const IN_PART = [...RUNNING, answeredOn([0])]
const PASSED_IN_PART = [...IN_PART, judged('pass')]
const BOTH_ANSWERED = [...IN_PART, answeredOn([1], at('2026-11-24', '17:00'))]

const [, OTHER] = ALL_UNITS
const moved = () => ({ ...reading(MOVED, WEDNESDAY), ...(OTHER ? { unit: OTHER } : {}) })

const slip = (history: readonly SlipEvent[], now = WEDNESDAY) =>
  slipCard(reading(history, now), CONTACTS)

const copy = (history: readonly SlipEvent[], reader: Person, now = WEDNESDAY) =>
  slipCard({ ...reading(history, now), reader }, [])

/** What happens between service and closing besides answering. */
const between: Gallery = {
  'more time asked for, handed over': slip(ASKED, TUESDAY),
  'more time granted': slip(GRANTED),
  'more time refused': slip([...ASKED, extensionRuled(false)]),
  'said to be another unit’s': slip(SENT_BACK, TUESDAY),
  'return refused': slip([...SENT_BACK, returnRuled(false)]),
  'moved: in the new unit’s group': slipCard(moved(), CONTACTS),
  'moved: what is left in the old group': movedCard(moved()),
  'answered in part': slip(IN_PART),
  'passed in part': slip(PASSED_IN_PART),
  'passed in part, overdue': slip(PASSED_IN_PART, FRIDAY),
  'both findings answered apart': slip(BOTH_ANSWERED),
  'both answered apart, for a reviewer': copy(BOTH_ANSWERED, REVIEWER),
  'more time asked for, for a reviewer': copy(ASKED, REVIEWER, TUESDAY),
  corrected: slip([...RUNNING, corrected()], TUESDAY),
  withdrawn: slip([...RUNNING, withdrawn()]),
  'withdrawn, for a leader': copy([...RUNNING, withdrawn()], LEADER),
}

const more = (history: readonly SlipEvent[], reader: Person, now = TUESDAY) =>
  moreCard({ ...reading(history, now), reader })

const mores: Gallery = {
  'a contact in time': more(RUNNING, CONTACT),
  'a contact who has asked for more time': more(ASKED, CONTACT),
  'a contact too late': more(BREACHED, CONTACT, FRIDAY),
  'the inspector': more(RUNNING, INSPECTOR),
  'the inspector, urged just now': more(
    [...RUNNING, urgedByHand(at('2026-11-24', '13:00'))],
    INSPECTOR,
  ),
  'the inspector, not delivered': more([issued(), unserved()], INSPECTOR),
  'a reviewer': more(RUNNING, REVIEWER),
  'a director': more(BEGUN, DIRECTOR),
  'one who is of the unit and of the office': more(
    RUNNING,
    person('ou_both', ['contact', 'director'], ['rl1']),
  ),
  'nothing left to do': more(PASSED, CONTACT, FRIDAY),
}

const ruling = (history: readonly SlipEvent[], about: 'extension' | 'return', now = TUESDAY) =>
  rulingCard(reading(history, now), about, ['ou_reviewer'])

const rulings: Gallery = {
  'more time asked for': ruling(ASKED, 'extension'),
  'more time granted': ruling(GRANTED, 'extension', WEDNESDAY),
  'more time refused': ruling([...ASKED, extensionRuled(false)], 'extension', WEDNESDAY),
  'said to be another unit’s': ruling(SENT_BACK, 'return'),
  'return granted': ruling(MOVED, 'return', WEDNESDAY),
  'overtaken by the deadline': ruling([...ASKED, ...BREACHED.slice(-2)], 'extension', FRIDAY),
}

const notice = (history: readonly SlipEvent[], about: Notice, now = WEDNESDAY) =>
  noticeCard(reading(history, now), about, CONTACTS)

const notices: Gallery = {
  'more time granted': notice(GRANTED, 'extensionGranted'),
  'more time refused': notice([...ASKED, extensionRuled(false)], 'extensionDenied'),
  'return granted': notice(MOVED, 'returnGranted'),
  'return refused': notice([...SENT_BACK, returnRuled(false)], 'returnDenied'),
  'ruling late': notice([...ASKED, returnAsked()], 'rulingLate', FRIDAY),
  'handed over': notice(ASKED, 'handedOver', TUESDAY),
  urged: notice([...RUNNING, urgedByHand()], 'urged'),
  corrected: notice([...RUNNING, corrected()], 'corrected', TUESDAY),
  withdrawn: notice([...RUNNING, withdrawn()], 'withdrawn'),
  'passed in part': notice(PASSED_IN_PART, 'partlyPassed'),
}

export const REQUESTS: Record<string, Gallery> = {
  between,
  more: mores,
  ruling: rulings,
  'notice-between': notices,
}
