import { draftCard } from '../../cards/draft.ts'
import type { DraftReading } from '../../cards/draft-reading.ts'
import { foundCard } from '../../cards/found.ts'
import { helpCard } from '../../cards/help.ts'
import type { Card } from '../../cards/kit.ts'
import { noticeCard } from '../../cards/notice.ts'
import { proposalCard } from '../../cards/proposal.ts'
import { reminderCard } from '../../cards/reminder.ts'
import { reviewCard } from '../../cards/review.ts'
import { saidCard } from '../../cards/said.ts'
import { slipCard } from '../../cards/slip.ts'
import { todoCard } from '../../cards/todo.ts'
import type { Person } from '../../src/domain/authority.ts'
import { periodFrom } from '../../src/domain/deadline.ts'
import type { SlipEvent } from '../../src/domain/events.ts'
import { RULE_BOOK_2026 } from '../../src/domain/rule-book-2026.ts'
import type { Instant } from '../../src/domain/time.ts'
import {
  ALL_UNITS,
  answered,
  at,
  BLUE_HISTORY,
  breached,
  CALENDAR,
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
  person,
  proposed,
  reading,
  reminded,
  REVIEWER,
  served,
  signed,
  UNIT,
  unserved,
  urged,
} from './sample.ts'

import {
  ANSWERED,
  BEGUN,
  BREACHED,
  CONTACTS,
  DISMISSED,
  FAILED,
  FRIDAY,
  LAPSED,
  LATE_ANSWER,
  MONDAY,
  ORANGE_BEGUN,
  PASSED,
  RUNNING,
  SENT_BACK,
  SENT_BACK_IN_PART,
  WEDNESDAY,
} from './stories.ts'

/** Every card in every state somebody can meet it in, by name. */
export type Gallery = Record<string, Card>

const slip = (history: readonly SlipEvent[], now: Instant): Card =>
  slipCard(reading(history, now), CONTACTS)

const copy = (history: readonly SlipEvent[], now: Instant, reader: Person): Card =>
  slipCard({ ...reading(history, now), reader }, [])

/** Private copies: the same slip as different people open it. */
const copies: Gallery = {
  'for a contact who has to answer': copy(RUNNING, MONDAY, CONTACT),
  'for a reviewer who waits': copy(RUNNING, MONDAY, REVIEWER),
  'for a reviewer who has to judge': copy(ANSWERED, WEDNESDAY, REVIEWER),
  'for a contact whose answer is judged': copy(ANSWERED, WEDNESDAY, CONTACT),
  'for a director who has to decide': copy(BREACHED, FRIDAY, DIRECTOR),
  'for an inspector who looks on': copy(BREACHED, FRIDAY, INSPECTOR),
  'for an inspector before service': copy([issued()], MONDAY, INSPECTOR),
  'for a leader, closed': copy(PASSED, FRIDAY, LEADER),
}

const LAPSED_BLUE = {
  ...BLUE_HISTORY,
  ground: 'I4a' as const,
  verdicts: BLUE_HISTORY.verdicts.map((verdict) => ({
    ...verdict,
    outcome: 'supplement' as const,
  })),
}

const LISTY = content({
  findings: [{ text: '1. 公示未上墙\n2. 便民箱缺药品', requirement: '# 立即整改\n- 上墙\n- 补齐' }],
})

