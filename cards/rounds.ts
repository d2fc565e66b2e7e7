import type { Feedback, Verdict } from '../src/domain/slip.ts'
import type { Room } from './budget.ts'
import { FEEDBACK_LABEL } from './feedback-form.ts'
import { bold, type Element, fact, footnote, grey, markdown, panel } from './kit.ts'
import type { Reading } from './reading.ts'
import { dayText, momentText, stampText } from './when.ts'
import { ordinals, OUTCOME } from './wording.ts'

export type Names = Pick<Reading, 'name' | 'now'>

/** More rounds than a card can hold; the older ones stay in the record. */
const ROUNDS_MAX = 4

/** Every answer with its verdict: the latest open, the older ones folded. */
export function rounds(
  answers: { feedback: readonly Feedback[]; verdicts: readonly Verdict[] },
  names: Names,
  room: Room,
): Element[] {
  const { feedback, verdicts } = answers
  const shown = Math.min(feedback.length, ROUNDS_MAX, room.items)
  const hidden = feedback.length - shown
  const panels = feedback.slice(hidden).map((answer, i) => {
    const round = hidden + i + 1
    const verdict = verdictOf(verdicts, round)
    const title = roundTitle(answer, round, verdict)
    return panel(title, [markdown(roundBody(answer, verdict, names, room))], i + 1 === shown)
  })
  const older = hidden > 0 ? [footnote(`更早的 ${hidden} 次反馈在记录里，这里不再列出。`)] : []
  return [...older, ...panels]
}

export const verdictOf = (verdicts: readonly Verdict[], round: number): Verdict | undefined =>
  verdicts.find((verdict) => verdict.round === round)

/** One answer and its verdict as lines under a title. */
export const roundText = (
  answer: Feedback,
  round: number,
  verdict: Verdict | undefined,
  names: Names,
  room: Room,
): string => `${roundTitle(answer, round, verdict)}\n${roundBody(answer, verdict, names, room)}`

function roundTitle(answer: Feedback, round: number, verdict: Verdict | undefined): string {
  const title = bold(`整改结果（反馈）第 ${round} 次`)
  const judged = verdict ? `，${OUTCOME[verdict.outcome]}` : ''
  const about = answer.findings ? `（第 ${ordinals(answer.findings)} 项）` : ''
  return `${title}${about} ${stampText(answer.at)}${answer.late ? '，逾期' : ''}${judged}`
}

const roundBody = (
  answer: Feedback,
  verdict: Verdict | undefined,
  names: Names,
  room: Room,
): string =>
  [feedbackText(answer, names, room), ...(verdict ? [verdictText(verdict, names, room)] : [])].join(
    '\n\n',
  )

/** The cells of one answer as lines of markdown. */
export function feedbackText(answer: Feedback, { name, now }: Names, room: Room): string {
  const { meeting } = answer
  const { meetingOn, chair, minutes, plan, cause, measures, result, finishedOn, responsible } =
    FEEDBACK_LABEL
  const held = meeting && [
    fact(meetingOn, dayText(meeting.heldOn, now)),
    fact(chair, room.markdown(meeting.chair)),
    fact(minutes, room.markdown(meeting.minutes)),
  ]
  return [
    ...(held ?? []),
    fact(cause, room.markdown(answer.cause)),
    fact(measures, room.markdown(answer.measures)),
    ...(meeting ? [fact(plan, room.markdown(meeting.plan))] : []),
    fact(result, room.markdown(answer.result)),
    fact(finishedOn, dayText(answer.finishedOn, now)),
    fact(responsible, room.markdown(answer.responsible)),
    grey(`${room.markdown(name(answer.by))} 提交`),
  ].join('\n')
}

/** 审核结果 with its reason, by whom and when. */
export const verdictText = (verdict: Verdict, { name, now }: Names, room: Room): string =>
  [
    fact('审核结果', bold(OUTCOME[verdict.outcome])),
    fact('审核意见', room.markdown(verdict.reason)),
    fact('审核人', room.markdown(name(verdict.by))),
    fact('审核时间', momentText(verdict.at, now)),
  ].join('\n')
