import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadCalendar } from '../../src/app/load-calendar.ts'
import { textTable } from '../../src/app/text-table.ts'
import { askWhatIf } from '../../src/app/what-if.ts'
import * as events from '../../src/db/events.ts'
import { livesSince } from '../../src/db/recorded-lives.ts'
import * as slips from '../../src/db/slips.ts'
import type { Actor } from '../../src/domain/authority.ts'
import type { Order } from '../../src/domain/commands.ts'
import { decide } from '../../src/domain/decide.ts'
import type { SlipEvent } from '../../src/domain/events.ts'
import { evolve } from '../../src/domain/evolve.ts'
import { followUpOf } from '../../src/domain/follow-up.ts'
import { nextStep } from '../../src/domain/next-step.ts'
import { RULE_BOOK_2026 } from '../../src/domain/rule-book-2026.ts'
import type { Serial } from '../../src/domain/serial.ts'
import type { Slip, SlipContent, SlipId } from '../../src/domain/slip.ts'
import type { Instant } from '../../src/domain/time.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

type Told = readonly [moment: string, order: Order, by: Actor]

const moment = (wall: string): Instant => Date.parse(`${wall.replace(' ', 'T')}:00+08:00`)
const person = (id: string, role: 'inspector' | 'director' | 'reviewer' | 'contact'): Actor => ({
  kind: 'person',
  id,
  roles: [role],
  units: role === 'contact' ? ['rl1', 'rl2'] : [],
  standsInFor: [],
})
const INSPECTOR = person('ou_inspector', 'inspector')
const DIRECTOR = person('ou_director', 'director')
const CONTACT = person('ou_contact', 'contact')
const BY_RULE: Actor = { kind: 'rule', rule: 'D2' }
const END = '2026-12-01 12:00'

const ANSWER: Order = {
  type: 'submitFeedback',
  feedback: {
    cause: '公示牌损坏',
    measures: '重新制作',
    result: '已上墙',
    finishedOn: '2026-11-17',
    responsible: '王建国',
  },
}

const content = (unit: string): SlipContent => ({
  colour: 'blue',
  unit,
  subject: '服务窗口',
  inspectedOn: '2026-11-16',
  findings: [{ text: '收费公示未上墙', requirement: '三日内上墙公示', type: 'R3.1' }],
})

const serials = { green: 0, blue: 0, orange: 0 }
const nextSerial = (colour: Serial['colour']): Serial => ({
  colour,
  year: 2026,
  number: ++serials[colour],
})

/** Lives a life as the bot does, up to the end, and gives its record. */
function live(id: SlipId, told: readonly Told[]): { slip: Slip; facts: SlipEvent[] } {
  const facts: SlipEvent[] = []
  let slip: Slip | undefined
  const ask = (order: Order, by: Actor, at: Instant) => {
    const decision = decide(RULE_BOOK_2026, loadCalendar(), slip, { ...order, by, at })
    if ('refused' in decision) throw new Error(JSON.stringify(decision.refused))
    for (const fact of decision.accepted) {
      slip = evolve(id, slip, fact)
      facts.push(fact)
    }
  }
  const pass = (until: Instant) => {
    for (let step = slip && nextStep(slip); step && step.at <= until; step = slip && nextStep(slip))
      ask({ type: 'runStep', step: step.kind, orange: randomUUID() }, BY_RULE, step.at)
  }
  for (const [wall, order, by] of told) {
    pass(moment(wall))
    ask(order, by, moment(wall))
  }
  pass(moment(END))
  if (!slip) throw new Error('nobody was born')
  return { slip, facts }
}

let database: TestDatabase

/** A blue of a Monday, due on Thursday at 24:00, and the orange it turned into. */
async function record(unit: string, ...told: Told[]): Promise<void> {
  const issue: Order = {
    type: 'issue',
    content: content(unit),
    serial: nextSerial('blue'),
    inspector: 'ou_inspector',
  }
  const served: Order = { type: 'recordService', messageId: 'om_1' }
  const blue = live(randomUUID(), [
    ['2026-11-16 09:59', issue, INSPECTOR],
    ['2026-11-16 10:00', served, BY_RULE],
    ...told,
  ])
  await store(blue)
  for (const event of blue.facts) {
    const next = followUpOf(blue.slip, event)
    if (!next) continue
    const { slip: id, ...orange } = next
    const born = { ...orange, type: 'issue', serial: nextSerial('orange') } as const
    const decision = decide(RULE_BOOK_2026, loadCalendar(), undefined, {
      ...born,
      by: event.by,
      at: event.at,
    })
    if ('refused' in decision) throw new Error(JSON.stringify(decision.refused))
    const facts = [...decision.accepted]
    const [first] = facts
    if (first) await store({ slip: evolve(id, undefined, first), facts })
  }
}

