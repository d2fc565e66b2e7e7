import { isLate } from '../src/domain/feedback.ts'
import { findingStates, owed, pendingRounds } from '../src/domain/findings.ts'
import type { OpenId, Role } from '../src/domain/organisation.ts'
import type { PlannedReminder } from '../src/domain/reminder-plan.ts'
import { formatSerial } from '../src/domain/serial.ts'
import type { Slip } from '../src/domain/slip.ts'
import { fit, type Room } from './budget.ts'
import {
  bold,
  button,
  type Card,
  type Element,
  fact,
  footnote,
  grey,
  markdown,
  mentions,
  row,
} from './kit.ts'
import { lapseText } from './lapse.ts'
import type { Reading } from './reading.ts'
import { gistOf } from './slip-row.ts'
import { stateTag, turn } from './state.ts'
import { dueText, timeLeft } from './when.ts'
import { ordinals, place } from './wording.ts'
import { basis } from './rule-name.ts'

export interface ReminderItem {
  reading: Reading
  planned: PlannedReminder
}

const ROWS_MAX = 20

/** D11: what to do and till when. Several slips of one receiver share a card. `to`: those of its receivers who sit in the room, where that is known. */
export function reminderCard(
  items: readonly ReminderItem[],
  mention: readonly OpenId[],
  to?: readonly Role[],
): Card {
  const [first] = items
  const pressing = items.some(({ reading }) => owes(reading) && isLate(reading.slip, reading.now))
  const only = items.length === 1 ? first?.reading : undefined
  const subject = only ? formatSerial(only.slip.serial) : `${items.length} 件`
  const title = `${pressing ? '逾期提醒' : '到期提醒'} ${subject}`
  return fit((room) => ({
    title,
    ...(only ? { subtitle: place(only.unit, only.slip.content.site) } : {}),
    template: items.some(({ reading }) => reading.slip.content.colour === 'orange')
      ? 'orange'
      : 'blue',
    ...(only ? { tag: stateTag(only.slip, only.now) } : {}),
    summary: title,
    elements: [
      ...(mention.length > 0 ? [markdown(mentions(mention))] : []),
      ...items
        .slice(0, ROWS_MAX)
        .map((item) => line(item, { titled: only === undefined, to }, room)),
      ...(items.length > ROWS_MAX
        ? [markdown(`还有 ${items.length - ROWS_MAX} 件，请看待办。`)]
        : []),
      footnote(basis('D11')),
    ],
  }))
}

/** Whether there is still something to remind of; a card may be redrawn after the answer came. */
const owes = ({ slip }: Reading): boolean =>
  slip.stage === 'rectifying' || slip.stage === 'proposed'

interface Setting {
  /** Whether each row says which slip it is about. */
  titled: boolean
  to: readonly Role[] | undefined
}

function line({ reading, planned }: ReminderItem, { titled, to }: Setting, room: Room): Element {
  const { slip, unit, now } = reading
  const serial = formatSerial(slip.serial)
  const heading = titled
    ? [`${bold(serial)} ${grey(room.markdown(place(unit, slip.content.site)))}`]
    : []
  const said = owes(reading)
    ? [
        `${urge(reading, planned)}${steps(reading, to ?? planned.to)}`,
        fact('现在轮到', room.markdown(turn(reading) ?? '')),
      ]
    : [`${bold(stateTag(slip, now).text)}，这条提醒不用再处理。`]
  const about = `${room.markdown(slip.content.subject)}：${room.markdown(gistOf(slip))}`
  return row(
    markdown([...heading, about, ...said].join('\n')),
    button('打开', { do: 'open', slip: slip.id }, { size: 'small' }),
  )
}

function urge({ slip, now }: Reading, planned: PlannedReminder): string {
  const { deadline } = slip
  if (!deadline) return ''
  const due = bold(dueText(deadline.dueAt, now))
  const left = timeLeft(deadline.dueAt, now)
  if (!isLate(slip, now)) {
    const sign = slip.signedFor ? '' : '还没有签收。'
    return `${sign}${EARLY[planned.when]}请在 ${due} 前${owedText(slip)}，${left}。`
  }
  const proposed = slip.stage === 'proposed' ? '已提请转为橙单。' : ''
  return `期限 ${due}，${left}，${lateText(slip)}。${proposed}`
}

/** What the unit is asked for, as far as it has come. */
function owedText(slip: Slip): string {
  const states = findingStates(slip)
  if (states.includes('returned')) return '按审核意见补正后重新提交反馈'
  if (states.includes('failed')) return '重新整改并提交反馈'
  const open = owed(slip)
  return open.length < states.length ? `反馈第 ${ordinals(open)} 项` : '提交整改反馈'
}

function lateText(slip: Slip): string {
  const late = slip.feedback.at(-1)?.late ?? false
  if (late && pendingRounds(slip).length > 0)
    return slip.stage === 'proposed' ? '已收到逾期反馈，待决定' : '已收到逾期反馈，待审核'
  return lapseText(slip)
}

/** What those who are called can do about it once it is late, each in their own place. */
function steps({ slip, now }: Reading, to: readonly Role[]): string {
  if (!isLate(slip, now)) return ''
  const unit = to.includes('contact') || to.includes('head')
  const pending = owed(slip).length === 0
  return [
    ...(unit && !pending ? ['请责任单位尽快提交。'] : []),
    ...(to.includes('director')
      ? [DIRECTOR[slip.stage === 'proposed' ? 'proposed' : 'overdue']]
      : []),
    ...(to.includes('leader') ? ['请领导知悉。'] : []),
  ].join('')
}

const DIRECTOR = {
  proposed: '主任可打开后确认转橙或不予转橙。',
  overdue: '主任可打开后另定期限。',
} as const

const EARLY: Record<PlannedReminder['when'], string> = {
  share: '期限已过半，',
  lastHalfDay: '只剩最后半个工作日，',
  due: '',
  after: '',
}
