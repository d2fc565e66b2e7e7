import { countersignCard } from '../../cards/countersign.ts'
import { foundCard } from '../../cards/found.ts'
import { lookBackCard } from '../../cards/look-back.ts'
import { noticeCard } from '../../cards/notice.ts'
import { proposalCard } from '../../cards/proposal.ts'
import { slipCard } from '../../cards/slip.ts'
import { todoCard } from '../../cards/todo.ts'
import { whyCard } from '../../cards/why.ts'
import type { Draft } from '../../src/domain/draft.ts'
import type { Person } from '../../src/domain/authority.ts'
import type { SlipEvent } from '../../src/domain/events.ts'
import { nextStep } from '../../src/domain/next-step.ts'
import type { Gallery } from './gallery.ts'
import {
  closingProposed,
  corrected,
  deadlineReset,
  extensionAsked,
  handedOver,
  interim,
  lookBackDue,
  lookBackPlanned,
  lookedBack,
  retried,
  returnAsked,
  rulingUrged,
  urgedByHand,
  withdrawn,
} from './more-facts.ts'
import {
  ALL_UNITS,
  answered,
  answeredOn,
  at,
  breached,
  closed,
  CONTACT,
  content,
  DIRECTOR,
  dismissed,
  draft,
  escalated,
  INSPECTOR,
  issued,
  judged,
  LEADER,
  name,
  newDeadline,
  ORANGE_ANSWER,
  proposed,
  reading,
  REVIEWER,
  served,
  unserved,
} from './sample.ts'
import {
  ANSWERED,
  BREACHED,
  CONTACTS,
  FRIDAY,
  LAPSED,
  MONDAY,
  ORANGE_BEGUN,
  PASSED,
  RUNNING,
  SENT_BACK,
  WEDNESDAY,
} from './stories.ts'

const DECEMBER = at('2026-12-01', '10:00')
const VISIT = at('2026-12-11', '09:00')

const SIGNED_FOR = [
  ...ORANGE_BEGUN,
  answered(at('2026-11-30', '15:00'), ORANGE_ANSWER),
  judged('pass', 1, at('2026-12-01', '09:00')),
  closingProposed(),
]
const COUNTERSIGNED = [...SIGNED_FOR, closed(DECEMBER), lookBackPlanned('orange', DECEMBER)]
const OVERTURNED = [
  ...SIGNED_FOR,
  judged('fail', 1, DECEMBER, '方案没有落实到人。'),
  newDeadline('2026-12-04', DECEMBER),
]
const OVERDUE = [...ORANGE_BEGUN, breached(DECEMBER)]
const RESET = [...OVERDUE, deadlineReset(), newDeadline('2026-12-04', DECEMBER)]
const PLANNED = [...PASSED, lookBackPlanned()]
const VISITING = [...PLANNED, lookBackDue()]
const PARTLY = [...VISITING, lookedBack('partly'), lookBackPlanned('again')]
const AGAIN = [...PARTLY, lookBackDue()]
const RELAPSED = [...VISITING, lookedBack('relapsed', '公示又撤下了。'), proposed('I7', VISIT)]

const ALL = [
  issued(
    content({ findings: [{ text: '施工坑边没有围挡', requirement: '立即围挡', type: 'R5.4' }] }),
  ),
  served(),
]

const slip = (history: readonly SlipEvent[], now: number) =>
  slipCard(reading(history, now), CONTACTS)

const copy = (history: readonly SlipEvent[], reader: Person, now: number) =>
  slipCard({ ...reading(history, now), reader }, [])

/** From the second signature to the second visit. */
const after: Gallery = {
  'orange to be countersigned': slip(SIGNED_FOR, DECEMBER),
  'to be countersigned, for the director': copy(SIGNED_FOR, DIRECTOR, DECEMBER),
  'orange overdue, for the director': copy(OVERDUE, DIRECTOR, DECEMBER),
  'closed, to be visited': slip(PLANNED, FRIDAY),
  'being visited': slip(VISITING, VISIT),
  'being visited, for the inspector': copy(VISITING, INSPECTOR, VISIT),
  'kept in part': slip(PARTLY, VISIT),
  relapsed: slip(RELAPSED, VISIT),
  'relapsed, for the director': copy(RELAPSED, DIRECTOR, VISIT),
}

const countersign = (history: readonly SlipEvent[], now = DECEMBER) =>
  countersignCard(reading(history, now), ['ou_director'])

const countersigns: Gallery = {
  open: countersign(SIGNED_FOR),
  agreed: countersign(COUNTERSIGNED),
  refused: countersign(OVERTURNED),
  'withdrawn meanwhile': countersign([...SIGNED_FOR, withdrawn()]),
}

const lookBack = (history: readonly SlipEvent[], visit = 1) =>
  lookBackCard(reading(history, VISIT), visit, ['ou_inspector'])

