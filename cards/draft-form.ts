import { type Cell, type DraftContent, missingCells } from '../src/domain/draft.ts'
import type { Unit } from '../src/domain/organisation.ts'
import type { Room } from './budget.ts'
import { cellLabel, type DraftReading } from './draft-reading.ts'
import { datePicker, type Element, form, input, select, submit } from './kit.ts'
import { whole } from './whole.ts'
import { findingsFields } from './finding-fields.ts'
import { CELL_LABEL } from './wording.ts'

const TEXT_MAX = 1000
const REASON_MAX = 500
const SITE_MAX = 50
/** More options than this and the card grows past its element budget: then the unit is typed, and looked up when saved. */
const CHOICES_MAX = 60

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
    ...whole({
      name: 'site',
      label: '站点（可不填）',
      placeholder: unit?.sites.join('、'),
      initial: content.site,
      max: Math.min(TEXT_MAX, Math.max(SITE_MAX, content.site?.length ?? 0)),
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
    const known = units.find((unit) => unit.code === code)?.name ?? unitTyped ?? ''
    return [
      input({
        ...field,
        placeholder: '单位全称或简称',
        initial: known.length > SITE_MAX ? undefined : known,
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
  return whole({
    name: 'reason',
    label: `${label}${missing.includes('reason') ? '（缺）' : ''}`,
    placeholder: corrects ? '哪里写错了' : '为什么不先开蓝单',
    initial: reason,
    required: true,
    multiline: true,
    max: REASON_MAX,
  })
}

function praiseFields(
  { highlights, remark }: DraftContent,
  label: (cell: Cell) => string,
): Element[] {
  const field = { multiline: true, max: TEXT_MAX }
  return [
    ...whole({
      ...field,
      name: 'highlights',
      label: label('highlights'),
      placeholder: '好在哪里，别的单位能学什么',
      initial: highlights,
      required: true,
    }),
    ...whole({ ...field, name: 'remark', label: '备注（可不填）', initial: remark }),
  ]
}
