import type { OpenId } from '../src/domain/organisation.ts'
import { fit, type Room } from './budget.ts'
import { slipFacts, slipFindings } from './facts.ts'
import { bold, type Card, type Element, fact, footnote, hr, markdown, mentions } from './kit.ts'
import type { Reading } from './reading.ts'
import { rounds } from './rounds.ts'
import { slipHeading } from './state.ts'
import { visitAsk, visitForm } from './visit-form.ts'
import { momentText } from './when.ts'
import { LOOK_BACK } from './wording.ts'
import { basis } from './rule-name.ts'

/** I7: to the inspector after closing: what was found then, what was said to be put right, and what is there now. */
export function lookBackCard(reading: Reading, visit: number, mention: readonly OpenId[]): Card {
  const { slip } = reading
  const open = slip.stage === 'lookingBack' && visit === slip.lookedBack.length + 1
  const topic = visit > 1 ? '再督查' : '回头看'
  return fit((room) => ({
    ...slipHeading(reading, open ? `请${topic}` : topic),
    ...(open ? {} : { template: 'grey' as const }),
    elements: [
      open
        ? markdown([mentions(mention), visitAsk(reading)].filter(Boolean).join('\n'))
        : paid(reading, visit, room),
      slipFacts(reading, room),
      slipFindings(reading, room),
      ...earlier(reading, visit, room),
      ...rounds(slip, reading, room),
      ...(open ? [hr, visitForm(slip)] : []),
      footnote(basis('I7', 'D10')),
    ],
  }))
}

const said = ({ slip, name, now }: Reading, visit: number, room: Room): string[] => {
  const found = slip.lookedBack[visit - 1]
  if (!found) return []
  const who = `${room.markdown(name(found.by))}，${momentText(found.at, now)}`
  return [
    `第 ${visit} 次：${bold(LOOK_BACK[found.finding])}（${who}）`,
    fact('情况', room.markdown(found.reason)),
  ]
}

function paid(reading: Reading, visit: number, room: Room): Element {
  const lines = said(reading, visit, room)
  return markdown(lines.length > 0 ? lines.join('\n') : '这次回头看不用再办。')
}

/** The visit before, when this is one more. */
function earlier(reading: Reading, visit: number, room: Room): Element[] {
  const lines = said(reading, visit - 1, room)
  return lines.length > 0 ? [markdown([bold('上次回头看'), ...lines].join('\n'))] : []
}
