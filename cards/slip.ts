import { isLate } from '../src/domain/feedback.ts'
import type { OpenId } from '../src/domain/organisation.ts'
import { formatSerial } from '../src/domain/serial.ts'
import type { Slip } from '../src/domain/slip.ts'
import type { Instant } from '../src/domain/time.ts'
import { blueHistoryPanel } from './blue-history.ts'
import { fit, type Room } from './budget.ts'
import { deadlineLine, workingPanel } from './deadline-working.ts'
import { findingCount, findingList, slipFacts } from './facts.ts'
import { escape } from './escape.ts'
import { feedbackForm } from './feedback-form.ts'
import { bold, button, type Card, type Element, fact, hr, markdown, mentions } from './kit.ts'
import { isOfUnit, type Moves, movesOf } from './moves.ts'
import { orangeAsk, orangeChoice } from './orange-choice.ts'
import type { Reading } from './reading.ts'
import { rounds, verdictOf } from './rounds.ts'
import { slipHeading, turn } from './state.ts'
import { verdictAsk, verdictForm } from './verdict-form.ts'
import { dueText, momentText, stampText } from './when.ts'
import { GROUND } from './wording.ts'

/** 督查落实单: what is asked, until when, what was answered, and what may be done now. */
export function slipCard(reading: Reading, mention: readonly OpenId[]): Card {
  const { slip } = reading
  const moves = movesOf(slip, reading.reader)
  return fit((room) => ({
    ...heading(reading),
    elements: [
      markdown([mentions(mention), opening(reading, moves)].filter(Boolean).join('\n')),
      ...deadline(reading),
      hr,
      slipFacts(reading, room),
      ...(slip.blue ? [blueHistoryPanel(slip.blue, reading, room)] : []),
      findingList(slip.content.findings, room),
      ...rounds(slip, reading, room),
      ...standing(reading, room),
      ...controls(reading, moves, room),
    ],
  }))
}

function controls(reading: Reading, moves: Moves, room: Room): Element[] {
  const { slip, now } = reading
  const sign = button('签收', { do: 'signFor', slip: slip.id }, { type: 'primary_filled' })
  return [
    ...(moves.sign ? [sign] : []),
    ...(moves.answer ? [hr, feedbackForm(slip, now, room)] : []),
    ...(moves.judge ? [hr, verdictForm(reading, slip.feedback.length)] : []),
    ...(moves.decide ? orangeChoice(slip) : []),
  ]
}

/** The unit's duty to the unit, the office's to the office; to others only how things stand. */
function opening(reading: Reading, moves: Moves): string {
  const { slip, reader } = reading
  if (moves.judge) return verdictAsk(reading)
  if (moves.decide) return orangeAsk(reading)
  return reader && !isOfUnit(slip, reader) ? onlooking(reading) : duty(reading)
}

function onlooking(reading: Reading): string {
  const next = turn(reading)
  if (next) return `正在等：${escape(next)}。`
  return reading.slip.stage === 'closed' ? '审核通过，本单已办结。' : `${turnedOrange(reading)}。`
}

const turnedOrange = ({ orange }: Reading): string =>
  `本单已转为橙单${orange ? ` ${formatSerial(orange)}` : ''}`

/** In the group the first sight of it is its service; the record of that follows within a second. */
function heading(reading: Reading) {
  const usual = slipHeading(reading)
  if (reading.slip.stage !== 'unserved' || reading.reader) return usual
  const { content } = reading.slip
  const summary = `${usual.title} ${reading.unit.name} ${findingCount(content)}`
  return { ...usual, tag: { text: '新下达', colour: content.colour }, summary }
}

function deadline({ slip, now }: Reading): Element[] {
  if (!slip.deadline) return []
  const running = slip.stage === 'rectifying' || (slip.stage === 'proposed' && isLate(slip, now))
  const line = running
    ? deadlineLine(slip.deadline, now)
    : markdown(fact('整改期限', dueText(slip.deadline.dueAt, now)))
  return [line, workingPanel(slip.deadline, now)]
}

/** What the unit must do now, in one sentence. */
function duty(reading: Reading): string {
  const { slip, now } = reading
  switch (slip.stage) {
    case 'unserved':
      return `这里有 ${findingCount(slip.content)}。送达登记后开始计时，期限和签收按钮随后显示在这里。`
    case 'rectifying':
      return rectifyingDuty(slip, now)
    case 'reviewing':
      return reviewingDuty(slip)
    case 'proposed':
      return `${slip.proposal ? GROUND[slip.proposal.ground] : ''}，已提请办公室主任决定是否转为橙单。现在仍可补交情况说明和整改结果。`
    case 'escalated':
      return `${turnedOrange(reading)}，请按橙单办理。`
    case 'closed':
      return '审核通过，本单已办结，辛苦了。'
  }
}

const reviewingDuty = ({ verdictDueAt }: Slip): string => {
  const by = verdictDueAt === undefined ? '' : `在 ${stampText(verdictDueAt)} 前`
  return `反馈已收到，等审核人${by}给出审核结果，现在不用再做什么。`
}

function rectifyingDuty(slip: Slip, now: Instant): string {
  const latest = verdictOf(slip.verdicts, slip.feedback.length)
  const work =
    slip.content.colour === 'orange'
      ? '开会分析原因、制定应对方案，在期限前办结并提交反馈'
      : '查找原因、落实整改，在期限前提交反馈'
  if (isLate(slip, now)) return '期限已过，请尽快提交整改结果，并说明逾期情况。'
  if (latest?.outcome === 'supplement')
    return '反馈被退回补正，期限不变，请按审核意见补充后重新提交。'
  if (latest?.outcome === 'fail')
    return '整改不达标，期限已重新起算，请按审核意见重新整改并提交反馈。'
  return slip.signedFor
    ? `请${work}。`
    : `收到 ${findingCount(slip.content)}。请先签收，再${work}。`
}

/** Served, signed for, and whose move it is. */
function standing(reading: Reading, room: Room): Element[] {
  const { slip, name, now } = reading
  const { served, signedFor } = slip
  if (!served) return []
  const next = turn(reading)
  const lines = [
    fact('送达', momentText(served.at, now)),
    ...(signedFor
      ? [fact('签收', `${room.markdown(name(signedFor.by))}　${momentText(signedFor.at, now)}`)]
      : []),
    ...(next ? [fact('现在轮到', bold(room.markdown(next)))] : []),
  ]
  return [markdown(lines.join('\n'))]
}