const slips: Gallery = {
  'not served yet': slip([issued()], MONDAY),
  'to be signed for': slip(BEGUN, MONDAY),
  rectifying: slip(RUNNING, MONDAY),
  'answered, under review': slip(ANSWERED, WEDNESDAY),
  'sent back for more': slip(SENT_BACK, WEDNESDAY),
  'overdue, timer not run yet': slip(RUNNING, FRIDAY),
  'overdue, proposed for orange': slip(BREACHED, FRIDAY),
  'overdue, never signed for': slip([...BEGUN, breached(), proposed('I4a')], FRIDAY),
  'handed back, overdue, proposed for orange': slip(LAPSED, FRIDAY),
  'handed back, overdue, another day': slip([...LAPSED, dismissed(), newDeadline()], FRIDAY),
  'handed back, overdue, turned orange': slip(
    [issued(content({ colour: 'orange' }), LAPSED_BLUE), served(FRIDAY)],
    FRIDAY,
  ),
  'answered, the review overdue': slip(ANSWERED, at('2026-11-26', '09:00')),
  'findings that look like lists': slip([issued(LISTY), served(), signed()], MONDAY),
  'failed, proposed for orange': slip(FAILED, WEDNESDAY),
  'proposal dismissed, new deadline': slip(DISMISSED, FRIDAY),
  'turned orange': slip([...BREACHED, escalated('ou_director')], FRIDAY),
  closed: slip(PASSED, FRIDAY),
  'orange to be signed for': slip(ORANGE_BEGUN, at('2026-11-27', '11:00')),
  'orange answered': slip(
    [
      ...ORANGE_BEGUN,
      signed(at('2026-11-27', '12:00')),
      answered(at('2026-11-30', '15:00'), ORANGE_ANSWER),
    ],
    at('2026-11-30', '16:00'),
  ),
}

const review = (history: readonly SlipEvent[], now: Instant, round = 1): Card =>
  reviewCard(reading(history, now), round, ['ou_reviewer'])

const reviews: Gallery = {
  'to be judged': review(ANSWERED, WEDNESDAY),
  'to be judged, deadline gone': review(ANSWERED, FRIDAY),
  'to be judged, the review overdue': review(ANSWERED, at('2026-11-26', '09:00')),
  'judged: failed at night': review(FAILED, at('2026-11-25', '20:00')),
  'judged: passed': review(PASSED, FRIDAY),
  'judged: sent back': review(SENT_BACK, WEDNESDAY),
  'overtaken by a second answer': review(
    [
      ...BREACHED,
      LATE_ANSWER,
      answered(at('2026-11-27', '08:50'), ORANGE_ANSWER, true),
      dismissed(),
      newDeadline(),
    ],
    at('2026-11-27', '11:00'),
  ),
  'orange to be judged': review(
    [...ORANGE_BEGUN, answered(at('2026-11-30', '15:00'), ORANGE_ANSWER)],
    at('2026-11-30', '16:00'),
  ),
}

const proposal = (history: readonly SlipEvent[], now = FRIDAY): Card =>
  proposalCard(reading(history, now), ['ou_director'])

const proposals: Gallery = {
  'no answer': proposal(BREACHED),
  'handed back late, no further answer': proposal(LAPSED),
  'handed back in part': proposal(SENT_BACK_IN_PART),
  'handed back, answered late': proposal([...LAPSED, LATE_ANSWER]),
  'no answer, never signed for': proposal([...BEGUN, breached(), proposed('I4a')]),
  'late answer': proposal([...BREACHED, LATE_ANSWER]),
  'rectification failed': proposal(FAILED, WEDNESDAY),
  'confirmed by the director': proposal([...BREACHED, escalated('ou_director')]),
  'confirmed by silence': proposal([...BREACHED, escalated()]),
  dismissed: proposal(DISMISSED),
}

const PREVIEW = periodFrom(RULE_BOOK_2026.period.blue, CALENDAR, MONDAY)

const drafted = (change: Partial<DraftReading>): Card =>
  draftCard({
    draft: draft(),
    unit: UNIT,
    units: ALL_UNITS,
    subjects: RULE_BOOK_2026.subjects,
    name,
    now: MONDAY,
    preview: PREVIEW,
    editing: false,
    earlier: [],
    similar: [],
    ...change,
  })

