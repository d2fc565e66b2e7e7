import { findSite, findUnit, type Unit } from './organisation.ts'
import { findSubject } from './rule-book.ts'
import type { Finding } from './slip.ts'
import type { Context, Typed } from './typed.ts'
import { LABELS } from './vocabulary.ts'

const REQUIREMENT = new RegExp(`[;；。，,]?\\s*(?:${LABELS.requirement.join('|')})\\s*[:：]\\s*`)

/** 第一热力公司/崂山路服务站 服务窗口 收费公示未上墙；要求：三日内上墙公示. Words are taken from the left while they fit a cell; the rest is the finding. */
export function readLine(text: string, context: Context): Typed {
  const [said = '', ...required] = text.split(REQUIREMENT)
  const words = said.trim().split(/\s+/).filter(Boolean)
  const place = takePlace(words, context)
  const subject = findSubject(context.subjects, words[0])
  if (subject) words.shift()
  return { ...place, subject, findings: findingOf(words.join(' '), required.join(' ')) }
}

/** Unit and site may stand in one word (A/B) or in two. A first word that fits nothing is still taken for the unit, so that the card can say what was not understood. */
function takePlace(words: string[], { org }: Context): Pick<Typed, 'unit' | 'site'> {
  const first = words.shift()
  if (!first) return {}
  const unit = findUnit(org, first.split(/[/（(]/)[0] ?? '')
  if (!unit || /[/（(]/.test(first)) return { unit: first }
  return takeSite(words, unit, first)
}

function takeSite(words: string[], unit: Unit, typed: string): Pick<Typed, 'unit' | 'site'> {
  const site = words[0] ? findSite(unit, words[0]) : undefined
  if (site) words.shift()
  return { unit: typed, site }
}

function findingOf(text: string, requirement: string): Finding[] {
  const finding = { text: text.trim(), requirement: requirement.trim() }
  return finding.text || finding.requirement ? [finding] : []
}
