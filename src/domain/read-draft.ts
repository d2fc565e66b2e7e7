import type { DraftContent } from './draft.ts'
import { findSite, findUnit, type Organisation, type Unit } from './organisation.ts'
import { readDay } from './read-day.ts'
import { isLabelled, readLabels } from './read-labels.ts'
import { readLine } from './read-line.ts'
import { guessType } from './problem-types.ts'
import { findSubject, type Subject } from './rule-book.ts'
import type { Colour } from './slip.ts'
import type { Context, Typed } from './typed.ts'

/**
 * What an inspector typed after 蓝单, 绿单 or 橙单, in one line or with the annex's labels line by line.
 * What cannot be read stays empty and is asked for in the draft card; only the day defaults, visibly, to today.
 */
export function readDraft(colour: Colour, text: string, context: Context): DraftContent {
  const typed = isLabelled(text) ? readLabels(text) : readLine(colour, text, context)
  const { unit, site } = readPlace(context.org, typed)
  return withTypes(context.subjects, {
    colour,
    unit: unit?.code,
    unitTyped: unit ? undefined : typed.unit,
    site,
    subject: findSubject(context.subjects, typed.subject),
    inspectedOn: typed.inspectedOn ? readDay(typed.inspectedOn, context.today) : context.today,
    findings: typed.findings,
    highlights: typed.highlights,
    remark: typed.remark,
    reason: typed.reason,
  })
}

/** Gives each finding without a problem type the line of its subject's checklist that its words hint at. */
export function withTypes(subjects: readonly Subject[], content: DraftContent): DraftContent {
  const subject = subjects.find(({ name }) => name === content.subject)
  if (!subject) return content
  const findings = content.findings.map((finding) => {
    const guessed = finding.type ?? guessType(subject, finding.text)?.code
    return guessed ? { ...finding, type: guessed } : finding
  })
  return { ...content, findings }
}

/** 第一热力公司/崂山路服务站: unit and site in one cell, as the annex has it, or apart. */
function readPlace(org: Organisation, typed: Typed): { unit?: Unit; site?: string | undefined } {
  const [unitTyped = '', siteTyped] = (typed.unit ?? '').split(/[/／（(]/).map(bare)
  const unit = findUnit(org, unitTyped)
  if (!unit) return {}
  const wanted = typed.site ?? siteTyped
  return { unit, site: wanted ? (findSite(unit, wanted) ?? bare(wanted)) : undefined }
}

const bare = (text: string): string => text.replace(/[)）]\s*$/, '').trim()
