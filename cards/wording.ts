import type { Actor } from '../src/domain/authority.ts'
import type { Cell } from '../src/domain/draft.ts'
import type { Desk } from '../src/domain/next-step.ts'
import type { OpenId, Role, Unit } from '../src/domain/organisation.ts'
import type { RuleId } from '../src/domain/rule-book.ts'
import type { Outcome, Proposal, SlipContent } from '../src/domain/slip.ts'

export const OUTCOME: Record<Outcome, string> = {
  pass: '通过',
  supplement: '退回补正',
  fail: '整改不达标',
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
}

export const GROUND: Record<Proposal['ground'], string> = {
  I4a: '逾期未反馈',
  I4b: '整改不达标',
}

export const COLOUR: Record<SlipContent['colour'], string> = { blue: '蓝单', orange: '橙单' }

/** Titles of the annex forms A2 and A3. */
export const FORM_TITLE: Record<SlipContent['colour'], string> = {
  blue: '能源集团服务督查落实单（蓝单）',
  orange: '服务督查落实单（橙单）',
}

/** How the cells of A2 are called and asked for. */
export const CELL_LABEL: Record<Cell, string> = {
  unit: '责任单位',
  subject: '督办项目',
  inspectedOn: '督查时间',
  finding: '督办事项',
  requirement: '整改要求',
}

export const cited = (rule: RuleId): string => `〔${rule}〕`

export const place = (unit: Unit | undefined, site: string | undefined): string =>
  [unit?.name ?? '', site ?? ''].filter(Boolean).join(' · ')

export const actorText = (by: Actor, name: (id: OpenId) => string): string =>
  by.kind === 'person' ? name(by.id) : `按规则 ${by.rule} 自动`
