import { isJudged, isLate } from '../src/domain/feedback.ts'
import type { OpenId } from '../src/domain/organisation.ts'
import type { Feedback, Outcome } from '../src/domain/slip.ts'
import { fit, type Room } from './budget.ts'
import { findingList, slipFacts } from './facts.ts'
import {
  bold,
  buttons,
  type Card,
  type Element,
  fact,
  form,
  hr,
  input,
  markdown,
  mentions,
  type Press,
  submit,
} from './kit.ts'
import type { Reading } from './reading.ts'
import { feedbackText, verdictOf, verdictText } from './rounds.ts'
import { slipHeading } from './state.ts'
import { dueStamp, momentText } from './when.ts'
import { OUTCOME } from './wording.ts'

const REASON_MAX = 500

/** To the office when an answer came in: what was asked, what was answered, and the three verdicts of D4. */
export function reviewCard(reading: Reading, round: number, mention: readonly OpenId[]): Card {
  const { slip, now } = reading
  const answer = slip.feedback[round - 1]
  const open = slip.stage === 'reviewing' && round === slip.feedback.length && !isJudged(slip)
  const due = slip.verdictDueAt
  const ask = `请给出审核结果${due ? `，不晚于 ${bold(momentText(due, now))}` : ''}。`
  return fit((room) => ({
    ...slipHeading(reading, open ? '请审核' : '审核'),
    elements: [
      ...(open ? [markdown([mentions(mention), ask].filter(Boolean).join('\n'))] : []),
      slipFacts(reading, room),
      findingList(slip.content.findings, room),
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

function verdictForm({ slip, now }: Reading, round: number): Element {
  const judge = (outcome: Outcome, press: Press) =>
    submit(OUTCOME[outcome], { do: 'judge', slip: slip.id, outcome, round }, press)
  const failing =
    slip.content.colour === 'blue'
      ? '整改不达标，将提请办公室主任转为橙单。'
      : '整改不达标，责任单位的整改期限将重新起算。'
  return form(`verdict_${round}`, [
    input({
      name: 'reason',
      label: '审核意见',
      placeholder: '通过、退回或不达标，都请写明理由',
      required: true,
      multiline: true,
      max: REASON_MAX,
    }),
    buttons(
      judge('pass', { type: 'primary_filled' }),
      ...(isLate(slip, now) ? [] : [judge('supplement', {})]),
      judge('fail', { type: 'danger', confirm: { title: '整改不达标', text: failing } }),
    ),
  ])
}

/** What became of this answer: its verdict, or why it needs none. */
function outcome(reading: Reading, round: number, room: Room): Element {
  const verdict = verdictOf(reading.slip.verdicts, round)
  if (verdict) return markdown(verdictText(verdict, reading, room))
  return markdown(
    round < reading.slip.feedback.length
      ? '责任单位又提交了新的反馈，请看最新一次。'
      : '这次反馈不再需要单独审核。',
  )
}
