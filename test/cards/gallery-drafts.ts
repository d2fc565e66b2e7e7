import { draftApprovalCard } from '../../cards/draft-approval.ts'
import { draftCard } from '../../cards/draft.ts'
import type { DraftReading } from '../../cards/draft-reading.ts'
import { slipCard } from '../../cards/slip.ts'
import { periodFrom } from '../../src/domain/deadline.ts'
import type { Draft, DraftContent } from '../../src/domain/draft.ts'
import { RULE_BOOK_2026 } from '../../src/domain/rule-book-2026.ts'
import type { Gallery } from './gallery.ts'
import {
  ALL_UNITS,
  BLUE,
  CALENDAR,
  content,
  draft,
  issued,
  name,
  reading,
  served,
  UNIT,
} from './sample.ts'
import { BREACHED, CONTACTS, FRIDAY, MONDAY, PASSED, RUNNING } from './stories.ts'

const PREVIEW = periodFrom(RULE_BOOK_2026.period.blue, CALENDAR, MONDAY)

type Change = Partial<Omit<DraftReading, 'draft'>>

const read = (
  cells: Partial<DraftContent>,
  state: Draft['state'],
  change: Change,
): DraftReading => ({
  draft: draft({ state }, cells),
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

const drafted = (
  cells: Partial<DraftContent>,
  state: Draft['state'] = 'open',
  change: Change = {},
) => draftCard(read(cells, state, change))

const passed = { slip: reading(PASSED, FRIDAY).slip, unit: UNIT }
const breached = { slip: reading(BREACHED, FRIDAY).slip, unit: UNIT }
const EARLIER = [
  { ...passed, full: true },
  { ...breached, full: false },
]
const REPEAT = {
  because: '一年内第二次发现收费公示未上墙，整改没有巩固。',
  earlier: [passed.slip, breached.slip].map(({ id, serial }) => ({ id, serial })),
}
const DIRECT = { colour: 'orange', reason: '有安全隐患，群众多次反映。' } as const
const SAME = { colour: 'orange', repeat: { same: true, ...REPEAT } } as const
const GREEN = { colour: 'green', findings: [], highlights: '推出一窗通办。' } as const
const RISKY = { findings: [{ text: '施工坑边没有围挡', requirement: '立即围挡', type: 'R5.4' }] }
const CORRECTION = { corrects: BLUE, reason: '站点名称写错了。' }
const corrects = { corrects: reading(RUNNING).slip, preview: undefined }

const repeats: Gallery = {
  unjudged: drafted({}, 'open', { earlier: EARLIER, repeatMonths: 12 }),
  'the same problem': drafted(SAME, 'open', { earlier: EARLIER }),
  'another problem': drafted({ repeat: { same: false, ...REPEAT } }, 'open', { earlier: EARLIER }),
  'alike by their words': drafted({}, 'open', { similar: [passed, breached] }),
}

const kinds: Gallery = {
  'no requirement yet, one suggested': drafted({
    findings: [{ text: '收费公示未上墙', requirement: '', type: 'R3.1' }],
  }),
  'no subject yet, every type to choose from': drafted({
    subject: undefined,
    findings: [{ text: '收费公示未上墙', requirement: '' }],
  }),
  'a type with a period of its own': drafted({ ...RISKY, subject: '施工服务' }, 'open', {
    preview: periodFrom({ days: 1, count: 'calendar' }, CALENDAR, MONDAY),
  }),
  green: drafted(GREEN),
  'green, editing': drafted(GREEN, 'open', { editing: true }),
  'green, nothing praised yet': drafted({ ...GREEN, highlights: undefined }),
  'green, issued': drafted(GREEN, 'issued', { issued: reading([issued(content(GREEN))]).slip }),
  'orange at once': drafted(DIRECT),
  'orange, no reason yet': drafted({ ...DIRECT, reason: undefined }),
  'orange, with the director': drafted(DIRECT, 'awaiting'),
  'orange, declined': drafted({ ...DIRECT, declined: '先开蓝单，限期整改。' }, 'declined'),
  'orange, issued': drafted(DIRECT, 'issued', {
    issued: reading([issued(content({ colour: 'orange' })), served()]).slip,
  }),
  correction: drafted(CORRECTION, 'open', corrects),
  'correction, editing': drafted(CORRECTION, 'open', { ...corrects, editing: true }),
  'correction, no reason yet': drafted({ ...CORRECTION, reason: undefined }, 'open', corrects),
  'correction, done': drafted(CORRECTION, 'issued', {
    ...corrects,
    issued: reading(RUNNING).slip,
  }),
}

const approval = (cells: Partial<DraftContent>, state: Draft['state'], change: Change = {}) =>
  draftApprovalCard(read(cells, state, change), ['ou_director'])

const approvals: Gallery = {
  'orange at once': approval(DIRECT, 'awaiting'),
  'the same problem again': approval(SAME, 'awaiting'),
  agreed: approval(DIRECT, 'issued', {
    issued: reading([issued(content({ colour: 'orange' }))]).slip,
  }),
  declined: approval({ ...DIRECT, declined: '先开蓝单，限期整改。' }, 'declined'),
}

const grounded = (grounds: Parameters<typeof issued>[2]) =>
  slipCard(
    reading([issued(content({ colour: 'orange' }), undefined, grounds), served()], MONDAY),
    CONTACTS,
  )

/** What becomes of such drafts in the unit's group. */
const oranges: Gallery = {
  'signed for at once': grounded({ rule: 'I4', because: DIRECT.reason }),
  'the same problem again': grounded({ rule: 'I4c', ...REPEAT }),
}

export const DRAFTING: Record<string, Gallery> = {
  'draft-repeat': repeats,
  'draft-kinds': kinds,
  'draft-approval': approvals,
  'slip-grounds': oranges,
}
