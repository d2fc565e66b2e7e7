import { describe, expect, test } from 'vitest'
import type { DraftContent } from '../../src/domain/draft.ts'
import { readChat } from '../../src/domain/read-chat.ts'
import { readDay } from '../../src/domain/read-day.ts'
import { readDraft } from '../../src/domain/read-draft.ts'
import { isLabelled } from '../../src/domain/read-labels.ts'
import { findSubject } from '../../src/domain/rule-book.ts'
import { RULES } from './given.ts'
import { ORGANISATION } from './people.ts'

describe('the command of a chat line', () => {
  test.each([
    ['蓝单', 'blue', ''],
    ['/蓝单 一热 窗口', 'blue', '一热 窗口'],
    ['／蓝单　一热', 'blue', '一热'],
    ['/ 蓝单：一热', 'blue', '一热'],
    ['蓝单一热', 'blue', '一热'],
    ['蓝色督查单 一热', 'blue', '一热'],
    ['绿单 一热', 'green', '一热'],
    ['橙单 一热', 'orange', '一热'],
    ['待办', 'todo', ''],
    ['查 蓝2026-1', 'find', '蓝2026-1'],
    ['查询 收费', 'find', '收费'],
    ['查无此事', undefined, '查无此事'],
    ['查，蓝2026-1', 'find', '，蓝2026-1'],
    ['？', 'help', ''],
    ['HELP', 'help', ''],
    ['怎么用', 'help', ''],
    ['撤销 蓝2026-1 重复', 'withdraw', '蓝2026-1 重复'],
    ['申请延期 蓝2026-1', 'extend', '蓝2026-1'],
    ['退单 蓝2026-1', 'sendBack', '蓝2026-1'],
    ['为什么 蓝2026-1', 'why', '蓝2026-1'],
    ['回头看', 'lookBack', ''],
    ['收到，马上办', undefined, '收到，马上办'],
    ['', undefined, ''],
  ])('%j', (text, command, rest) => {
    expect(readChat(text)).toEqual({ command, rest })
  })
})

describe('a day as people write it, on 20 November 2026', () => {
  test.each([
    ['今天', '2026-11-20'],
    ['昨日', '2026-11-19'],
    ['前天', '2026-11-18'],
    ['2026-11-18', '2026-11-18'],
    ['2026年11月18日', '2026-11-18'],
    ['2026/11/18', '2026-11-18'],
    ['11/18', '2026-11-18'],
    ['2026.11.18', '2026-11-18'],
    ['11月18日', '2026-11-18'],
    ['11月18号上午', '2026-11-18'],
    ['11-8', '2026-11-08'],
    ['11.8', '2026-11-08'],
    ['11月20日', '2026-11-20'],
    ['12月1日', '2025-12-01'],
    ['2026-12-01', '2026-12-01'],
    ['2月29日', undefined],
    ['2024年2月29日', '2024-02-29'],
    ['13月1日', undefined],
    ['上周三', undefined],
    ['', undefined],
  ])('%j is %s', (typed, day) => {
    expect(readDay(typed, '2026-11-20')).toBe(day)
  })
})

test.each([
  ['服务窗口', '服务窗口'],
  [' 窗口 ', '服务窗口'],
  ['培训', '服务培训'],
  ['制度', '服务制度规范'],
  ['服务', undefined],
  ['窗', undefined],
  ['', undefined],
  [undefined, undefined],
])('R1–R6 · subject %j is %s', (typed, name) => {
  expect(findSubject(RULES.subjects, typed)).toBe(name)
})

const CONTEXT = { org: ORGANISATION, subjects: RULES.subjects, today: '2026-11-20' }
/** The way the bot reads it: the command first, then what follows. */
const draft = (text: string): DraftContent => {
  const { command, rest } = readChat(text)
  const colour = command === 'green' || command === 'orange' ? command : 'blue'
  return readDraft(colour, rest, CONTEXT)
}
const WALL = { unit: 'rl1', site: '崂山路服务站', subject: '服务窗口', inspectedOn: '2026-11-20' }
const finding = (text: string, requirement = '') => ({
  findings: [expect.objectContaining({ text, requirement })],
})

