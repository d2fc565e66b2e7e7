import type { OpenId } from '../src/domain/organisation.ts'
import { formatSerial } from '../src/domain/serial.ts'
import { fit, type Room } from './budget.ts'
import { duty } from './duty.ts'
import { type Card, type Element, fact, markdown, mentions } from './kit.ts'
import { praise } from './praise.ts'
import type { Reading } from './reading.ts'
import { corrections, withdrawal } from './standing.ts'
import { footer } from './footer.ts'
import { slipHeading } from './state.ts'
import { momentText } from './when.ts'

/** I2: thanks and praise in the unit's group. No clock and nothing to answer. */
export function greenCard(reading: Reading, mention: readonly OpenId[]): Card {
  const { slip, unit } = reading
  const serial = formatSerial(slip.serial)
  const withdrawn = slip.stage === 'voided'
  const words = withdrawn ? duty(reading) : THANKS
  return fit((room) => ({
    ...slipHeading(reading),
    ...(withdrawn || reading.reader
      ? {}
      : { tag: { text: '督查通报表扬', colour: 'green' }, summary: `${serial} ${unit.name} 亮点` }),
    elements: [
      markdown([mentions(mention), words].filter(Boolean).join('\n')),
      ...withdrawal(reading, room),
      praise(reading, room),
      ...signature(reading, room),
      ...corrections(reading, room),
      footer(reading),
    ],
  }))
}

const THANKS = '督查中没有发现问题，服务有亮点，特此通报。谢谢大家用心服务，请继续保持。'

function signature({ slip, name, now }: Reading, room: Room): Element[] {
  const lines = [
    fact('督查人', room.markdown(name(slip.inspector))),
    ...(slip.served ? [fact('送达', momentText(slip.served.at, now))] : []),
  ]
  return [markdown(lines.join('\n'))]
}
