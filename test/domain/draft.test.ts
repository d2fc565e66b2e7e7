import { describe, expect, test } from 'vitest'
import {
  type Cell,
  completed,
  type Draft,
  type DraftContent,
  groundsOf,
  missingCells,
  objectionToDraft,
} from '../../src/domain/draft.ts'
import { guessType, isOther, periodOf, typeByCode } from '../../src/domain/problem-types.ts'
import { CONTENT } from './stories.ts'
import { RULES } from './given.ts'

const BLUE: DraftContent = { ...CONTENT, colour: 'blue' }
const GREEN: DraftContent = { ...BLUE, colour: 'green', findings: [], highlights: '首问负责' }
const earlier = [{ id: 'x', serial: { colour: 'blue', year: 2026, number: 3 } as const }]
const SAME = { same: true, because: '同一窗口', earlier }
const ORANGE: DraftContent = { ...BLUE, colour: 'orange', reason: '群众集中投诉' }

describe('A1–A3 · the cells a draft still lacks', () => {
  test.each<[name: string, content: DraftContent, cells: Cell[]]>([
    ['a complete blue', BLUE, []],
    ['no unit', { ...BLUE, unit: undefined, unitTyped: '三热' }, ['unit']],
    ['no subject', { ...BLUE, subject: undefined }, ['subject']],
    ['no day', { ...BLUE, inspectedOn: undefined }, ['inspectedOn']],
    ['no finding', { ...BLUE, findings: [] }, ['finding', 'requirement']],
    [
      'a second finding without a word',
      { ...BLUE, findings: [...CONTENT.findings, { text: '', requirement: '' }] },
      ['finding', 'requirement'],
    ],
    [
      'nothing at all',
      { colour: 'blue', findings: [] },
      ['unit', 'subject', 'inspectedOn', 'finding', 'requirement'],
    ],
    ['a complete green', GREEN, []],
    ['I2 · a green needs no subject', { ...GREEN, subject: undefined }, []],
    ['I2 · a green without its highlight', { ...GREEN, highlights: '' }, ['highlights']],
    ['I4 · a direct orange without its reason', { ...ORANGE, reason: undefined }, ['reason']],
    ['I4 · a direct orange with it', ORANGE, []],
    ['I4c · an orange for the same problem', { ...ORANGE, reason: undefined, repeat: SAME }, []],
    [
      'D5 · said to be another problem, that is no ground',
      { ...ORANGE, reason: undefined, repeat: { ...SAME, same: false } },
      ['reason'],
    ],
    ['I1 · a correction without its reason', { ...BLUE, corrects: 'slip' }, ['reason']],
    ['I1 · a correction with it', { ...BLUE, corrects: 'slip', reason: '站点写错' }, []],
  ])('%s', (_, content, cells) => {
    expect(missingCells(content)).toEqual(cells)
    expect(completed(content) === undefined).toBe(cells.length > 0)
  })

  test('complete, it is the slip’s content, word for word', () => {
    expect(completed(BLUE)).toEqual(CONTENT)
    expect(completed(GREEN)).toMatchObject({ colour: 'green', highlights: '首问负责' })
    expect(completed(BLUE)).not.toHaveProperty('highlights')
  })
})

test('I4, I4c · why a draft is orange at once', () => {
  expect(groundsOf(BLUE)).toBeUndefined()
  expect(groundsOf(ORANGE)).toEqual({ rule: 'I4', because: '群众集中投诉' })
  expect(groundsOf({ ...ORANGE, repeat: SAME })).toEqual({
    rule: 'I4c',
    earlier,
    because: '同一窗口',
  })
})