describe('I1 · a slip in one line', () => {
  test.each<[typed: string, read: object]>([
    [
      '蓝单 第一热力公司/崂山路服务站 服务窗口 收费公示未上墙；要求：三日内上墙公示',
      { ...WALL, ...finding('收费公示未上墙', '三日内上墙公示') },
    ],
    [
      '/蓝单 一热 崂山路 窗口 收费公示未上墙 整改要求: 上墙',
      { ...WALL, ...finding('收费公示未上墙', '上墙') },
    ],
    [
      '蓝单 一热（崂山路服务站） 窗口 收费公示未上墙。要求：上墙',
      { ...WALL, ...finding('收费公示未上墙', '上墙') },
    ],
    ['蓝单 一热 收费公示 未上墙', { unit: 'rl1', site: undefined, ...finding('收费公示 未上墙') }],
    ['蓝单 三热 窗口 收费公示未上墙', { unit: undefined, unitTyped: '三热', subject: '服务窗口' }],
    ['蓝单 一热/香港路站 窗口 收费公示未上墙', { unit: 'rl1', site: '香港路站' }],
    [
      '蓝单 一热 窗口 收费公示未上墙；要求：上墙；老花镜缺失；要求：补齐',
      {
        findings: [
          { text: '收费公示未上墙', requirement: '上墙', type: 'R3.1' },
          { text: '老花镜缺失', requirement: '补齐', type: 'R3.3' },
        ],
      },
    ],
    [
      '橙单 一热 窗口 收费公示未上墙；要求：上墙；理由：群众集中投诉',
      { colour: 'orange', reason: '群众集中投诉', ...finding('收费公示未上墙', '上墙') },
    ],
    [
      '绿单 一热/崂山路 推出“一窗通办” 备注：可推广',
      { colour: 'green', highlights: '推出“一窗通办”', remark: '可推广', findings: [] },
    ],
    ['蓝单', { unit: undefined, findings: [] }],
    ['蓝单 一热', { unit: 'rl1', findings: [] }],
  ])('%s', (typed, read) => {
    expect(draft(typed)).toMatchObject({ colour: 'blue', ...read })
  })
})

describe('A1, A2 · a slip with the annex’s labels', () => {
  test('line by line, with two findings, each with its requirement', () => {
    const typed = [
      '蓝单',
      '责任单位（站点）：第一热力公司（崂山路服务站）',
      '督办项目：服务窗口',
      '督查时间：11月18日',
      '督办事项1：收费公示未上墙',
      '整改要求：三日内上墙',
      '督办事项2：老花镜缺失',
      '药箱也是空的',
      '整改要求：补齐',
    ].join('\n')
    expect(draft(typed)).toMatchObject({
      ...WALL,
      inspectedOn: '2026-11-18',
      findings: [
        { text: '收费公示未上墙', requirement: '三日内上墙' },
        { text: '老花镜缺失\n药箱也是空的', requirement: '补齐' },
      ],
    })
  })

  test('a green one has its highlight and its remark', () => {
    expect(
      draft('绿单\n责任单位:一热\n服务创新及亮点：首问负责制落实到位\n备注：例会交流'),
    ).toMatchObject({
      colour: 'green',
      unit: 'rl1',
      highlights: '首问负责制落实到位',
      remark: '例会交流',
    })
  })

  test('a day that cannot be read stays empty and is asked for', () => {
    expect(draft('蓝单\n单位：一热\n时间：上周三').inspectedOn).toBeUndefined()
  })

  test('a colon inside a sentence makes no label', () => {
    expect(isLabelled('一热 窗口 公示栏缺项；要求:上墙')).toBe(false)
    expect(isLabelled('单位:一热')).toBe(true)
    expect(isLabelled('要求:上墙')).toBe(true)
  })
})