const store = ({ slip, facts }: { slip: Slip; facts: SlipEvent[] }) =>
  database.db.transaction(async (tx) => {
    await slips.insert(tx, slip, [])
    await events.appendEvents(tx, slip.id, 0, facts)
  })

beforeAll(async () => {
  database = await createTestDatabase()
  const confirm: Order = { type: 'confirmOrange', orange: randomUUID() }
  await record(
    'rl1',
    ['2026-11-20 09:00', ANSWER, CONTACT],
    ['2026-11-20 11:00', confirm, DIRECTOR],
  )
  await record('rl1')
  await record('rl2', ['2026-11-17 09:00', ANSWER, CONTACT])
})
afterAll(() => database.drop())

const ask = (change: string, since = '2026-11-01') =>
  askWhatIf(database.db, {
    text: `base: 2026-1\nversion: 2026-2\neffectiveFrom: 2027-01-01\n${change}`,
    file: 'rules.yaml',
    since,
    until: moment(END),
  })

test('a longer period: one orange fewer, told by the whole, by unit, by slip and by act', async () => {
  const told = await ask('period: { blue: { days: 4 } }\n')
  expect(told).toEqual([
    '假如 2026-11-01 以来签发的 5 张落实单都依规则 2026-2（同样的人在同样的时刻做同样的事，截至 12月1日 12:00）：',
    '',
    '      原来  会是  相差',
    '橙单  2     1     少 1',
    '逾期  2     1     少 1',
    expect.stringMatching(/^提醒 {2}\d+/),
    '',
    expect.stringMatching(/^责任单位 +橙单 +逾期 +提醒$/),
    expect.stringMatching(/^rl1 +2 → 1 +2 → 1 +/),
    '',
    expect.stringMatching(/^落实单 +责任单位 +会有的不同$/),
    '督查蓝〔2026〕001号  rl1       已转橙单 → 待审核；逾期 → 未逾期；1 次操作会被拒绝；期限 11月19日 24:00 → 11月20日 24:00',
    '督查橙〔2026〕001号  rl1       不会产生：原蓝单不会转橙',
    '',
    expect.stringMatching(/^另有 2 张只是期限或提醒次数不同，结果一样$/),
    '',
    expect.stringMatching(/^会被拒绝的操作 +时间 +操作 +理由$/),
    expect.stringMatching(/^督查蓝〔2026〕001号 +11月20日 11:00 +确认橙单 +.*〔转橙决定 D3〕$/),
  ])
})

test('nothing changed, nothing differs; a later day sees fewer slips', async () => {
  expect((await ask('')).at(-1)).toBe('没有任何不同')
  expect((await ask('', '2026-11-20')).join()).toContain('签发的 2 张落实单')
})

test('a day that is none is refused', async () => {
  await expect(ask('', '2026-11-31')).rejects.toThrow('--since 2026-11-31 不是日期')
})

test('nothing is left out between two pages, and nothing comes twice', async () => {
  const other = await createTestDatabase()
  const ids = Array.from({ length: 403 }, () => randomUUID())
  await other.db.transaction(async (tx) => {
    for (const [i, id] of ids.entries()) {
      const issue: Order = {
        type: 'issue',
        content: content('rl1'),
        serial: { colour: 'blue', year: 2026, number: i + 1 },
        inspector: 'ou_inspector',
      }
      // Many in the same instant: the id tells them apart.
      const at = moment('2026-11-16 10:00') + Math.floor(i / 150)
      const decision = decide(RULE_BOOK_2026, loadCalendar(), undefined, {
        ...issue,
        by: INSPECTOR,
        at,
      })
      const [fact] = 'accepted' in decision ? decision.accepted : []
      if (!fact) throw new Error('refused')
      await slips.insert(tx, evolve(id, undefined, fact), [])
      await events.appendEvents(tx, id, 0, [fact])
    }
  })
  const seen: string[] = []
  for await (const { slip, events: facts } of livesSince(other.db, moment('2026-11-16 10:00'))) {
    expect(facts).toHaveLength(1)
    seen.push(slip.id)
  }
  expect(seen.toSorted()).toEqual(ids.toSorted())
  await other.drop()
})

test('columns stand under each other where Chinese is two wide', () => {
  expect(
    textTable([
      ['单位', '橙单'],
      ['rl1', '2 → 1'],
    ]),
  ).toEqual(['单位  橙单', 'rl1   2 → 1'])
})
