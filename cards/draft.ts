import { type Cell, type Draft, missingCells } from '../src/domain/draft.ts'
import { fit, type Room } from './budget.ts'
import { draftCells } from './draft-cells.ts'
import { draftForm } from './draft-form.ts'
import { draftHeading } from './draft-heading.ts'
import { cellLabel, type DraftReading, isUnjudged } from './draft-reading.ts'
import { issuedDraft } from './draft-issued.ts'
import { deadlinePreview } from './draft-preview.ts'
import { repeatPanel } from './draft-repeat.ts'
import {
  bold,
  button,
  buttons,
  type Card,
  type Element,
  fact,
  type Frame,
  hr,
  markdown,
} from './kit.ts'
import { cited } from './rule-name.ts'
import { COLOUR } from './wording.ts'

/** The inspector's own card: what was understood, what is missing, and when it would be due. Nothing is official before 签发. */
export const draftCard = (reading: DraftReading): Card => fit((room) => frame(reading, room))

function frame(reading: DraftReading, room: Room): Frame {
  const { draft } = reading
  const grey = { ...draftHeading(reading), template: 'grey' as const }
  switch (draft.state) {
    case 'open':
      return {
        ...draftHeading(reading, draft.content.corrects ? '，尚未更正' : '，尚未签发'),
        tag: { text: '草稿', colour: 'neutral' },
        elements: openDraft(reading, room),
      }
    case 'awaiting':
      return {
        ...draftHeading(reading, '，待主任会签'),
        tag: { text: '待会签', colour: 'orange' },
        elements: [
          markdown(`${bold('已报主任会签')}，同意后自动签发并发到责任单位工作群${cited('I4')}。`),
          ...draftCells(reading, room),
        ],
      }
    case 'declined':
      return {
        ...grey,
        tag: { text: '主任不同意', colour: 'neutral' },
        elements: [
          markdown(
            `${bold('主任没有同意签发，这份草稿没有发出。')}\n${fact('理由', room.markdown(draft.content.declined ?? ''))}\n需要时请重新起草。`,
          ),
          ...draftCells(reading, room),
        ],
      }
    case 'cancelled':
      return {
        ...grey,
        tag: { text: '已取消', colour: 'neutral' },
        elements: [...draftCells(reading, room), markdown('这份草稿已取消，没有发出。')],
      }
    case 'issued':
      return issuedDraft(reading, room)
  }
}

function openDraft(reading: DraftReading, room: Room): Element[] {
  const { draft, editing } = reading
  const missing = missingCells(draft.content)
  if (missing.length > 0 || editing)
    return [lacking(draft, missing, room), draftForm(reading, room), cancelButton(draft.id)]
  return [
    ...draftCells(reading, room),
    hr,
    ...repeatPanel(reading, room),
    ...deadlinePreview(reading),
    issueButtons(reading),
  ]
}

/** What is asked for, and what was typed that fits no unit. */
function lacking(draft: Draft, missing: readonly Cell[], room: Room): Element {
  if (missing.length === 0) return markdown('改好后按“保存”。')
  const { unitTyped } = draft.content
  const names = missing.map((cell) => cellLabel(cell, draft.content)).join('、')
  const unknown = unitTyped ? [`没有找到单位“${room.markdown(unitTyped)}”，请重新填。`] : []
  return markdown([bold(`缺：${names}`), ...unknown, '补好后按“保存”。'].join('\n'))
}

function issueButtons(reading: DraftReading): Element {
  const { draft } = reading
  return buttons(
    ...(isUnjudged(reading) ? [] : [issueButton(reading)]),
    button('修改', { do: 'editDraft', draft: draft.id }),
    cancelButton(draft.id),
  )
}

function issueButton({ draft, unit }: DraftReading): Element {
  const { colour, corrects } = draft.content
  const group = `${unit?.name ?? '责任单位'}工作群`
  const press = (label: string, text: string) =>
    button(
      label,
      { do: 'issueDraft', draft: draft.id, version: draft.version },
      {
        type: 'primary_filled',
        confirm: { title: corrects ? label : `${label}${COLOUR[colour]}`, text },
      },
    )
  if (corrects) return press('更正', `更正会通知${group}，原来的内容留在记录里。`)
  if (colour === 'orange') return press('报主任会签', `办公室主任同意后才签发，并发到${group}。`)
  return press(
    '签发',
    colour === 'green' ? `将发到${group}，并在亮点榜公示。` : `将发到${group}，送达后开始计时。`,
  )
}

const cancelButton = (draft: string): Element =>
  button(
    '取消草稿',
    { do: 'cancelDraft', draft },
    {
      confirm: { title: '取消草稿', text: '取消后这份草稿不能再用，需要时请重新发送。' },
    },
  )
