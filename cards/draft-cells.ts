import { groundsOf } from '../src/domain/draft.ts'
import type { Unit } from '../src/domain/organisation.ts'
import type { Room } from './budget.ts'
import { type DraftReading, typeOf } from './draft-reading.ts'
import { findingList } from './facts.ts'
import { groundsText } from './grounds.ts'
import { bold, type Element, fact, markdown } from './kit.ts'
import { dayText } from './when.ts'
import { FORM_TITLE, place } from './wording.ts'

/** The cells of a draft as on A1–A3. */
export function draftCells(reading: DraftReading, room: Room): Element[] {
  const { content } = reading.draft
  if (content.colour === 'green') return [greenCells(reading, room)]
  const { subjects } = reading
  const grounds = groundsOf(content)
  return [
    blueCells(reading, room),
    ...(grounds && !content.corrects ? [groundsText(grounds, room)] : []),
    findingList(content.findings, (code) => typeOf(subjects, code)?.name, room),
    ...(content.corrects ? [markdown(fact('更正原因', room.markdown(content.reason ?? '')))] : []),
  ]
}

function blueCells({ draft, unit, now }: DraftReading, room: Room): Element {
  const { colour, site, subject, inspectedOn } = draft.content
  const lines = [
    bold(FORM_TITLE[colour]),
    fact('督办项目', room.markdown(subject ?? '')),
    fact('责任单位（站点）', room.markdown(place(unit, site)) + unknownSite(unit, site)),
    fact('督查时间', inspectedOn ? dayText(inspectedOn, now) : ''),
  ]
  return markdown(lines.join('\n'))
}

function greenCells({ draft, unit, now }: DraftReading, room: Room): Element {
  const { site, inspectedOn, highlights = '', remark, reason, corrects } = draft.content
  const lines = [
    bold(FORM_TITLE.green),
    fact('责任单位', room.markdown(place(unit, site)) + unknownSite(unit, site)),
    fact('督查时间', inspectedOn ? dayText(inspectedOn, now) : ''),
    fact('服务创新及亮点', room.markdown(highlights)),
    ...(remark ? [fact('备注', room.markdown(remark))] : []),
    ...(corrects ? [fact('更正原因', room.markdown(reason ?? ''))] : []),
  ]
  return markdown(lines.join('\n'))
}

/** A site may be new, or mistyped: only the inspector knows. */
const unknownSite = (unit: Unit | undefined, site: string | undefined): string =>
  unit && site && !unit.sites.includes(site) ? bold('（名册里没有这个站点）') : ''
