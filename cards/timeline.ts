import type { SlipEvent } from '../src/domain/events.ts'
import { type Element, grey, markdown } from './kit.ts'
import type { Room } from './budget.ts'
import type { Reading } from './reading.ts'
import { dueText, stampText } from './when.ts'
import { actorText, cited, GROUND, OUTCOME } from './wording.ts'

type Names = Pick<Reading, 'name' | 'now' | 'orange'>
type Of<T extends SlipEvent['type']> = Extract<SlipEvent, { type: T }>
type Tells = { [T in SlipEvent['type']]: (event: Of<T>, names: Names, room: Room) => string }

/** The record grows; the card does not. */
const LINES_MAX = 40

/** The record of a slip as sentences, oldest first: every fact with its moment, its author and its rule. */
export function timeline(history: readonly SlipEvent[], names: Names, room: Room): Element {
  const told = withoutReminders(history)
  const hidden = Math.max(0, told.length - LINES_MAX)
  const lines = told.slice(hidden).map((event) => line(event, names, room))
  const older = hidden > 0 ? [grey(`更早的 ${hidden} 条在记录里`)] : []
  return markdown([...older, ...lines].join('\n'))
}

function line(event: SlipEvent, names: Names, room: Room): string {
  const tell = TELLS[event.type] as (event: SlipEvent, names: Names, room: Room) => string
  const who = event.by.kind === 'person' ? `${room.markdown(actorText(event.by, names.name))} ` : ''
  return `${grey(stampText(event.at))}　${who}${tell(event, names, room)}${grey(cited(event.rule))}`
}

/** Reminders are counted by the last of them. */
function withoutReminders(history: readonly SlipEvent[]): readonly SlipEvent[] {
  return history.filter(
    (event, i) =>
      event.type !== 'reminded' ||
      !history.slice(i + 1).some((later) => later.type === 'reminded' && later.index > event.index),
  )
}

const TELLS: Tells = {
  issued: () => '签发',
  served: ({ messageId, deadline }, { now }, room) =>
    `送达，期限 ${dueText(deadline.dueAt, now)}，送达凭证 ${room.markdown(messageId)}`,
  serviceFailed: ({ code }) => `没有送达${code === 0 ? '' : `（错误码 ${code}）`}`,
  signedFor: () => '签收',
  feedbackSubmitted: ({ late }) => `提交反馈${late ? '，逾期' : ''}`,
  verdictGiven: ({ outcome, reason, round }, _, room) =>
    `审核第 ${round} 次反馈：${OUTCOME[outcome]}，${room.markdown(reason)}`,
  reminded: ({ index }) => `已提醒 ${index + 1} 次`,
  verdictUrged: () => '审核超时，已催办',
  breached: () => '期限届满，没有收到反馈',
  orangeProposed: ({ ground }) => `提请转橙：${GROUND[ground]}`,
  orangeDismissed: ({ reason }, _, room) => `不予转橙，${room.markdown(reason)}`,
  deadlineSet: ({ deadline }, { now }) => `新的期限 ${dueText(deadline.dueAt, now)}`,
  escalated: ({ by }) => (by.kind === 'rule' ? '无人处理，按规则转为橙单' : '确认转为橙单'),
  closed: () => '办结',
}
