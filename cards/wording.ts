import type { Actor } from '../src/domain/authority.ts'
import type { Cell } from '../src/domain/draft.ts'
import type { Desk } from '../src/domain/next-step.ts'
import type { OpenId, Role, Unit, UnitCode } from '../src/domain/organisation.ts'
import { named } from './rule-name.ts'
import type { FindingState } from '../src/domain/findings.ts'
import type { Colour, LookBack, LookBackFinding, Outcome, Proposal } from '../src/domain/slip.ts'

export const OUTCOME: Record<Outcome, string> = {
  pass: '通过',
  supplement: '退回补正',
  fail: '整改不达标',
}

/** Where one finding of a slip stands. */
export const FINDING: Record<FindingState, string> = {
  open: '待反馈',
  answered: '待审核',
  passed: '已通过',
  returned: '退回补正',
  failed: '不达标',
}

/** I7: what a look-back finds. */
export const LOOK_BACK: Record<LookBackFinding, string> = {
  held: '保持良好',
  partly: '部分反弹',
  relapsed: '问题复发',
}

/** D10: why a slip is visited. */
export const VISIT: Record<LookBack['because'], string> = {
  orange: '橙单必看',
  sample: '抽样',
  again: '再督查',
}

export const REQUEST: Record<'extension' | 'return', string> = {
  extension: '延期申请',
  return: '退单异议',
}

export const ROLE: Record<Role, string> = {
  inspector: '督查员',
  reviewer: '审核人',
  director: '办公室主任',
  leader: '领导小组成员',
  contact: '联络员',
  head: '分管服务领导',
}

/** Whose move it is. */
export const DESK: Record<Desk, string> = {
  office: '服务督查办公室',
  unit: '责任单位',
  reviewer: '审核人',
  director: '办公室主任',
  inspector: '督查员',
}

export const GROUND: Record<Proposal['ground'], string> = {
  I4a: '逾期未办结',
  I4b: '整改不达标',
  I7: '回头看发现问题复发',
}

export const COLOUR: Record<Colour, string> = { green: '绿单', blue: '蓝单', orange: '橙单' }

/** Titles of the annex forms A1, A2 and A3. */
export const FORM_TITLE: Record<Colour, string> = {
  green: '能源集团服务督查落实单（绿单）',
  blue: '能源集团服务督查落实单（蓝单）',
  orange: '服务督查落实单（橙单）',
}

/** How the cells of A1–A3 are called and asked for. */
export const CELL_LABEL: Record<Cell, string> = {
  unit: '责任单位',
  subject: '督办项目',
  inspectedOn: '督查时间',
  finding: '督办事项',
  requirement: '整改要求',
  highlights: '服务创新及亮点',
  reason: '理由',
}

/** 1、3: findings as people count them. */
export const ordinals = (places: readonly number[]): string =>
  places.map((place) => place + 1).join('、')

/** A unit that has left the registry goes by its code. */
export const unitName = (units: readonly Unit[], code: UnitCode): string =>
  units.find((unit) => unit.code === code)?.name ?? code

export const place = (unit: Unit | undefined, site: string | undefined): string =>
  [unit?.name ?? '', site ?? ''].filter(Boolean).join(' · ')

export const actorText = (by: Actor, name: (id: OpenId) => string): string =>
  by.kind === 'person' ? name(by.id) : `按规则自动（${named(by.rule)}）`