const drafts: Gallery = {
  complete: drafted({}),
  editing: drafted({ editing: true }),
  'unit and requirement missing': drafted({
    draft: draft(
      {},
      {
        unit: undefined,
        unitTyped: '热力公司',
        site: undefined,
        findings: [{ text: '收费公示未上墙', requirement: '' }],
      },
    ),
    unit: undefined,
    preview: undefined,
  }),
  'a site that is not in the registry': drafted({ draft: draft({}, { site: '崂山路站' }) }),
  'a text too long for its field': drafted({
    editing: true,
    draft: draft(
      {},
      {
        site: '崂山路'.repeat(20),
        findings: [
          { text: '公示'.repeat(501), requirement: '三日内上墙公示', type: 'R3.1' },
          { text: '便民箱缺药品', requirement: '补齐', type: 'R3.3' },
        ],
      },
    ),
  }),
  'nothing understood': drafted({
    draft: draft(
      {},
      {
        unit: undefined,
        site: undefined,
        subject: undefined,
        inspectedOn: undefined,
        findings: [],
      },
    ),
    unit: undefined,
    preview: undefined,
  }),
  cancelled: drafted({ draft: draft({ state: 'cancelled' }) }),
  'issued, on its way': drafted({
    draft: draft({ state: 'issued' }),
    issued: reading([issued()]).slip,
  }),
  'issued and served': drafted({
    draft: draft({ state: 'issued' }),
    issued: reading(RUNNING).slip,
  }),
  'issued, not served': drafted({
    draft: draft({ state: 'issued' }),
    issued: reading([issued(), unserved()]).slip,
  }),
}

const remind = (history: readonly SlipEvent[], index: number, now: Instant) => {
  const read = reading(history, now)
  const planned = read.slip.plan[index]
  if (!planned) throw new Error(`no reminder ${index}`)
  return { reading: read, planned }
}

const reminders: Gallery = {
  'half of the time gone, not signed for': reminderCard([remind(BEGUN, 0, WEDNESDAY)], CONTACTS),
  'last half day': reminderCard(
    [remind(RUNNING, 1, at('2026-11-26', '13:00'))],
    ['ou_contact', 'ou_head'],
  ),
  overdue: reminderCard([remind(BREACHED, 3, at('2026-11-30', '08:30'))], ['ou_head']),
  'handed back, the deadline near': reminderCard(
    [remind(SENT_BACK, 1, at('2026-11-26', '13:00'))],
    ['ou_contact', 'ou_head'],
  ),
  'handed back, overdue': reminderCard([remind(LAPSED, 3, at('2026-11-30', '08:30'))], ['ou_head']),
  'overdue, for the unit and the director': reminderCard(
    [remind(BREACHED, 4, at('2026-12-01', '08:30'))],
    ['ou_head', 'ou_director'],
  ),
  'overdue, for the leaders alone': reminderCard(
    [remind(BREACHED, 5, at('2026-12-02', '08:30'))],
    ['ou_leader'],
    ['leader'],
  ),
  'orange overdue, for the director': reminderCard(
    [remind([...ORANGE_BEGUN, breached(at('2026-12-01', '00:00'))], 5, at('2026-12-03', '08:30'))],
    ['ou_director'],
    ['director'],
  ),
  'overdue, answered late': reminderCard(
    [remind([...BREACHED, LATE_ANSWER], 3, at('2026-11-30', '08:30'))],
    ['ou_head'],
  ),
  'answered meanwhile': reminderCard([remind(ANSWERED, 1, WEDNESDAY)], CONTACTS),
  several: reminderCard(
    [remind(BEGUN, 0, WEDNESDAY), remind(ORANGE_BEGUN, 1, at('2026-11-30', '13:00'))],
    CONTACTS,
  ),
}

