import type { Deadline } from '../src/domain/deadline.ts'
import { type Cell, type Draft, missingCells } from '../src/domain/draft.ts'
import type { OpenId, Unit } from '../src/domain/organisation.ts'
import type { Subject } from '../src/domain/rule-book.ts'
import { formatSerial } from '../src/domain/serial.ts'
import type { Slip } from '../src/domain/slip.ts'
import type { Instant } from '../src/domain/time.ts'
import { fit, type Room } from './budget.ts'
import { workingPanel } from './deadline-working.ts'
import { draftForm } from './draft-form.ts'
import { findingList } from './facts.ts'
import { bold, button, buttons, type Card, type Element, fact, hr, markdown } from './kit.ts'
import { stateTag } from './state.ts'
import { dayText, dueText, momentText } from './when.ts'
import { CELL_LABEL, COLOUR, FORM_TITLE, place } from './wording.ts'

export interface DraftReading {
  draft: Draft
  unit?: Unit | undefined
  /** Every unit, to choose from. */
  units: readonly Unit[]
  subjects: readonly Subject[]
  name: (id: OpenId) => string
  now: Instant
  /** The deadline if it were served now. */
  preview?: Deadline | undefined
  /** Somebody pressed 修改. */
  editing: boolean
  /** The slip it became. */
  issued?: Slip | undefined
}

/** The inspector's own card: what was understood, what is missing, and when it would be due. Nothing is official before 签发. */
export function draftCard(reading: DraftReading): Card {
  const { draft, unit } = reading
  const kind = COLOUR[draft.content.colour]
  const frame = {
    subtitle: place(unit, draft.content.site),
    summary: `${kind}草稿 ${unit?.name ?? ''}`,
  }
  return fit((room) => {
    switch (draft.state) {
      case 'open':
        return {
          ...frame,
          title: `${kind}草稿，尚未签发`,
          template: draft.content.colour,
          tag: { text: '草稿', colour: 'neutral' },
          elements: openDraft(reading, room),
        }
      case 'cancelled':
        return {
          ...frame,
          title: `${kind}草稿`,
          template: 'grey',
          tag: { text: '已取消', colour: 'neutral' },
          elements: [...cells(reading, room), markdown('这份草稿已取消，没有发出。')],
        }
      case 'issued':
        return { ...frame, ...issued(reading, room) }
    }
  })
}

function openDraft(reading: DraftReading, room: Room): Element[] {
  const { draft, preview, now, editing } = reading
  const missing = missingCells(draft.content)
  if (missing.length > 0 || editing)
    return [lacking(draft, missing, room), draftForm(reading, room), cancelButton(draft.id)]
  return [
    ...cells(reading, room),
    hr,
    ...(preview ? deadlinePreview(preview, now) : []),
    issueButtons(reading),
  ]
}

/** What is asked for, and what was typed that fits no unit. */
function lacking(draft: Draft, missing: readonly Cell[], room: Room): Element {
  if (missing.length === 0) return markdown('改好后按“保存”。')
  const { unitTyped } = draft.content
  const names = missing.map((cell) => CELL_LABEL[cell]).join('、')
  const unknown = unitTyped ? [`没有找到单位“${room.markdown(unitTyped)}”，请重新填。`] : []
  return markdown([bold(`缺：${names}`), ...unknown, '补好后按“保存”。'].join('\n'))
}

const deadlinePreview = (preview: Deadline, now: Instant): Element[] => [
  markdown(`若现在送达，${bold(dueText(preview.dueAt, now))} 到期。`),
  workingPanel(preview, now),
]

function issueButtons({ draft, unit }: DraftReading): Element {
  return buttons(
    button(
      '签发',
      { do: 'issueDraft', draft: draft.id, version: draft.version },
      {
        type: 'primary_filled',
        confirm: {
          title: `签发${COLOUR[draft.content.colour]}`,
          text: `将发到${unit?.name ?? '责任单位'}工作群，送达后开始计时。`,
        },
      },
    ),
    button('修改', { do: 'editDraft', draft: draft.id }),
    cancelButton(draft.id),
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

/** The cells as on A2. */
function cells({ draft, unit, now }: DraftReading, room: Room): Element[] {
  const { colour, site, subject, inspectedOn, findings } = draft.content
  const lines = [
    bold(FORM_TITLE[colour]),
    fact('督办项目', room.markdown(subject ?? '')),
    fact('责任单位（站点）', room.markdown(place(unit, site))),
    fact('督查时间', inspectedOn ? dayText(inspectedOn, now) : ''),
  ]
  return [markdown(lines.join('\n')), findingList(findings, room)]
}

function issued({ issued: slip, unit, now, draft }: DraftReading, room: Room) {
  if (!slip) {
    const elements = [markdown('已签发。')]
    return { title: `${COLOUR[draft.content.colour]}草稿`, template: 'grey' as const, elements }
  }
  const serial = formatSerial(slip.serial)
  const tag = stateTag(slip, now)
  const service = slip.served
    ? `${momentText(slip.served.at, now)} 已送达`
    : slip.serviceFailure
      ? bold('没有送达，办公室已收到通知，送达前不计时')
      : '正在送达'
  const lines = [
    `已签发 ${bold(serial)}，发往 ${room.markdown(unit?.name ?? '')}。`,
    fact('送达', service),
    ...(slip.deadline ? [fact('整改期限', dueText(slip.deadline.dueAt, now))] : []),
    fact('目前', bold(tag.text)),
  ]
  return {
    title: serial,
    summary: `${serial} ${tag.text}`,
    template: slip.stage === 'closed' ? ('green' as const) : slip.content.colour,
    tag,
    elements: [markdown(lines.join('\n')), button('打开', { do: 'open', slip: slip.id })],
  }
}
