import type { OpenId } from '../src/domain/organisation.ts'
import { fit, type Room } from './budget.ts'
import { CLOSING_ASK, closingChoice } from './closing-choice.ts'
import { slipFacts, slipFindings } from './facts.ts'
import { bold, type Card, type Element, fact, footnote, markdown, mentions } from './kit.ts'
import type { Reading } from './reading.ts'
import { rounds } from './rounds.ts'
import { slipHeading } from './state.ts'
import { dueText, momentText } from './when.ts'
import { basis } from './rule-name.ts'

/** The director's second signature under the closing of an orange: what was answered, what the reviewer said. */
export function countersignCard(reading: Reading, mention: readonly OpenId[]): Card {
  const { slip } = reading
  const open = slip.stage === 'countersigning'
  return fit((room) => ({
    ...slipHeading(reading, open ? '请会签' : '会签'),
    ...(open ? {} : { template: 'grey' as const }),
    elements: [
      open
        ? markdown([mentions(mention), CLOSING_ASK].filter(Boolean).join('\n'))
        : outcome(reading, room),
      ...rounds(slip, reading, room),
      ...facts(reading),
      slipFacts(reading, room),
      slipFindings(reading, room),
      ...(open ? closingChoice(slip) : []),
      footnote(basis('D4')),
    ],
  }))
}

function facts({ slip, now }: Reading): Element[] {
  const { served, deadline } = slip
  if (!served || !deadline) return []
  const lines = [
    fact('送达', momentText(served.at, now)),
    fact('整改期限', dueText(deadline.dueAt, now)),
  ]
  return [markdown(lines.join('\n'))]
}

/** How it ended, from the record: a refusal is the director's own verdict on the last round. */
function outcome({ slip, name, now }: Reading, room: Room): Element {
  const refused = slip.verdicts.at(-1)
  if (refused?.outcome === 'fail')
    return markdown(
      [
        bold('不同意办结，已退回整改'),
        fact('理由', room.markdown(refused.reason)),
        `${room.markdown(name(refused.by))}，${momentText(refused.at, now)}`,
      ].join('\n'),
    )
  if (slip.closedAt !== undefined && slip.stage !== 'voided')
    return markdown(`${bold('已会签办结')}　${momentText(slip.closedAt, now)}`)
  return markdown('这项会签已经处理完毕。')
}
