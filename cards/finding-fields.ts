import type { Cell } from '../src/domain/draft.ts'
import type { Subject } from '../src/domain/rule-book.ts'
import type { Finding } from '../src/domain/slip.ts'
import type { Room } from './budget.ts'
import { type DraftReading, typeOf } from './draft-reading.ts'
import { type Choice, type Element, footnote, select } from './kit.ts'
import { whole } from './whole.ts'
import { CELL_LABEL } from './wording.ts'

const TEXT_MAX = 1000
/** Findings that can be edited at once, the rest keep what they say. */
const FINDINGS_MAX = 10

/** Each finding with its problem type and its requirement. */
export function findingsFields({ draft, subjects }: DraftReading, room: Room): Element[] {
  const { content } = draft
  const findings = content.findings.length > 0 ? content.findings : [{ text: '', requirement: '' }]
  const shown = findings.slice(0, Math.min(FINDINGS_MAX, room.items))
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
    ...whole({
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
    ...whole({
      ...field,
      name: `requirement${number}`,
      label: `${label('requirement', requirement)}${hint}`,
      placeholder: '要整改到什么程度',
      initial: requirement || suggested,
    }),
  ]
}
