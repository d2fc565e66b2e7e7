import type { SlipEvent } from '../src/domain/events.ts'
import { type Element, grey, markdown } from './kit.ts'
import type { Room } from './budget.ts'
import type { Reading } from './reading.ts'
import { dayText, dueText, momentText, stampText } from './when.ts'
import { cited } from './rule-name.ts'
import {
  actorText,
  GROUND,
  LOOK_BACK,
  ordinals,
  OUTCOME,
  REQUEST,
  unitName,
  VISIT,
} from './wording.ts'

export type Names = Pick<Reading, 'name' | 'now' | 'orange' | 'units'>
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
  issued: ({ blue }) => (blue ? '按转橙决定签发' : '签发'),
  served: ({ deadline }, { now }) =>
    `送达${deadline ? `，期限 ${dueText(deadline.dueAt, now)}` : ''}`,
  serviceFailed: ({ code }) => `没有送达${code === 0 ? '' : `（错误码 ${code}）`}`,
  signedFor: () => '签收',
  feedbackSubmitted: ({ late, findings }) =>
    `提交反馈${findings ? `（第 ${ordinals(findings)} 项）` : ''}${late ? '，逾期' : ''}`,
  verdictGiven: ({ outcome, reason, round }, _, room) =>
    `审核第 ${round} 次反馈：${OUTCOME[outcome]}，${room.markdown(reason)}`,
  reminded: ({ index }) => `已提醒 ${index + 1} 次`,
  verdictUrged: () => '审核超时，已催办',
  breached: () => '期限届满，没有办结',
  orangeProposed: ({ ground }) => `提请转橙：${GROUND[ground]}`,
  orangeDismissed: ({ reason }, _, room) => `不予转橙，${room.markdown(reason)}`,
  deadlineSet: ({ deadline }, { now }) => `新的期限 ${dueText(deadline.dueAt, now)}`,
  deadlineReset: ({ reason }, _, room) => `另定整改期限，${room.markdown(reason)}`,
  escalated: ({ by }) => (by.kind === 'rule' ? '无人处理，按规则转为橙单' : '确认转为橙单'),
  closed: () => '办结',
  closingProposed: () => '审核通过，报办公室主任会签',
  extensionRequested: ({ reason, until }, { now }, room) =>
    `申请延期到 ${dayText(until, now)}，${room.markdown(reason)}`,
  extensionRuled: ({ granted, reason }, _, room) =>
    `${granted ? '同意' : '不同意'}延期，${room.markdown(reason)}`,
  returnRequested: ({ unit, reason }, { units }, room) =>
    `提出退单异议，认为应由 ${room.markdown(unitName(units, unit))} 承办，${room.markdown(reason)}`,
  returnRuled: ({ granted, reason }, _, room) =>
    `${granted ? '同意' : '不同意'}退单，${room.markdown(reason)}`,
  transferred: ({ unit }, { units }, room) =>
    `转办给 ${room.markdown(unitName(units, unit))}，重新送达后起算期限`,
  rulingUrged: ({ about }) => `${REQUEST[about]}审定超时，已催办`,
  interimReplied: ({ text }, _, room) => `中间答复：${room.markdown(text)}`,
  handedOver: ({ to }, { name }, room) => `转交 ${room.markdown(name(to))} 经办`,
  urged: () => '催办',
  corrected: ({ reason }, _, room) => `更正，${room.markdown(reason)}`,
  withdrawn: ({ reason }, _, room) => `撤销，编号保留，列为作废，${room.markdown(reason)}`,
  serviceRetried: () => '重新送达',
  lookBackPlanned: ({ lookBack }, { now }) =>
    `定于 ${momentText(lookBack.at, now)} 回头看（${VISIT[lookBack.because]}）`,
  lookBackDue: () => '回头看时间到',
  lookedBack: ({ finding, reason }, _, room) =>
    `回头看：${LOOK_BACK[finding]}，${room.markdown(reason)}`,
}
