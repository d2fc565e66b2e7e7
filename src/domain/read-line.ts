import { findSite, findUnit, type Unit } from './organisation.ts'
import { findSubject } from './rule-book.ts'
import type { Colour, Finding } from './slip.ts'
import type { Context, Typed } from './typed.ts'
import { LABELS } from './vocabulary.ts'

/** `；要求：` begins a cell of its own inside the line. */
const cellMark = (words: readonly string[]): RegExp =>
  new RegExp(`[;；。，,]?\\s*(?:${words.join('|')})\\s*[:：]\\s*`)

const REQUIREMENT = cellMark(LABELS.requirement)
const REASON = cellMark(LABELS.reason)
const REMARK = cellMark(LABELS.remark)

/** Words are taken from the left while they fit a cell; the rest is the finding, or the highlight of a green slip. */
export const readLine = (colour: Colour, text: string, context: Context): Typed =>
  colour === 'green' ? readPraise(text, context) : readFinding(text, context)

/** 第一热力公司/崂山路服务站 服务窗口 收费公示未上墙；要求：三日内上墙公示；理由：… Several findings may follow each other, each with its 要求. */
function readFinding(text: string, context: Context): Typed {
  const [line = '', ...reasons] = text.split(REASON)
  const [said = '', ...required] = line.split(REQUIREMENT)
  const words = said.trim().split(/\s+/).filter(Boolean)
  const place = takePlace(words, context)
  const subject = findSubject(context.subjects, words[0])
  if (subject) words.shift()
  const findings = findingsOf(words.join(' '), required)
  return { ...place, subject, findings, reason: reasons.join(' ').trim() || undefined }
}

/** 第一热力公司/崂山路服务站 推出“一窗通办”；备注：可推广 */
function readPraise(text: string, context: Context): Typed {
  const [said = '', ...remarks] = text.split(REMARK)
  const words = said.trim().split(/\s+/).filter(Boolean)
  const place = takePlace(words, context)
  const highlights = words.join(' ') || undefined
  return { ...place, findings: [], highlights, remark: remarks.join(' ').trim() || undefined }
}

/** Unit and site may stand in one word (A/B) or in two. A first word that fits nothing is still taken for the unit, so that the card can say what was not understood. */
function takePlace(words: string[], { org }: Context): Pick<Typed, 'unit' | 'site'> {
  const first = words.shift()
  if (!first) return {}
  const unit = findUnit(org, first.split(/[/／（(]/)[0] ?? '')
  if (!unit || /[/／（(]/.test(first)) return { unit: first }
  return takeSite(words, unit, first)
}

function takeSite(words: string[], unit: Unit, typed: string): Pick<Typed, 'unit' | 'site'> {
  const site = words[0] ? findSite(unit, words[0]) : undefined
  if (site) words.shift()
  return { unit: typed, site }
}

/** Between two 要求： stands the requirement of the one finding and, after its last sign, the next. */
function findingsOf(first: string, required: readonly string[]): Finding[] {
  const findings: Finding[] = []
  let text = first.trim()
  for (const [i, piece] of required.entries()) {
    const last = i === required.length - 1
    const [, requirement = piece, next = ''] = last ? [] : (/^(.*)[;；。](.*)$/s.exec(piece) ?? [])
    findings.push({ text, requirement: requirement.trim() })
    text = next.trim()
  }
  if (text) findings.push({ text, requirement: '' })
  return findings
}