const notices: Gallery = {
  'sent back': noticeCard(reading(SENT_BACK, WEDNESDAY), 'supplement', CONTACTS),
  failed: noticeCard(reading(FAILED, WEDNESDAY), 'failed', [...CONTACTS, 'ou_head']),
  'failed at night': noticeCard(reading(FAILED, at('2026-11-25', '20:00')), 'failed', CONTACTS),
  'orange failed': noticeCard(
    reading(
      [
        ...ORANGE_BEGUN,
        answered(at('2026-11-30', '15:00'), ORANGE_ANSWER),
        judged('fail', 1, at('2026-12-01', '09:00'), '方案没有落实到人。'),
        newDeadline('2026-12-04', at('2026-12-01', '09:00')),
      ],
      at('2026-12-01', '09:00'),
    ),
    'failed',
    CONTACTS,
  ),
  dismissed: noticeCard(reading(DISMISSED, FRIDAY), 'dismissed', CONTACTS),
  passed: noticeCard(reading(PASSED, WEDNESDAY), 'passed', []),
  'not served': noticeCard(reading([issued(), unserved()], MONDAY), 'unserved', ['ou_inspector']),
  'not served, nobody knows why': noticeCard(
    reading([issued(), unserved(0)], MONDAY),
    'unserved',
    [],
  ),
  'verdict late': noticeCard(
    reading([...ANSWERED, urged()], at('2026-11-25', '17:30')),
    'verdictLate',
    ['ou_reviewer'],
  ),
}

const entry = (history: readonly SlipEvent[], now = FRIDAY) => {
  const read = reading(history, now)
  return { slip: read.slip, unit: read.unit }
}
const MANY = [BREACHED, RUNNING, ANSWERED].map((history) => entry(history))

const todo = (who: typeof CONTACT, entries = MANY, open = [draft()].slice(0, 0)): Card =>
  todoCard({ person: who, name, now: FRIDAY, slips: entries, drafts: open, units: ALL_UNITS })

const todos: Gallery = {
  'a contact': todo(CONTACT, [entry(RUNNING)]),
  'a reviewer': todo(REVIEWER, [entry(ANSWERED)]),
  'an inspector with a draft': todo(INSPECTOR, [entry(RUNNING)], [draft()]),
  'a director': todo(DIRECTOR, [entry(BREACHED)]),
  'nothing to do': todo(CONTACT, []),
}

const find = (
  entries: readonly ReturnType<typeof entry>[],
  history: readonly SlipEvent[] = [],
): Card =>
  foundCard({
    words: '收费公示',
    slips: entries,
    history,
    units: ALL_UNITS,
    rules: RULE_BOOK_2026,
    name,
    now: FRIDAY,
  })

const founds: Gallery = {
  nothing: find([]),
  several: find([entry(RUNNING), entry(ORANGE_BEGUN)]),
  'one, its whole story': find(
    [entry([...BREACHED, escalated('ou_director')])],
    [
      ...RUNNING,
      reminded(0),
      reminded(1, at('2026-11-26', '13:00')),
      breached(),
      proposed('I4a'),
      escalated('ou_director'),
    ],
  ),
  'one that was sent back and closed': find(
    [entry(PASSED)],
    [
      ...SENT_BACK,
      answered(at('2026-11-25', '15:00')),
      judged('pass', 2, at('2026-11-26', '09:00')),
      closed(at('2026-11-26', '09:00')),
    ],
  ),
}

const helps: Gallery = {
  'an inspector in a group': helpCard(INSPECTOR, true),
  'an inspector, with places of their own': helpCard(INSPECTOR, false, {
    unit: '第一热力公司',
    site: '崂山路服务站',
  }),
  'a contact': helpCard(CONTACT, false),
  'a reviewer and inspector': helpCard(person('ou_both', ['inspector', 'reviewer']), false),
  'a director': helpCard(DIRECTOR, false),
  'a leader': helpCard(LEADER, false),
  'somebody unknown': helpCard(undefined, false),
}

const saids: Gallery = {
  done: saidCard('草稿已取消。', 'done'),
  note: saidCard('这个命令还没有开通。', 'note'),
  refused: saidCard('只有督查员可以签发督查落实单〔签发 I1〕', 'refused'),
}

/** The everyday cards. */
export const EVERYDAY: Record<string, Gallery> = {
  slip: slips,
  'slip-copy': copies,
  review: reviews,
  proposal: proposals,
  draft: drafts,
  reminder: reminders,
  notice: notices,
  todo: todos,
  found: founds,
  help: helps,
  said: saids,
}
