import type { OpenId } from '../src/domain/organisation.ts'
import { formatSerial } from '../src/domain/serial.ts'
import { fit, type Room } from './budget.ts'
import { slipFacts, slipFindings } from './facts.ts'
import { bold, type Card, type Element, fact, hr, markdown, mentions } from './kit.ts'
import { dismissalOf, escalationOf } from './history.ts'
import { dismissalForm, orangeAsk, orangeButton } from './orange-choice.ts'
import { overruns } from './lapse.ts'
import type { Reading } from './reading.ts'
import { requestLines } from './requests.ts'
import { rounds } from './rounds.ts'
import { interim, visits } from './standing.ts'
import { slipHeading } from './state.ts'
import { dueText, momentText } from './when.ts'
import { actorText } from './wording.ts'

/** D3: the director's desk. The ground, what silence does and one press; then the facts, and last the reason against it. */
export function proposalCard(reading: Reading, mention: readonly OpenId[]): Card {
  const { slip } = reading
  const open = slip.stage === 'proposed'
  return fit((room) => ({
    ...slipHeading(reading, '提请转橙'),
    template: open ? 'orange' : 'grey',
    elements: [
      ...(open
        ? [
            markdown([mentions(mention), orangeAsk(reading)].filter(Boolean).join('\n')),
            orangeButton(slip),
            hr,
          ]
        : decided(reading, room)),
      markdown(facts(reading, room).join('\n')),
      ...rounds(slip, reading, room),
      slipFacts(reading, room),
      slipFindings(reading, room),
      ...(open ? [hr, dismissalForm(slip)] : []),
    ],
  }))
}

/** D3: how it went, with whatever the unit asked for or said in between. */
function facts(reading: Reading, room: Room): string[] {
  const { slip, name, now, history = [] } = reading
  const { served, signedFor, deadline, feedback } = slip
  const slow = overruns(history)
  return [
    fact('签发', `${momentText(slip.issuedAt, now)}　${room.markdown(name(slip.inspector))}`),
    fact('送达', served ? momentText(served.at, now) : '未送达'),
    fact(
      '签收',
      signedFor
        ? `${momentText(signedFor.at, now)}　${room.markdown(name(signedFor.by))}`
        : '未签收',
    ),
    fact('整改期限', deadline ? dueText(deadline.dueAt, now) : '未起算'),
    fact('反馈', feedback.length > 0 ? `${feedback.length} 次` : '没有收到'),
    ...(slow.length > 0 ? [fact('审核', slow.join('，'))] : []),
    ...requestLines(reading, room),
    ...interim(reading, room),
    ...visits(reading, room),
  ]
}

/** Who decided what and when; the record knows, the slip only the result. */
function decided(reading: Reading, room: Room): Element[] {
  const { name, now, orange, history = [] } = reading
  const escalated = escalationOf(history)
  const dismissed = dismissalOf(history)
  if (reading.slip.stage === 'escalated') {
    const serial = orange ? ` ${formatSerial(orange)}` : ''
    const by = escalated && `${actorText(escalated.by, name)}，${momentText(escalated.at, now)}`
    return [markdown(`${bold('已转为橙单')}${serial}${by ? `\n${room.markdown(by)}` : ''}`)]
  }
  if (!dismissed) return [markdown('这项提请已经处理完毕。')]
  const { deadline, stage } = reading.slip
  // A relapse that is not pursued leaves the slip closed.
  const due = stage === 'closed' ? undefined : deadline
  return [
    markdown(
      [
        bold('不予转橙'),
        fact('理由', room.markdown(dismissed.reason)),
        ...(due ? [fact('新的期限', dueText(due.dueAt, now))] : []),
        room.markdown(`${actorText(dismissed.by, name)}，${momentText(dismissed.at, now)}`),
      ].join('\n'),
    ),
  ]
}
