import { type Cell, type DraftContent, missingCells } from '../src/domain/draft.ts'
import type { Unit } from '../src/domain/organisation.ts'
import type { Subject } from '../src/domain/rule-book.ts'
import type { Finding } from '../src/domain/slip.ts'
import type { Room } from './budget.ts'
import { cellLabel, type DraftReading, typeOf } from './draft-reading.ts'
import {
  type Choice,
  datePicker,
  type Element,
  footnote,
  form,
  input,
  select,
  submit,
} from './kit.ts'
import { CELL_LABEL } from './wording.ts'

const TEXT_MAX = 1000
const REASON_MAX = 500
const SITE_MAX = 50
/** More options than this and the card grows past its element budget: then the unit is typed, and looked up when saved. */
const CHOICES_MAX = 60
/** Findings that can be edited at once, the rest keep what they say. */
const FINDINGS_MAX = 10

/**
 * Fields: unit, site, subject, inspectedOn, finding1, type1, requirement1, finding2 …, highlights, remark, reason.
 * A field that is not there was not offered and keeps its value.
 */
export function draftForm(reading: DraftReading, room: Room): Element {
  const { draft, unit, units, subjects } = reading
  const { content } = draft
  const missing = missingCells(content)
  const label = (cell: Cell) => `${CELL_LABEL[cell]}${missing.includes(cell) ? '（缺）' : ''}`
  const green = content.colour === 'green'
  return form(`draft_${draft.version}`, [
    ...(content.corrects ? [] : unitField(label('unit'), content, units)),
    input({
      name: 'site',
      label: '站点（可不填）',
      placeholder: unit?.sites.join('、'),
      initial: content.site,
      max: SITE_MAX,
    }),
    ...(green
      ? []
      : select(
          { name: 'subject', label: label('subject'), initial: content.subject, required: true },
          subjects.map(({ name }) => ({ value: name, label: name })),
        )),
    ...datePicker({
      name: 'inspectedOn',
      label: label('inspectedOn'),
      initial: content.inspectedOn,
      required: true,
    }),
    ...(green ? praiseFields(content, label) : findingsFields(reading, room)),
    ...reasonField(content, missing),
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

/** Why it is orange at once, or why a slip is corrected. */
function reasonField(content: DraftContent, missing: readonly Cell[]): Element[] {
  const { colour, corrects, reason, repeat } = content
  const direct = colour === 'orange' && !repeat?.same
  if (!corrects && !direct) return []
  const label = cellLabel('reason', content)
  return [
    input({
      name: 'reason',
      label: `${label}${missing.includes('reason') ? '（缺）' : ''}`,
      placeholder: corrects ? '哪里写错了' : '为什么不先开蓝单',
      initial: reason,
      required: true,
      multiline: true,
      max: REASON_MAX,
    }),
  ]
}

function praiseFields(
  { highlights, remark }: DraftContent,
  label: (cell: Cell) => string,
): Element[] {
  const field = { multiline: true, max: TEXT_MAX }
  return [
    input({
      ...field,
      name: 'highlights',
      label: label('highlights'),
      placeholder: '好在哪里，别的单位能学什么',
      initial: highlights,
      required: true,
    }),
    input({ ...field, name: 'remark', label: '备注（可不填）', initial: remark }),
  ]
}

function findingsFields({ draft, subjects }: DraftReading, room: Room): Element[] {
  const { content } = draft
  const findings = content.findings.length > 0 ? content.findings : [{ text: '', requirement: '' }]
  const shown = editable(findings, Math.min(FINDINGS_MAX, room.items))
  const rest = findings.length - shown.length
  const types = typeChoices(subjects, content.subject)
  return [
    ...shown.flatMap((finding, i) => {
      const suggested = typeOf(subjects, finding.type)?.requirement ?? ''
      return findingFields({ finding, number: i + 1, of: findings.length, types, suggested })
    }),
    ...(rest > 0 ? [footnote(`后面 ${rest} 项放不下，不在这里修改，保存后保持原样。`)] : []),
  ]
}

/** The subject's checklist; all of them, each with its subject, while there is no subject. */
function typeChoices(subjects: readonly Subject[], chosen: string | undefined): Choice[] {
  const subject = subjects.find(({ name }) => name === chosen)
  if (subject) return subject.types.map(({ code, name }) => ({ value: code, label: name }))
  return subjects.flatMap(({ name: of, types }) =>
    types.map(({ code, name }) => ({ value: code, label: `${of}：${name}` })),
  )
}

interface FindingField {
  finding: Finding
  number: number
  of: number
  types: readonly Choice[]
  /** 整改要求 that goes with its problem type. */
  suggested: string
}

function findingFields({ finding, number, of, types, suggested }: FindingField): Element[] {
  const { text, requirement, type } = finding
  const count = of > 1 ? ` ${number}` : ''
  const label = (cell: Cell, written: string) =>
    `${CELL_LABEL[cell]}${count}${written ? '' : '（缺）'}`
  const field = { required: true, multiline: true, max: TEXT_MAX }
  const known = types.some(({ value }) => value === type)
  const hint = requirement || !suggested ? '' : '，已填建议的要求，请核对'
  return [
    input({
      ...field,
      name: `finding${number}`,
      label: label('finding', text),
      placeholder: '发现了什么问题',
      initial: text,
    }),
    ...select(
      {
        name: `type${number}`,
        label: `问题类型${count}`,
        initial: known ? type : undefined,
        required: true,
      },
      types,
    ),
    input({
      ...field,
      name: `requirement${number}`,
      label: `${label('requirement', requirement)}${hint}`,
      placeholder: '要整改到什么程度',
      initial: requirement || suggested,
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
