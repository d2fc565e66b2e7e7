import { formatSerial } from '../src/domain/serial.ts'
import { fit } from './budget.ts'
import { bold, type Card, fact, footnote, markdown } from './kit.ts'
import type { Reading } from './reading.ts'
import { basis } from './rule-name.ts'

/** D7: what is left of a slip's card in the group of a unit it has moved away from. */
export function movedCard({ slip, unit }: Reading): Card {
  const serial = formatSerial(slip.serial)
  const { returned } = slip
  return fit((room) => ({
    title: serial,
    template: 'grey',
    tag: { text: '已转办', colour: 'neutral' },
    summary: `${serial} 已转办`,
    elements: [
      markdown(`本单已转办给 ${bold(room.markdown(unit.name))}，这里不用再办。`),
      ...(returned?.ruling
        ? [markdown(fact('审定意见', room.markdown(returned.ruling.reason)))]
        : []),
      footnote(basis('D7')),
    ],
  }))
}
