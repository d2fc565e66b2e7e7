import type { Feedback, Slip } from '../src/domain/slip.ts'
import type { Instant } from '../src/domain/time.ts'
import { isLate } from '../src/domain/feedback.ts'
import { coveredBy, owed, unsettled } from '../src/domain/findings.ts'
import type { Room } from './budget.ts'
import { clean, shorten } from './escape.ts'
import {
  bold,
  datePicker,
  type Element,
  form,
  input,
  markdown,
  multiSelect,
  submit,
} from './kit.ts'

/** Fields of the feedback form by the name they carry in `form_value` (I5, I6). */
export const FEEDBACK_LABEL = {
  meetingOn: '会议日期',
  chair: '主持人',
  minutes: '会议情况及原因分析',
  cause: '问题原因',
  measures: '整改措施',
  plan: '应对方案',
  result: '整改结果',
  finishedOn: '完成日期',
  responsible: '责任人',
} as const

type Name = keyof typeof FEEDBACK_LABEL

const LONG = 1000
const MEDIUM = 500
const SHORT = 50
/** A finding among the choices is only there to be recognised. */
const CHOICE_MAX = 24

/** 整改结果（反馈）: what the unit fills in. What was answered before on the same findings stands in it already. */
export function feedbackForm(slip: Slip, now: Instant, room: Room): Element {
  const asked = askedFor(slip)
  const before = written(
    slip.feedback.findLast((answer) =>
      coveredBy(slip, answer).some((place) => asked.includes(place)),
    ),
  )
  const area = (name: Name, max: number, placeholder: string) =>
    input({
      ...field(name),
      max,
      placeholder,
      multiline: true,
      initial: kept(before[name], max, room),
    })
  const line = (name: Name, placeholder: string) =>
    input({ ...field(name), max: SHORT, placeholder, initial: kept(before[name], SHORT, room) })
  const day = (name: Name) => datePicker({ ...field(name), initial: before[name] || undefined })
  const meeting = [
    ...day('meetingOn'),
    line('chair', '谁主持的会议'),
    area('minutes', LONG, '会上怎么说的，原因是什么'),
  ]
  const orange = slip.content.colour === 'orange'
  return form(`feedback_${slip.feedback.length + 1}`, [
    markdown(bold(isLate(slip, now) ? '逾期情况说明与整改结果' : '填写整改结果（反馈）')),
    ...whichFindings(slip, asked),
    ...(orange ? meeting : []),
    area('cause', MEDIUM, isLate(slip, now) ? '问题原因，以及为什么逾期' : '问题是怎么产生的'),
    area('measures', LONG, '采取了哪些措施'),
    ...(orange ? [area('plan', LONG, '以后怎么避免')] : []),
    area('result', LONG, '整改到什么程度了'),
    ...day('finishedOn'),
    line('responsible', '姓名'),
    submit(
      '提交反馈',
      { do: 'submitFeedback', slip: slip.id },
      {
        type: 'primary_filled',
        confirm: { title: '提交反馈', text: '提交后留存备查，不能修改。' },
      },
    ),
  ])
}

/** What is owed; where nothing is, under a proposal, all that is not settled. */
function askedFor(slip: Slip): readonly number[] {
  const missing = owed(slip)
  return missing.length > 0 ? missing : unsettled(slip)
}

/** Only where there is a choice. Values are places counted from 1. */
function whichFindings(slip: Slip, asked: readonly number[]): Element[] {
  const open = unsettled(slip)
  if (open.length < 2) return []
  return multiSelect(
    {
      name: 'findings',
      label: '本次反馈针对',
      initial: asked.map((place) => String(place + 1)),
      required: true,
    },
    open.map((place) => ({
      value: String(place + 1),
      label: `${place + 1}. ${shorten(clean(slip.content.findings[place]?.text ?? ''), CHOICE_MAX)}`,
    })),
  )
}

const field = (name: Name) => ({ name, label: FEEDBACK_LABEL[name], required: true })

const kept = (text: string | undefined, max: number, room: Room): string | undefined =>
  text && text.length <= max && room.holds(text) ? text : undefined

/** A feedback by field name. */
const written = (feedback: Feedback | undefined): Partial<Record<Name, string>> => ({
  ...feedback,
  ...(feedback?.meeting ? { ...feedback.meeting, meetingOn: feedback.meeting.heldOn } : {}),
})
