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

/** `findings` of a feedback form: places counted from 1 on the card, from 0 here; none chosen means all. */
export function chosenFindings(form: Form): readonly number[] | undefined {
  const chosen = form['findings']
  const places = (Array.isArray(chosen) ? chosen : [chosen]).map((text) => Number(text) - 1)
  const real = places.filter((place) => Number.isInteger(place) && place >= 0)
  return real.length > 0 ? real : undefined
}

/**
 * finding1, requirement1, finding2 …: an emptied pair is left out, a pair the form did not show stays as it was
 * (a card has no room for every field of a long draft).
 */
export function findingsOf(form: Form, before: readonly Finding[]): Finding[] {
  const shown = Object.keys(form).flatMap((field) => Number(NUMBERED.exec(field)?.[1] ?? 0))
  const count = Math.max(before.length, ...shown)
  return Array.from({ length: count }, (_, i) => findingIn(form, i + 1, before[i])).filter(
    ({ text, requirement }) => text !== '' || requirement !== '',
  )
}

const NUMBERED = /^(?:finding|requirement)(\d{1,2})$/

/** The problem type chosen, else the one it had. */
function typeIn(form: Form, n: number, before: Finding | undefined): { type?: string } {
  const type = textIn(form, `type${n}`) || before?.type
  return type ? { type } : {}
}

function findingIn(form: Form, n: number, before: Finding | undefined): Finding {
  const cell = (field: string, old: string | undefined) =>
    field in form || old === undefined ? textIn(form, field) : old
  return {
    text: cell(`finding${n}`, before?.text),
    requirement: cell(`requirement${n}`, before?.requirement),
    ...typeIn(form, n, before),
  }
}
