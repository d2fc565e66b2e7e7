import { formatSerial } from '../src/domain/serial.ts'
import { fit } from './budget.ts'
import { button, type Card, fact, footnote, markdown } from './kit.ts'
import { praise } from './praise.ts'
import type { Reading } from './reading.ts'
import { withdrawal } from './standing.ts'
import { place } from './wording.ts'
import { basis } from './rule-name.ts'

/** I2: a green slip for the office and the leaders, as prominent as the others. */
export function highlightCard(reading: Reading): Card {
  const { slip, unit, name } = reading
  const withdrawn = slip.stage === 'voided'
  return fit((room) => ({
    title: `服务亮点 ${formatSerial(slip.serial)}`,
    subtitle: place(unit, slip.content.site),
    template: withdrawn ? 'grey' : 'green',
    tag: withdrawn ? { text: '已撤销', colour: 'neutral' } : { text: '绿单', colour: 'green' },
    summary: `服务亮点 ${unit.name}${withdrawn ? ' 已撤销' : ''}`,
    elements: [
      ...withdrawal(reading, room),
      praise(reading, room),
      markdown(fact('督查人', room.markdown(name(slip.inspector)))),
      button('打开', { do: 'open', slip: slip.id }, { size: 'small' }),
      footnote(`${basis('I2')}，发“亮点”可以看亮点榜`),
    ],
  }))
}
