import type { OpenId } from '../src/domain/organisation.ts'
import { formatSerial } from '../src/domain/serial.ts'
import { fit, type Room } from './budget.ts'
import { draftCells } from './draft-cells.ts'
import { draftHeading } from './draft-heading.ts'
import { deadlinePreview } from './draft-preview.ts'
import type { DraftReading } from './draft-reading.ts'
import {
  bold,
  button,
  type Card,
  type Element,
  fact,
  footnote,
  form,
  hr,
  input,
  markdown,
  mentions,
  submit,
} from './kit.ts'
import { basis, cited } from './rule-name.ts'

const REASON_MAX = 500

/** I4: an orange that no blue led to, for the director's signature: its grounds, the cells, one press or a reason. */
export function draftApprovalCard(reading: DraftReading, mention: readonly OpenId[]): Card {
  const { draft } = reading
  const open = draft.state === 'awaiting'
  return fit((room) => ({
    ...draftHeading(reading, open ? '，请会签' : ''),
    template: open ? 'orange' : 'grey',
    tag: open ? { text: '待会签', colour: 'orange' } : { text: '已处理', colour: 'neutral' },
    elements: [
      open ? asked(reading, mention, room) : outcome(reading, room),
      ...draftCells(reading, room),
      ...(open ? [...deadlinePreview(reading), ...choice(reading)] : []),
      footnote(basis('I4')),
    ],
  }))
}

const asked = ({ draft, name }: DraftReading, mention: readonly OpenId[], room: Room): Element =>
  markdown(
    [
      mentions(mention),
      `${room.markdown(name(draft.inspector))} 报来一份橙单，同意后才签发${cited('I4')}。`,
    ]
      .filter(Boolean)
      .join('\n'),
  )

function choice({ draft, unit }: DraftReading): Element[] {
  return [
    hr,
    button(
      '同意签发',
      { do: 'approveDraft', draft: draft.id, version: draft.version },
      {
        type: 'primary_filled',
        confirm: {
          title: '同意签发橙单',
          text: `橙单将立即发到${unit?.name ?? '责任单位'}工作群，送达后开始计时。`,
        },
      },
    ),
    form('decline', [
      markdown(bold('不同意签发')),
      input({
        name: 'reason',
        label: '不同意的理由',
        required: true,
        multiline: true,
        max: REASON_MAX,
      }),
      submit('不同意', { do: 'declineDraft', draft: draft.id }),
    ]),
  ]
}

function outcome({ draft, issued }: DraftReading, room: Room): Element {
  if (draft.state === 'declined')
    return markdown(
      `${bold('不同意签发')}\n${fact('理由', room.markdown(draft.content.declined ?? ''))}`,
    )
  if (issued) return markdown(`${bold('已同意签发')} ${formatSerial(issued.serial)}`)
  return markdown('这份草稿已经处理完毕。')
}
