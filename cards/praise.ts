import { dayOf } from '../src/domain/time.ts'
import type { Room } from './budget.ts'
import { bold, type Element, fact, markdown } from './kit.ts'
import type { Reading } from './reading.ts'
import { dayText, fullDay } from './when.ts'
import { FORM_TITLE, place } from './wording.ts'

/** The cells of A1. */
export function praise(
  { slip, unit, now }: Pick<Reading, 'slip' | 'unit' | 'now'>,
  room: Room,
): Element {
  const { site, inspectedOn, highlights = '', remark } = slip.content
  return markdown(
    [
      bold(FORM_TITLE.green),
      fact('日期', fullDay(dayOf(slip.issuedAt))),
      fact('责任单位', room.markdown(place(unit, site))),
      fact('督查时间', dayText(inspectedOn, now)),
      `${fact('服务创新及亮点', '')}\n${room.markdown(highlights)}`,
      ...(remark ? [fact('备注', room.markdown(remark))] : []),
    ].join('\n'),
  )
}
