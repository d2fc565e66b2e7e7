import type { Unit } from '../src/domain/organisation.ts'
import { formatSerial } from '../src/domain/serial.ts'
import type { Slip } from '../src/domain/slip.ts'
import type { Day, Instant } from '../src/domain/time.ts'
import { fit, type Room } from './budget.ts'
import { bold, button, type Card, type Element, footnote, grey, markdown, row } from './kit.ts'
import { dayText } from './when.ts'
import { place } from './wording.ts'
import { basis } from './rule-name.ts'

export interface BoardReading {
  since: Day
  now: Instant
  /** Green slips, the newest first. */
  slips: readonly { slip: Slip; unit: Unit }[]
}

const ROWS_MAX = 20

/** I2: 亮点榜, what may be copied from one another. */
export function boardCard({ since, now, slips }: BoardReading): Card {
  return fit((room) => {
    const shown = slips.slice(0, Math.min(ROWS_MAX, room.items))
    const hidden = slips.length - shown.length
    return {
      title: '亮点榜',
      subtitle: `${dayText(since, now)}以来`,
      template: 'green',
      tag: { text: `${slips.length} 个亮点`, colour: 'green' },
      summary: `亮点榜 ${slips.length} 个亮点`,
      elements: [
        ...(slips.length === 0 ? [markdown('这段时间还没有绿单，期待下一个亮点。')] : []),
        ...shown.map((entry) => line(entry, now, room)),
        ...(hidden > 0 ? [markdown(grey(`还有 ${hidden} 个，可以发“查 绿单”看。`))] : []),
        footnote(basis('I2')),
      ],
    }
  })
}

function line({ slip, unit }: { slip: Slip; unit: Unit }, now: Instant, room: Room): Element {
  const { site, inspectedOn, highlights = '' } = slip.content
  const text = [
    bold(room.markdown(place(unit, site))),
    room.markdown(highlights),
    grey(`${formatSerial(slip.serial)}　${dayText(inspectedOn, now)}`),
  ]
  return row(
    markdown(text.join('\n')),
    button('打开', { do: 'open', slip: slip.id }, { size: 'small' }),
  )
}
