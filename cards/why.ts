import type { Step } from '../src/domain/next-step.ts'
import type { RuleId } from '../src/domain/rule-book.ts'
import type { RepeatVerdict } from '../src/domain/slip.ts'
import { fit, type Room } from './budget.ts'
import { isRunning, working } from './deadline-working.ts'
import { serials } from './grounds.ts'
import { bold, button, type Card, type Element, fact, footnote, markdown, panel } from './kit.ts'
import type { Reading } from './reading.ts'
import { requestLines } from './requests.ts'
import { RULE_TEXT } from './rule-text.ts'
import { slipHeading, stateTag, turn } from './state.ts'
import { ruleOfStep, stageReason, stepText } from './stage-reason.ts'
import { timeline } from './timeline.ts'
import { whyChosen } from './visit-form.ts'
import { dueText, momentText, timeLeft } from './when.ts'
import { cited, named } from './rule-name.ts'

type WhyReading = Reading & { next?: Step | undefined }

/** 为什么: where it stands and by which rule, how its deadline was counted, and what comes next by itself. */
export function whyCard(reading: WhyReading): Card {
  const { slip, history = [] } = reading
  return fit((room) => ({
    ...slipHeading(reading, '为什么'),
    elements: [
      markdown([bold('现在为什么是这样'), ...standing(reading, room)].join('\n')),
      ...deadline(reading),
      markdown([bold('接下来'), ...coming(reading, room)].join('\n')),
      ...(history.length > 0
        ? [panel(`${bold('依据的事实')} ${history.length} 条`, [timeline(history, reading, room)])]
        : []),
      panel(bold('依据的规则'), [markdown(rules(reading).join('\n'))]),
      button('打开', { do: 'open', slip: slip.id }, { size: 'small' }),
      footnote(`规则版本 ${slip.rules}，签发时定下，之后的新版本不影响这张单。`),
    ],
  }))
}

function standing(reading: WhyReading, room: Room): string[] {
  const { slip, now } = reading
  return [
    fact('状态', `${bold(stateTag(slip, now).text)}，${stageReason(reading)}`),
    ...(slip.served ? [fact('送达凭证', room.markdown(slip.served.messageId))] : []),
    ...requestLines(reading, room),
    ...(slip.repeat ? [repeatLine(slip.repeat, room)] : []),
    ...(slip.lookBack ? [fact('回头看', whyChosen(reading))] : []),
  ]
}

/** D5: a human's word, kept with the slip. */
const repeatLine = ({ same, because, earlier }: RepeatVerdict, room: Room): string =>
  fact(
    '同一问题',
    `与 ${serials(earlier, room)}${same ? '是' : '不是'}同一问题，${room.markdown(because)}${cited('D5')}`,
  )

function deadline({ slip, now }: WhyReading): Element[] {
  if (!slip.deadline) {
    const green = slip.content.colour === 'green'
    const none = green ? '绿单不要求整改，没有期限' : '送达后才起算'
    return [markdown(fact('整改期限', `${none}${cited(green ? 'I2' : 'D2')}`))]
  }
  const { dueAt, rule } = slip.deadline
  const left = isRunning(slip) ? `，${timeLeft(dueAt, now)}` : ''
  return [
    markdown(`${bold('整改期限怎么来的')}\n${dueText(dueAt, now)}${cited(rule)}${left}`),
    ...working(slip.deadline, now),
  ]
}

/** Whose move it is, and what happens by itself if nobody moves. */
function coming(reading: WhyReading, room: Room): string[] {
  const { slip, next, now } = reading
  const desk = turn(reading)
  const reminders = slip.plan.slice(slip.reminded).map(({ at }) => momentText(at, now))
  const plan =
    slip.stage === 'rectifying' && reminders.length > 0
      ? [fact('计划的提醒', `${reminders.join('、')}${cited('D11')}`)]
      : []
  return [
    ...(desk ? [fact('轮到', bold(room.markdown(desk)))] : []),
    ...(next
      ? [fact('下一步自动办', `${momentText(next.at, now)} ${stepText(next)}`)]
      : [desk ? '没有自动步骤，等有人办理。' : '没有后续步骤。']),
    ...consequences(reading).map(({ text, rule }) => fact('再往后', `${text}${cited(rule)}`)),
    ...plan,
  ]
}

interface Consequence {
  text: string
  rule: RuleId
}

/** What lies behind the next step, if the unit or the director lets it pass. */
function consequences({ slip, next, now }: WhyReading): Consequence[] {
  const { stage, deadline, proposal, content } = slip
  if (stage === 'rectifying' && deadline && now < deadline.dueAt && content.colour === 'blue') {
    const due = dueText(deadline.dueAt, now)
    return [{ text: `${due} 仍欠反馈的，提请转为橙单`, rule: 'I4a' }]
  }
  if (stage !== 'proposed' || !proposal || next?.kind === 'confirmBySilence') return []
  const text = `${momentText(proposal.confirmsAt, now)} 仍无人决定的，按规则自动转为橙单`
  return [{ text, rule: 'D3' }]
}

/** Every rule this slip has rested on so far or will next, in a sentence. */
function rules(reading: WhyReading): string[] {
  const { slip, history = [], next } = reading
  const cites: readonly RuleId[] = [
    ...history.map(({ rule }) => rule),
    ...(slip.deadline ? [slip.deadline.rule] : []),
    ...(next ? [ruleOfStep(next)] : []),
    ...consequences(reading).map(({ rule }) => rule),
    'D8',
  ]
  return [...new Set(cites)].toSorted().map((rule) => `${bold(named(rule))}　${RULE_TEXT[rule]}`)
}
