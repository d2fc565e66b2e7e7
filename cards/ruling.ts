import type { OpenId } from '../src/domain/organisation.ts'
import { fit, type Room } from './budget.ts'
import { slipFacts, slipFindings } from './facts.ts'
import { bold, type Card, type Element, fact, footnote, hr, markdown, mentions } from './kit.ts'
import type { Reading } from './reading.ts'
import { type Request, requestOf, requestsOpen, RULE, rulingText, wishText } from './requests.ts'
import { rulingForm } from './ruling-form.ts'
import { slipHeading } from './state.ts'
import { dueText, momentText } from './when.ts'
import { REQUEST } from './wording.ts'
import { basis } from './rule-name.ts'

/** D6, D7: to the office when a unit asks for more time, or says the slip is not theirs. */
export function rulingCard(reading: Reading, about: Request, mention: readonly OpenId[]): Card {
  const { slip } = reading
  const open = requestsOpen(slip).includes(about)
  return fit((room) => ({
    ...slipHeading(reading, open ? `请审定${REQUEST[about]}` : REQUEST[about]),
    ...(open ? {} : { template: 'grey' as const }),
    elements: [
      ...(open
        ? [markdown([mentions(mention), ask(reading, about)].filter(Boolean).join('\n'))]
        : []),
      ...request(reading, about, room),
      hr,
      slipFacts(reading, room),
      slipFindings(reading, room),
      hr,
      open ? rulingForm(reading, about) : ruled(reading, about, room),
      footnote(basis(RULE[about], 'D9')),
    ],
  }))
}

function ask({ slip, now }: Reading, about: Request): string {
  const due = requestOf(slip, about)?.rulingDueAt
  if (due !== undefined && now >= due)
    return `${REQUEST[about]}${bold('审定已超时')}（应在 ${momentText(due, now)} 前审定），请尽快审定。审定前整改期限照走。`
  return `请审定${REQUEST[about]}${due === undefined ? '' : `，不晚于 ${bold(momentText(due, now))}`}。审定前整改期限照走。`
}

/** What is asked for, why, and the deadline as it stands. */
function request(reading: Reading, about: Request, room: Room): Element[] {
  const { slip, unit, name, now } = reading
  const asked = requestOf(slip, about)
  if (!asked) return []
  const who = `${room.markdown(unit.name)} ${room.markdown(name(asked.by))}，${momentText(asked.at, now)}`
  return [
    markdown(
      [
        fact('申请', bold(wishText(reading, about, room))),
        fact('理由', room.markdown(asked.reason)),
        fact('申请人', who),
        ...(slip.deadline ? [fact('现在的期限', dueText(slip.deadline.dueAt, now))] : []),
        fact('反馈', slip.feedback.length > 0 ? `${slip.feedback.length} 次` : '还没有'),
      ].join('\n'),
    ),
  ]
}

function ruled(reading: Reading, about: Request, room: Room): Element {
  const ruling = requestOf(reading.slip, about)?.ruling
  return markdown(
    ruling
      ? fact('审定结果', rulingText(ruling, reading, room))
      : '本单已经不在整改、审核中，这项申请不用再审定。',
  )
}
