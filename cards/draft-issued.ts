import { formatSerial } from '../src/domain/serial.ts'
import type { Slip } from '../src/domain/slip.ts'
import type { Room } from './budget.ts'
import { draftHeading } from './draft-heading.ts'
import type { DraftReading } from './draft-reading.ts'
import { bold, button, fact, type Frame, markdown } from './kit.ts'
import { gistOf } from './slip-row.ts'
import { stateTag } from './state.ts'
import { dueText, momentText } from './when.ts'

/** What became of the draft: the slip, and how it fares. */
export function issuedDraft(reading: DraftReading, room: Room): Frame {
  const { issued: slip, unit, now, draft } = reading
  const heading = draftHeading(reading)
  if (!slip) return { ...heading, template: 'grey', elements: [markdown('已签发。')] }
  const serial = formatSerial(slip.serial)
  const tag = stateTag(slip, now)
  const service = slip.served
    ? `${momentText(slip.served.at, now)} 已送达`
    : slip.serviceFailure
      ? bold('没有送达，办公室已收到通知，送达前不计时')
      : '正在送达'
  const lines = [
    draft.content.corrects
      ? `已更正 ${bold(serial)}，原来的内容留在记录里。`
      : `已签发 ${bold(serial)}，发往 ${room.markdown(unit?.name ?? '')}。`,
    ...issuedCells(slip, room),
    fact('送达', service),
    ...(slip.deadline ? [fact('整改期限', dueText(slip.deadline.dueAt, now))] : []),
    fact('目前', bold(tag.text)),
  ]
  return {
    ...heading,
    title: serial,
    summary: `${serial} ${tag.text}`,
    template: slip.stage === 'closed' ? 'green' : slip.content.colour,
    tag,
    elements: [markdown(lines.join('\n')), button('打开', { do: 'open', slip: slip.id })],
  }
}

/** What was issued, in a few words. */
function issuedCells(slip: Slip, room: Room): string[] {
  const { colour, subject } = slip.content
  const gist = room.markdown(gistOf(slip))
  if (colour === 'green') return [fact('服务创新及亮点', gist)]
  return [fact('督办项目', room.markdown(subject)), fact('督办事项', gist)]
}
