import type { Deadline, WorkedDay } from '../src/domain/deadline.ts'
import type { Slip } from '../src/domain/slip.ts'
import type { Instant } from '../src/domain/time.ts'
import { basis } from './rule-name.ts'
import { bold, type Element, fact, footnote, grey, markdown, panel } from './kit.ts'
import { dayText, dueText, stampText, timeLeft } from './when.ts'

/** Whether the clock still says something: to the unit that owes, and while an orange is decided for want of an answer. */
export const isRunning = ({ stage, proposal }: Slip): boolean =>
  stage === 'rectifying' || (stage === 'proposed' && proposal?.ground === 'I4a')

/** 整改期限 with the time left; a card stands still, so the moment of reckoning stands beside it. */
export function deadlineLine(deadline: Deadline, now: Instant): Element {
  const due = bold(dueText(deadline.dueAt, now))
  const left = timeLeft(deadline.dueAt, now)
  const reckoned = grey(`（截至 ${stampText(now)}）`)
  return markdown(
    `${fact('整改期限', due)}\n${now < deadline.dueAt ? left : bold(left)} ${reckoned}`,
  )
}

/** 期限怎么算的. */
export function workingPanel(deadline: Deadline, now: Instant): Element {
  return panel('期限怎么算的', [
    ...working(deadline, now),
    footnote(`日历版本 ${deadline.calendar}`),
  ])
}

/** Every day with the part it plays, and what that rests on. */
export function working(deadline: Deadline, now: Instant): Element[] {
  const days = deadline.working.map((day) => `${dayText(day.day, now)}　${partOf(day, deadline)}`)
  const lines = [...days, ...(deadline.lawOnly ? [LAW_ONLY] : [])]
  return [markdown(lines.join('\n')), footnote(`${basis(deadline.rule)}：${BASIS[deadline.rule]}`)]
}

const LAW_ONLY = '年度放假通知还没有载入，这里只按法定节假日计算；期限定下后不再变动。'

const BASIS: Record<Deadline['rule'], string> = {
  D1: '送达当日不计，最后一日 24:00 届满，遇休息日顺延到下一个工作日。',
  D3: '办公室主任决定的新期限。',
  D6: '审核人同意的延期。',
}

function partOf(day: WorkedDay, deadline: Deadline): string {
  switch (day.role) {
    case 'start':
      return '送达日，不计'
    case 'counted':
      return `第 ${day.number ?? ''} 天${counted(day, deadline)}`
    case 'skipped':
      return `${rest(day)}，${isPastCount(day, deadline) ? '顺延' : '不计'}`
    case 'last':
      return `${bold('24:00 到期')}${last(day, deadline)}`
  }
}

/** A day off in the middle counts like any other; only at the end does it move the deadline. */
function counted(day: WorkedDay, deadline: Deadline): string {
  if (day.working) return day.reason === 'makeUp' ? `（${day.name ?? ''}调休上班）` : ''
  return isPastCount(day, deadline) ? `，${rest(day)}，顺延` : `（${rest(day)}，照算）`
}

function last(day: WorkedDay, deadline: Deadline): string {
  const makeUp = day.reason === 'makeUp' ? `（${day.name ?? ''}调休上班）` : ''
  if (deadline.rule !== 'D1') return makeUp
  return day.number === undefined ? `，顺延到这一天${makeUp}` : `，第 ${day.number} 天${makeUp}`
}

const rest = (day: WorkedDay): string =>
  day.reason === 'holiday' ? `${day.name ?? '节假日'}休息` : '周末休息'

/** Whether nothing is counted after a day. */
function isPastCount(day: WorkedDay, { working }: Deadline): boolean {
  return !working.some((other) => other.number !== undefined && other.day > day.day)
}
