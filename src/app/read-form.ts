import type { FeedbackContent, Finding } from '../domain/slip.ts'
import type { Day } from '../domain/time.ts'
import type { CardPressed } from '../feishu/inbound.ts'

type Form = CardPressed['form']

/** A field's text; an untouched one is empty. */
export const textIn = (form: Form, field: string): string => {
  const value = form[field]
  return typeof value === 'string' ? value.trim() : ''
}

/** A date picker's day: the client sends `2026-11-24 +0800`. */
export const dayIn = (form: Form, field: string): Day => textIn(form, field).slice(0, 10)

/** 整改结果（反馈）as filled in; whether it is complete is for the decider to say. */
export function feedbackOf(form: Form): FeedbackContent {
  const heldOn = dayIn(form, 'meetingOn')
  const [chair, minutes, plan] = ['chair', 'minutes', 'plan'].map((field) => textIn(form, field))
  const meeting = { heldOn, chair: chair ?? '', minutes: minutes ?? '', plan: plan ?? '' }
  return {
    cause: textIn(form, 'cause'),
    measures: textIn(form, 'measures'),
    result: textIn(form, 'result'),
    finishedOn: dayIn(form, 'finishedOn'),
    responsible: textIn(form, 'responsible'),
    ...(Object.values(meeting).some(Boolean) ? { meeting } : {}),
  }
}

/** finding1, requirement1, finding2 …: empty pairs are left out. */
export function findingsOf(form: Form): Finding[] {
  const numbers = Object.keys(form).flatMap(
    (field) => /^(?:finding|requirement)(\d+)$/.exec(field)?.[1] ?? [],
  )
  return [...new Set(numbers)]
    .map(Number)
    .toSorted((a, b) => a - b)
    .map((n) => ({
      text: textIn(form, `finding${n}`),
      requirement: textIn(form, `requirement${n}`),
    }))
    .filter(({ text, requirement }) => text !== '' || requirement !== '')
}