describe('D8 · a draft is its inspector’s', () => {
  const draft = (state: Draft['state']): Draft => ({
    id: 'd',
    inspector: 'ou_inspector',
    version: 2,
    state,
    content: BLUE,
    slip: undefined,
    createdAt: 0,
  })

  test.each([
    ['theirs and as they saw it', 'open', 'ou_inspector', 2, undefined],
    ['theirs, whatever the version', 'open', 'ou_inspector', undefined, undefined],
    ['another’s', 'open', 'ou_otherInspector', 2, 'D8 draftNotYours'],
    ['changed meanwhile', 'open', 'ou_inspector', 1, 'I1 draftChanged'],
    ['issued', 'issued', 'ou_inspector', 2, 'I1 draftDone'],
    ['cancelled', 'cancelled', 'ou_inspector', 2, 'I1 draftDone'],
    ['with the director', 'awaiting', 'ou_inspector', 2, 'I1 draftDone'],
    ['declined', 'declined', 'ou_inspector', 2, 'I1 draftDone'],
  ] as const)('%s', (_, state, by, version, words) => {
    const found = objectionToDraft(draft(state), by, version)
    expect(found && `${found.rule} ${found.reason.is}`).toBe(words)
  })
})

describe('R1–R6 · the checklists', () => {
  const subject = (name: string) => {
    const found = RULES.subjects.find((one) => one.name === name)
    if (!found) throw new Error(name)
    return found
  }

  test('six subjects; every code once, under its rule; every line but 其他 with its requirement', () => {
    expect(RULES.subjects.map(({ rule }) => rule)).toEqual(['R1', 'R2', 'R3', 'R4', 'R5', 'R6'])
    const types = RULES.subjects.flatMap(({ rule, types: own }) =>
      own.map((type) => ({ ...type, rule })),
    )
    expect(new Set(types.map(({ code }) => code)).size).toBe(types.length)
    expect(types.filter(({ code, rule }) => !code.startsWith(`${rule}.`))).toEqual([])
    expect(types.filter(({ code, requirement }) => !isOther(code) && !requirement)).toEqual([])
  })

  test.each([
    ['服务窗口', '收费公示未上墙', 'R3.1'],
    ['服务窗口', '地面湿滑、物品杂乱', 'R3.2'],
    ['服务窗口', '老花镜缺失', 'R3.3'],
    ['服务窗口', '叫号机坏了，等候太久', 'R3.4'],
    ['服务窗口', '窗口人员未挂牌、态度生硬', 'R3.5'],
    ['服务窗口', '门口路灯不亮', 'R3.0'],
    ['施工服务', '路面有坑无防护', 'R5.4'],
    ['施工服务', '开工前未公示', 'R5.1'],
    ['服务培训', '签到台账缺失', 'R4.3'],
    ['服务信息管理', '未按要求回访', 'R6.3'],
    ['服务机构', '', 'R1.0'],
  ])('%s · %s is guessed as %s', (name, text, code) => {
    expect(guessType(subject(name), text)?.code).toBe(code)
  })

  test('D5 · 其他问题 is never the same as another', () => {
    expect([isOther('R3.0'), isOther('R3.1'), isOther('R3.10')]).toEqual([true, false, false])
    expect(typeByCode(RULES, undefined)).toBeUndefined()
  })
})

describe('D1 · how long a slip has', () => {
  const withTypes = (...types: (string | undefined)[]) => ({
    ...CONTENT,
    findings: types.map((type) => ({ text: 'x', requirement: 'y', ...(type ? { type } : {}) })),
  })
  const days = (...types: (string | undefined)[]) => periodOf(RULES, withTypes(...types))?.days

  test('three days; the shortest of its problem types where one names its own', () => {
    expect(days()).toBe(3)
    expect(days(undefined)).toBe(3)
    expect(days('R3.1')).toBe(3)
    expect(days('R5.4')).toBe(1)
    expect(days('R3.1', 'R5.4')).toBe(1)
    expect(days('R9.9')).toBe(3)
  })

  test('an orange has its own, a green none', () => {
    const orange = { days: 2, count: 'working' } as const
    const rules = { ...RULES, period: { ...RULES.period, orange } }
    expect(periodOf(rules, { ...CONTENT, colour: 'orange' })).toEqual(orange)
    expect(periodOf(RULES, { ...CONTENT, colour: 'green' })).toBeUndefined()
  })
})
