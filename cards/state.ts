import { isLate } from '../src/domain/feedback.ts'
import { findingStates } from '../src/domain/findings.ts'
import { deskOf } from '../src/domain/next-step.ts'
import { formatSerial } from '../src/domain/serial.ts'
import type { Slip } from '../src/domain/slip.ts'
import type { Instant } from '../src/domain/time.ts'
import type { Tag, Template } from './kit.ts'
import type { Reading } from './reading.ts'
import { dueText } from './when.ts'
import { DESK, place } from './wording.ts'

/** Where a slip stands, in a word and a colour. */
export function stateTag(slip: Slip, now: Instant): Tag {
  switch (slip.stage) {
    case 'unserved':
      return { text: '待送达', colour: 'neutral' }
    case 'rectifying':
      if (isLate(slip, now)) return { text: '逾期', colour: 'red' }
      return { text: progress(slip), colour: slip.content.colour }
    case 'reviewing':
      return { text: '待审核', colour: 'blue' }
    case 'proposed':
      return { text: '待定转橙', colour: 'orange' }
    case 'escalated':
      return { text: '已转橙', colour: 'orange' }
    case 'countersigning':
      return { text: '待主任会签', colour: 'orange' }
    case 'lookingBack':
      return { text: '回头看中', colour: 'blue' }
    case 'closed':
      return { text: slip.content.colour === 'green' ? '已送达' : '已办结', colour: 'green' }
    case 'voided':
      return { text: '已撤销', colour: 'neutral' }
  }
}

/** While the unit has the move: what it has come to. */
function progress(slip: Slip): string {
  if (findingStates(slip).includes('returned')) return '退回补正'
  return slip.signedFor || slip.feedback.length > 0 ? '整改中' : '待签收'
}

function slipTemplate(slip: Slip): Template {
  if (slip.stage === 'closed') return 'green'
  return slip.stage === 'escalated' || slip.stage === 'voided' ? 'grey' : slip.content.colour
}

/** Header and chat-list line of a card about one slip. */
export function slipHeading({ slip, unit, now }: Reading, topic?: string) {
  const serial = formatSerial(slip.serial)
  const tag = stateTag(slip, now)
  const title = topic ? `${topic} ${serial}` : serial
  const due =
    slip.stage === 'rectifying' && slip.deadline ? `，${dueText(slip.deadline.dueAt, now)}到期` : ''
  return {
    title,
    subtitle: place(unit, slip.content.site),
    template: slipTemplate(slip),
    tag,
    summary: `${title} ${unit.name} ${tag.text}${due}`,
  }
}

/** 现在轮到：审核人 */
export function turn({ slip, unit, name }: Reading): string | undefined {
  const desk = deskOf(slip)
  if (!desk) return undefined
  const people =
    desk === 'unit'
      ? `（${(slip.handler ? [slip.handler] : unit.contacts).map(name).join('、')}）`
      : ''
  return `${desk === 'unit' ? unit.name : DESK[desk]}${people}`
}