const lookBacks: Gallery = {
  'a sample': lookBack(VISITING),
  'an orange': lookBack([...COUNTERSIGNED, lookBackDue()]),
  held: lookBack([...VISITING, lookedBack('held', '公示完好，便民箱齐全。')]),
  'kept in part': lookBack(PARTLY),
  'once more': lookBack(AGAIN, 2),
  relapsed: lookBack(RELAPSED),
}

const proposals: Gallery = {
  relapsed: proposalCard(reading(RELAPSED, VISIT), ['ou_director']),
  'relapsed, dismissed': proposalCard(reading([...RELAPSED, dismissed(VISIT)], VISIT), []),
}

const notices: Gallery = {
  'another day for an overdue orange': noticeCard(
    reading(RESET, DECEMBER),
    'deadlineReset',
    CONTACTS,
  ),
  'passed, to be countersigned': noticeCard(reading(SIGNED_FOR, DECEMBER), 'passed', CONTACTS),
  'kept in part': noticeCard(reading(PARTLY, VISIT), 'lookedBack', CONTACTS),
  relapsed: noticeCard(reading(RELAPSED, VISIT), 'lookedBack', CONTACTS),
  'relapse dismissed': noticeCard(
    reading([...RELAPSED, dismissed(VISIT)], VISIT),
    'dismissed',
    CONTACTS,
  ),
}

const why = (history: readonly SlipEvent[], now: number) => {
  const read = reading(history, now)
  return whyCard({ ...read, next: nextStep(read.slip) })
}

const whys: Gallery = {
  'not served yet': why([issued()], MONDAY),
  'not delivered': why([issued(), unserved()], MONDAY),
  rectifying: why(RUNNING, WEDNESDAY),
  'a type with a period of its own': why(ALL, MONDAY),
  'more time asked for': why([...RUNNING, extensionAsked()], WEDNESDAY),
  reviewing: why(ANSWERED, WEDNESDAY),
  proposed: why(BREACHED, FRIDAY),
  'handed back, proposed': why(LAPSED, FRIDAY),
  'dismissed, new deadline': why([...BREACHED, dismissed(), newDeadline()], FRIDAY),
  'turned orange': why([...BREACHED, escalated()], FRIDAY),
  'to be countersigned': why(SIGNED_FOR, DECEMBER),
  'closed, to be visited': why(PLANNED, FRIDAY),
  'being visited': why(VISITING, VISIT),
  withdrawn: why([...RUNNING, withdrawn()], FRIDAY),
}

const founds: Gallery = {
  'one that everything happened to': foundCard({
    ...reading(RELAPSED, VISIT),
    words: '蓝2026-1',
    slips: [reading(RELAPSED, VISIT)],
    history: [
      ...RUNNING,
      handedOver(),
      corrected(),
      interim(),
      extensionAsked(),
      returnAsked(),
      rulingUrged('return'),
      urgedByHand(),
      retried(),
      ...SENT_BACK.slice(-2),
      closingProposed(),
      ...RELAPSED.slice(-5),
      withdrawn(),
    ],
  }),
}

const entry = (history: readonly SlipEvent[], number = 1) => {
  const { slip, unit } = reading(history, FRIDAY)
  const id = slip.id.replace(/.$/, String(number))
  return { slip: { ...slip, id, serial: { ...slip.serial, number } }, unit }
}

const todo = (
  person: Person,
  slips: readonly ReturnType<typeof entry>[],
  drafts: readonly Draft[] = [],
) => todoCard({ person, name, now: FRIDAY, slips, drafts, units: ALL_UNITS })

const AWAITING = draft({ state: 'awaiting' }, { colour: 'orange', reason: '有安全隐患。' })

const todos: Gallery = {
  'a reviewer with a request and a part to judge': todo(REVIEWER, [
    entry([...RUNNING, extensionAsked()]),
    entry([...RUNNING, answeredOn([0])], 2),
    entry(RUNNING, 3),
  ]),
  'a director with a draft and a closing to sign': todo(DIRECTOR, [entry(SIGNED_FOR)], [AWAITING]),
  'an inspector with a visit, whose draft waits': todo(INSPECTOR, [entry(VISITING)], [AWAITING]),
  'a leader': todo(LEADER, [entry(BREACHED), entry(RUNNING, 2), entry(ORANGE_BEGUN, 3)]),
  'an inspector with a slip to visit and a draft begun': todo(
    INSPECTOR,
    [entry(VISITING)],
    [draft()],
  ),
  'a contact whose slip is being visited': todo(CONTACT, [entry(VISITING)]),
}

export const OFFICE: Record<string, Gallery> = {
  after,
  countersign: countersigns,
  'look-back': lookBacks,
  'proposal-relapsed': proposals,
  'notice-after': notices,
  why: whys,
  'found-everything': founds,
  'todo-office': todos,
}
