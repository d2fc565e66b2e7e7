import type { OpenId } from '../src/domain/organisation.ts'
import { coveredBy } from '../src/domain/findings.ts'
import type { Feedback } from '../src/domain/slip.ts'
import { fit, type Room } from './budget.ts'
import { slipFacts, slipFindings } from './facts.ts'
import { bold, type Card, type Element, fact, hr, markdown, mentions } from './kit.ts'
import { toBeJudged } from './moves.ts'
import { proposalWaits } from './office-time.ts'
import type { Reading } from './reading.ts'
import { feedbackText, verdictOf, verdictText } from './rounds.ts'
import { slipHeading } from './state.ts'
import { verdictAsk, verdictForm } from './verdict-form.ts'
import { dueStamp, momentText } from './when.ts'

/** To the office when an answer came in: what was asked, what was answered, and the three verdicts of D4. */
export function reviewCard(reading: Reading, round: number, mention: readonly OpenId[]): Card {
  const { slip } = reading
  const answer = slip.feedback[round - 1]
  const open = toBeJudged(slip).includes(round)
  return fit((room) => ({
    ...slipHeading(reading, open ? '请审核' : '审核'),
    elements: [
      ...(open
        ? [markdown([mentions(mention), verdictAsk(reading)].filter(Boolean).join('\n'))]
        : []),
      slipFacts(reading, room),
      slipFindings(reading, room, answer && coveredBy(slip, answer)),
      hr,
      ...(answer ? answered(reading, answer, round, room) : []),
      hr,
      ...(open ? [verdictForm(reading, round)] : [outcome(reading, round, room)]),
    ],
  }))
}

function answered(reading: Reading, answer: Feedback, round: number, room: Room): Element[] {
  const { slip, now } = reading
  const due = slip.deadline && !answer.late ? `（期限 ${dueStamp(slip.deadline.dueAt)}）` : ''
  return [
    markdown(
      [
        bold(`整改结果（反馈）第 ${round} 次`),
        fact('提交时间', momentText(answer.at, now)),
        fact('是否按期', answer.late ? bold('逾期') : `按期${due}`),
        feedbackText(answer, reading, room),
      ].join('\n'),
    ),
  ]
}

/** What became of this answer: its verdict, or why it needs none. */
function outcome(reading: Reading, round: number, room: Room): Element {
  const verdict = verdictOf(reading.slip.verdicts, round)
  if (verdict) {
    const waits = verdict.outcome === 'fail' ? proposalWaits(reading) : ''
    return markdown([verdictText(verdict, reading, room), waits].filter(Boolean).join('\n'))
  }
  return markdown(
    round < reading.slip.feedback.length
      ? '责任单位又提交了新的反馈，请看最新一次。'
      : '这次反馈不再需要单独审核。',
  )
}
