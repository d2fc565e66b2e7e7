import { isLate } from '../src/domain/feedback.ts'
import type { OpenId } from '../src/domain/organisation.ts'
import type { PlannedReminder } from '../src/domain/reminder-plan.ts'
import { formatSerial } from '../src/domain/serial.ts'
import { fit, type Room } from './budget.ts'
import {
  bold,
  button,
  type Card,
  type Element,
  footnote,
  grey,
  markdown,
  mentions,
  row,
} from './kit.ts'
import type { Reading } from './reading.ts'
import { stateTag } from './state.ts'
import { dueText, timeLeft } from './when.ts'
import { place } from './wording.ts'

export interface ReminderItem {
  reading: Reading
  planned: PlannedReminder
}

const ROWS_MAX = 20

/** D11: what to do and till when. Several slips of one receiver share a card. */
export function reminderCard(items: readonly ReminderItem[], mention: readonly OpenId[]): Card {
  const [first] = items
  const pressing = items.some(({ reading }) => owes(reading) && isLate(reading.slip, reading.now))
  const only = items.length === 1 ? first?.reading : undefined
  const subject = only ? formatSerial(only.slip.serial) : `${items.length} 件`
  const title = `${pressing ? '逾期提醒' : '到期提醒'} ${subject}`
  return fit((room) => ({
    title,
    ...(only ? { subtitle: place(only.unit, only.slip.content.site) } : {}),
    template: pressing ? 'red' : (only?.slip.content.colour ?? 'blue'),
    ...(only ? { tag: stateTag(only.slip, only.now) } : {}),
    summary: title,
    elements: [
      ...(mention.length > 0 ? [markdown(mentions(mention))] : []),
      ...items.slice(0, ROWS_MAX).map((item) => line(item, only === undefined, room)),
      ...(items.length > ROWS_MAX
        ? [markdown(`还有 ${items.length - ROWS_MAX} 件，请看待办。`)]
        : []),
      footnote('依据 D11'),
    ],
  }))
}

/** Whether there is still something to remind of; a card may be redrawn after the answer came. */
const owes = ({ slip }: Reading): boolean =>
  slip.stage === 'rectifying' || slip.stage === 'proposed'

function line({ reading, planned }: ReminderItem, titled: boolean, room: Room): Element {
  const { slip, unit, now } = reading
  const serial = formatSerial(slip.serial)
  const heading = titled
    ? [`${bold(serial)} ${grey(room.markdown(place(unit, slip.content.site)))}`]
    : []
  const said = owes(reading)
    ? urge(reading, planned)
    : `${bold(stateTag(slip, now).text)}，这条提醒不用再处理。`
  return row(
    markdown([...heading, said].join('\n')),
    button('打开', { do: 'open', slip: slip.id }, { size: 'small' }),
  )
}

function urge({ slip, now }: Reading, planned: PlannedReminder): string {
  const { deadline } = slip
  if (!deadline) return ''
  const due = dueText(deadline.dueAt, now)
  if (!isLate(slip, now)) {
    const sign = slip.signedFor ? '' : '还没有签收。'
    return `${sign}${EARLY[planned.when]}请在 ${bold(due)} 前提交整改反馈，${timeLeft(deadline.dueAt, now)}。`
  }
  const answered = slip.feedback.at(-1)?.late ?? false
  const state = answered ? '已收到逾期反馈，待决定' : '仍未收到整改反馈'
  const next = slip.stage === 'proposed' ? '已提请转为橙单。' : '请责任单位尽快提交。'
  return `期限 ${bold(due)}，${timeLeft(deadline.dueAt, now)}，${state}。${next}`
}

const EARLY: Record<PlannedReminder['when'], string> = {
  share: '期限已过半，',
  lastHalfDay: '只剩最后半个工作日，',
  due: '',
  after: '',
}
