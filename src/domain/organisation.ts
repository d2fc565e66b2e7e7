import type { Day } from './time.ts'

/** Feishu's id of a person for this app: `ou_…`. */
export type OpenId = string
/** Feishu's id of a chat: `oc_…`. */
export type ChatId = string
export type UnitCode = string

/** O1, O2, O5: what somebody is in the regulation's eyes. */
export type Role = 'inspector' | 'reviewer' | 'director' | 'leader' | 'contact' | 'head'

/** 责任单位 with its group, people and sites. */
export interface Unit {
  code: UnitCode
  name: string
  aliases: readonly string[]
  chat: ChatId
  /** 分管服务领导. */
  head: OpenId
  /** 联络员. */
  contacts: readonly OpenId[]
  /** 站点. */
  sites: readonly string[]
}

/** D8: somebody acts for somebody else between two days, both included. */
export interface Substitution {
  for: OpenId
  by: OpenId
  from: Day
  to: Day
}

export interface Organisation {
  office: {
    chat: ChatId
    director: OpenId
    inspectors: readonly OpenId[]
    reviewers: readonly OpenId[]
  }
  leaders: { chat: ChatId; members: readonly OpenId[] }
  units: readonly Unit[]
  /** Names known without asking Feishu. */
  people: Readonly<Record<OpenId, string>>
  substitutes: readonly Substitution[]
}

export const unitByCode = (org: Organisation, code: UnitCode): Unit | undefined =>
  org.units.find((unit) => unit.code === code)

/** The unit somebody belongs to. A person of two units acts for the first one listed. */
export const unitOf = (org: Organisation, person: OpenId): Unit | undefined =>
  org.units.find((unit) => unit.head === person || unit.contacts.includes(person))

/** Every unit somebody belongs to: D8 keeps all of them from judging their own slip. */
export const unitsOf = (org: Organisation, person: OpenId): readonly Unit[] =>
  org.units.filter((unit) => unit.head === person || unit.contacts.includes(person))

/** Everybody who holds a role, for a unit where the role belongs to one. */
export function holders(org: Organisation, role: Role, unit: Unit | undefined): readonly OpenId[] {
  switch (role) {
    case 'inspector':
      return org.office.inspectors
    case 'reviewer':
      return org.office.reviewers
    case 'director':
      return [org.office.director]
    case 'leader':
      return org.leaders.members
    case 'contact':
      return unit?.contacts ?? []
    case 'head':
      return unit ? [unit.head] : []
  }
}

/** A unit by its name, alias or code as somebody typed it; undefined when none or several fit. */
export function findUnit(org: Organisation, typed: string): Unit | undefined {
  const text = typed.trim()
  const exact = org.units.filter((unit) => [unit.code, unit.name, ...unit.aliases].includes(text))
  if (exact.length === 1) return exact[0]
  const partial = org.units.filter((unit) => text.length >= 2 && unit.name.includes(text))
  return partial.length === 1 ? partial[0] : undefined
}

/** A site of a unit as somebody typed it. */
export function findSite(unit: Unit, typed: string): string | undefined {
  const text = typed.trim()
  if (unit.sites.includes(text)) return text
  const partial = unit.sites.filter((site) => text.length >= 2 && site.includes(text))
  return partial.length === 1 ? partial[0] : undefined
}
