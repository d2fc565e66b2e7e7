import type { RuleId } from '../src/domain/rule-book.ts'

/** What a rule is about, in a few characters: a bare id says nothing to who has not read the rules. */
const RULE_NAME: Record<RuleId, string> = {
  G1: '适用范围',
  O1: '领导小组',
  O2: '督查办公室',
  O4: '办公室职责',
  O5: '单位职责',
  R1: '服务机构',
  R2: '服务制度规范',
  R3: '服务窗口',
  R4: '服务培训',
  R5: '施工服务',
  R6: '服务信息管理',
  I1: '签发',
  I2: '绿单',
  I3: '蓝单',
  I4: '橙单',
  I4a: '逾期转橙',
  I4b: '不达标转橙',
  I4c: '同一问题转橙',
  I5: '蓝单反馈',
  I6: '橙单反馈',
  I7: '回头看',
  I8: '通报',
  I9: '考核意见',
  A1: '绿单格式',
  A2: '蓝单格式',
  A3: '橙单格式',
  D1: '期限',
  D2: '送达',
  D3: '转橙决定',
  D4: '审核',
  D5: '同一问题',
  D6: '延期',
  D7: '退单',
  D8: '谁能办',
  D9: '审核时限',
  D10: '抽看',
  D11: '提醒',
  D12: '日报',
  D13: '每周通报',
  D14: '考核记分',
  D15: '编号',
}

/** 提醒 D11 */
export const named = (rule: RuleId): string => `${RULE_NAME[rule]} ${rule}`

/** 〔提醒 D11〕 */
export const cited = (rule: RuleId): string => `〔${named(rule)}〕`

/** 依据 退单 D7、审核时限 D9 */
export const basis = (...rules: readonly RuleId[]): string => `依据 ${rules.map(named).join('、')}`
