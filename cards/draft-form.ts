import { type Cell, type Draft, type DraftContent, missingCells } from '../src/domain/draft.ts'
import type { Unit } from '../src/domain/organisation.ts'
import type { Subject } from '../src/domain/rule-book.ts'
import type { Finding } from '../src/domain/slip.ts'
import { CELL_LABEL } from './wording.ts'
import type { Room } from './budget.ts'
import { datePicker, type Element, footnote, form, input, select, submit } from './kit.ts'

const TEXT_MAX = 1000
const SITE_MAX = 50
/** More options than this and the card grows past its element budget: then the unit is typed, and looked up when saved. */
const CHOICES_MAX = 60
/** Findings that can be edited at once, the rest keep what they say. */
const FINDINGS_MAX = 10

interface Editing {
  draft: Draft
  unit?: Unit | undefined
  units: readonly Unit[]
  subjects: readonly Subject[]
}

/**
 * Fields: unit, site, subject, inspectedOn, finding1, requirement1, finding2 …
 * A field that is not there was not offered and keeps its value.
 */
export function draftForm({ draft, unit, units, subjects }: Editing, room: Room): Element {
  const { content } = draft
  const findings = content.findings.length > 0 ? content.findings : [{ text: '', requirement: '' }]
  const shown = editable(findings, Math.min(FINDINGS_MAX, room.items))
  const rest = findings.length - shown.length
  const missing = missingCells(content)
  const label = (cell: Cell) => `${CELL_LABEL[cell]}${missing.includes(cell) ? '（缺）' : ''}`
  return form(`draft_${draft.version}`, [
    ...unitField(label('unit'), content, units),
    input({
      name: 'site',
      label: '站点（可不填）',
      placeholder: unit?.sites.join('、'),
      initial: content.site,
      max: SITE_MAX,
    }),
    ...select(
      { name: 'subject', label: label('subject'), initial: content.subject, required: true },
      subjects.map(({ name }) => ({ value: name, label: name })),
    ),
    ...datePicker({
      name: 'inspectedOn',
      label: label('inspectedOn'),
      initial: content.inspectedOn,
      required: true,
    }),
    ...shown.flatMap((finding, i) => findingFields(finding, i + 1, findings.length)),
    ...(rest > 0 ? [footnote(`后面 ${rest} 项放不下，不在这里修改，保存后保持原样。`)] : []),
    submit('保存', { do: 'saveDraft', draft: draft.id }, { type: 'primary_filled' }),
  ])
}

function unitField(
  label: string,
  { unit: code, unitTyped }: DraftContent,
  units: readonly Unit[],
): Element[] {
  const field = { name: 'unit', label, required: true }
  if (units.length > CHOICES_MAX) {
    const known = units.find((unit) => unit.code === code)?.name
    return [
      input({
        ...field,
        placeholder: '单位全称或简称',
        initial: known ?? unitTyped,
        max: SITE_MAX,
      }),
    ]
  }
  return select(
    { ...field, initial: code },
    units.map((unit) => ({ value: unit.code, label: unit.name })),
  )
}

function findingFields({ text, requirement }: Finding, number: number, of: number): Element[] {
  const label = (cell: Cell, written: string) =>
    `${CELL_LABEL[cell]}${of > 1 ? ` ${number}` : ''}${written ? '' : '（缺）'}`
  const field = { required: true, multiline: true, max: TEXT_MAX }
  return [
    input({
      ...field,
      name: `finding${number}`,
      label: label('finding', text),
      placeholder: '发现了什么问题',
      initial: text,
    }),
    input({
      ...field,
      name: `requirement${number}`,
      label: label('requirement', requirement),
      placeholder: '要整改到什么程度',
      initial: requirement,
    }),
  ]
}

/** The first findings that can stand whole in the form: what is edited must never be a shortened copy. */
function editable(findings: readonly Finding[], max: number): readonly Finding[] {
  const tooLong = findings.findIndex(
    ({ text, requirement }) => Math.max(text.length, requirement.length) > TEXT_MAX,
  )
  return findings.slice(0, tooLong === -1 ? max : Math.min(tooLong, max))
}
