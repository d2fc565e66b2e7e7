import { refuse, type Refusal } from './decision.ts'
import type { FeedbackContent, Slip, SlipContent } from './slip.ts'
import { dayOf, type Instant, isDay } from './time.ts'

/** D1: whether a moment is past the deadline. */
export const isLate = (slip: Slip, at: Instant): boolean =>
  slip.deadline !== undefined && at >= slip.deadline.dueAt

const WRITTEN = ['cause', 'measures', 'result', 'responsible'] as const
const MEETING = ['chair', 'minutes', 'plan'] as const

/** I5, I6: what a feedback must contain before it counts as the written answer. */
export function objectionTo(
  feedback: FeedbackContent,
  { colour, inspectedOn }: Pick<SlipContent, 'colour' | 'inspectedOn'>,
  at: Instant,
): Refusal | undefined {
  const rule = colour === 'orange' ? 'I6' : 'I5'
  const missing = missingFields(feedback, colour)
  if (missing.length > 0) return refuse(rule, { is: 'missing', fields: missing })
  const unreal = daysOf(feedback).find(([, text]) => !isDay(text))
  if (unreal) return refuse(rule, { is: 'notADay', field: unreal[0], text: unreal[1] })
  const days = daysOf(feedback).map(([, text]) => text)
  if (days.some((day) => day > dayOf(at))) return refuse(rule, { is: 'futureFinish' })
  const early = days.some((day) => day < inspectedOn)
  return early ? refuse(rule, { is: 'beforeInspection' }) : undefined
}

function missingFields(feedback: FeedbackContent, colour: SlipContent['colour']): string[] {
  const { meeting } = feedback
  const written = [...WRITTEN, 'finishedOn' as const].filter((field) => !feedback[field].trim())
  if (colour !== 'orange') return written
  const held = MEETING.filter((field) => !meeting?.[field].trim())
  return [...written, ...(meeting?.heldOn ? [] : ['meetingOn']), ...held]
}

const daysOf = (feedback: FeedbackContent): [field: string, text: string][] => [
  ['finishedOn', feedback.finishedOn],
  ...(feedback.meeting ? [['meetingOn', feedback.meeting.heldOn] satisfies [string, string]] : []),
]
