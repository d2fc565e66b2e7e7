import type { RuleId } from '../../../src/domain/rule-book.ts'

/** The parts of the regulation in its own order, each with the rules that carry it out. */
export const PARTS: readonly { name: string; rules: readonly RuleId[] }[] = [
  { name: '总则、组织与职责', rules: ['G1', 'O1', 'O2', 'O4', 'O5'] },
  { name: '服务管理要求（六个督办项目）', rules: ['R1', 'R2', 'R3', 'R4', 'R5', 'R6'] },
  {
    name: '检查与考核：三色监督机制',
    rules: ['I1', 'I2', 'I3', 'I4', 'I4a', 'I4b', 'I4c', 'I5', 'I6', 'I7', 'I8', 'I9'],
  },
  { name: '附件：三色督查落实单样式', rules: ['A1', 'A2', 'A3'] },
  {
    name: '规定未写明之处的理解',
    rules: [
      ...(['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8'] as const),
      ...(['D9', 'D10', 'D11', 'D12', 'D13', 'D14', 'D15'] as const),
    ],
  },
]

/** Rules that have at least one scene in which they let something happen and one in which they forbid it. */
export const SHOWN_BOTH_WAYS: readonly RuleId[] = [
  ...(['I1', 'I2', 'I3', 'I4', 'I4a', 'I4b', 'I4c', 'I5', 'I6', 'I7'] as const),
  ...(['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D9', 'D10', 'D11', 'D15'] as const),
]
