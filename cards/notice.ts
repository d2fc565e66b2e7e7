import type { OpenId } from '../src/domain/organisation.ts'
import type { Outcome, Verdict } from '../src/domain/slip.ts'
import type { Notice } from '../src/domain/view.ts'
import { fit, type Room } from './budget.ts'
import { dismissalOf } from './history.ts'
import {
  bold,
  button,
  type Card,
  fact,
  footnote,
  markdown,
  mentions,
  type Template,
} from './kit.ts'
import type { Reading } from './reading.ts'
import { slipHeading } from './state.ts'
import { dueText, momentText, timeLeft } from './when.ts'

const TOPIC: Record<Notice, string> = {
  supplement: '退回补正',
  failed: '整改不达标',
  dismissed: '不予转橙',
  passed: '审核通过',
  unserved: '没有送达',
  verdictLate: '审核超时',
}

const TEMPLATE: Partial<Record<Notice, Template>> = {
  passed: 'green',
  unserved: 'red',
  verdictLate: 'red',
}

/** A sentence or two to a group about something that happened to a slip. */
export function noticeCard(reading: Reading, about: Notice, mention: readonly OpenId[]): Card {
  const heading = slipHeading(reading, TOPIC[about])
  return fit((room) => ({
    ...heading,
    template: TEMPLATE[about] ?? reading.slip.content.colour,
    elements: [
      markdown([mentions(mention), ...SAYS[about](reading, room)].filter(Boolean).join('\n')),
      button('打开', { do: 'open', slip: reading.slip.id }, { size: 'small' }),
      footnote(`依据 ${RULE[about]}`),
    ],
  }))
}

const RULE: Record<Notice, string> = {
  supplement: 'D4',
  failed: 'D4',
  dismissed: 'D3',
  passed: 'D4',
  unserved: 'D2',
  verdictLate: 'D9',
}

const SAYS: Record<Notice, (reading: Reading, room: Room) => string[]> = {
  supplement: ({ slip, now, name }, room) => [
    '反馈退回补正，请补充材料后重新提交。',
    ...reason(latest(slip.verdicts, 'supplement'), name, room),
    slip.deadline
      ? `期限不变，仍是 ${bold(dueText(slip.deadline.dueAt, now))}，${timeLeft(slip.deadline.dueAt, now)}。`
      : '期限不变。',
  ],
  failed: ({ slip, now, name }, room) => [
    '审核结果：整改不达标。',
    ...reason(latest(slip.verdicts, 'fail'), name, room),
    failedNext(slip.content.colour, slip.deadline?.dueAt, now),
  ],
  dismissed: ({ slip, now, history = [] }, room) => {
    const dismissal = dismissalOf(history)
    return [
      '办公室主任决定不转橙单。',
      ...(dismissal ? [fact('理由', room.markdown(dismissal.reason))] : []),
      slip.deadline ? `新的整改期限是 ${bold(dueText(slip.deadline.dueAt, now))}。` : '',
    ]
  },
  passed: ({ slip, name }, room) => [
    '审核通过，本单已办结，辛苦了。',
    ...reason(latest(slip.verdicts, 'pass'), name, room),
  ],
  unserved: ({ unit, slip }, room) => [
    `没能送达 ${room.markdown(unit.name)} 工作群，送达前不计时。`,
    ...(slip.serviceFailure ? [fact('原因', failure(slip.serviceFailure, room))] : []),
    '请核对登记的群是否正确、机器人是否在群里。',
  ],
  verdictLate: ({ slip, now }) => [
    slip.verdictDueAt === undefined
      ? '审核期限已到，还没有审核结果。'
      : `审核结果应在 ${bold(momentText(slip.verdictDueAt, now))} 前给出，${timeLeft(slip.verdictDueAt, now)}。`,
    '请审核人尽快审核；不便审核的，请主任安排他人。',
  ],
}

/** An orange has no further colour to go to: it gets a new period. */
function failedNext(colour: 'blue' | 'orange', dueAt: number | undefined, now: number): string {
  if (colour === 'blue') return '已提请办公室主任决定是否转为橙单。'
  return dueAt === undefined
    ? '请重新整改并反馈。'
    : `整改期限重新起算，请在 ${bold(dueText(dueAt, now))} 前重新整改并反馈。`
}

const latest = (verdicts: readonly Verdict[], outcome: Outcome): Verdict | undefined =>
  verdicts.findLast((verdict) => verdict.outcome === outcome)

const reason = (verdict: Verdict | undefined, name: Reading['name'], room: Room): string[] =>
  verdict
    ? [
        fact('审核意见', room.markdown(verdict.reason)),
        fact('审核人', room.markdown(name(verdict.by))),
      ]
    : []

/** Feishu's refusals that somebody can do something about; the code stays, for the operator. */
const FAILURE: Record<number, string> = {
  0: '飞书没有及时确认收到',
  230002: '机器人不在这个群里',
  230018: '群设置不允许机器人发言',
  230022: '内容被飞书判为敏感信息',
  230028: '内容没有通过审查，可能含有电话号码或邮箱',
  230034: '登记的群号不对',
  230035: '机器人在这个群里被禁言',
  232009: '群已解散',
}

const failure = ({ code, reason: said }: { code: number; reason: string }, room: Room): string =>
  `${FAILURE[code] ?? room.markdown(said)}${code === 0 ? '' : `（错误码 ${code}）`}`
