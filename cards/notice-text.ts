import { coveredBy, owed } from '../src/domain/findings.ts'
import type { Colour, Outcome, Ruling, Slip, Verdict } from '../src/domain/slip.ts'
import type { Notice } from '../src/domain/view.ts'
import type { Room } from './budget.ts'
import { dismissalOf, resetOf } from './history.ts'
import { bold, fact } from './kit.ts'
import { proposalWaits } from './office-time.ts'
import type { Reading } from './reading.ts'
import { requestOf, requestsOpen, wishText } from './requests.ts'
import { serviceFailureText } from './service-failure.ts'
import { dueText, momentText, timeLeft } from './when.ts'
import { LOOK_BACK, ordinals, REQUEST, unitName } from './wording.ts'

/** What a notice says, a line each. */
export const noticeText = (reading: Reading, about: Notice, room: Room): string[] =>
  SAYS[about](reading, room)

type Says = (reading: Reading, room: Room) => string[]

const SAYS: Record<Notice, Says> = {
  supplement: (reading, room) => [
    '反馈退回补正，请补充材料后重新提交。',
    ...verdictLines(latest(reading.slip.verdicts, 'supplement'), reading, room),
    unchanged(reading),
  ],
  failed: (reading, room) => [
    '审核结果：整改不达标。',
    ...verdictLines(latest(reading.slip.verdicts, 'fail'), reading, room),
    failedNext(reading.slip.content.colour, reading),
  ],
  dismissed: ({ slip, now, history = [] }, room) => {
    const dismissal = dismissalOf(history)
    const due = slip.stage === 'closed' ? undefined : slip.deadline?.dueAt
    return [
      '办公室主任决定不转橙单。',
      ...(dismissal ? [fact('理由', room.markdown(dismissal.reason))] : []),
      due === undefined ? '本单仍为办结。' : `新的整改期限是 ${bold(dueText(due, now))}。`,
    ]
  },
  deadlineReset: (reading, room) => {
    const reset = resetOf(reading.history ?? [])
    return [
      '办公室主任另定了整改期限，请抓紧办结。',
      ...(reset ? [fact('理由', room.markdown(reset.reason))] : []),
      dueLine('新的整改期限是', reading),
    ]
  },
  passed: (reading, room) => [
    reading.slip.stage === 'countersigning'
      ? '审核通过，已报办公室主任会签，会签后办结。'
      : '审核通过，本单已办结，辛苦了。',
    ...verdictLines(latest(reading.slip.verdicts, 'pass'), reading, room),
  ],
  partlyPassed: (reading, room) => {
    const { slip } = reading
    const verdict = latest(slip.verdicts, 'pass')
    return [
      `${passedPlaces(slip, verdict)}审核通过。`,
      ...verdictLines(verdict, reading, room),
      stillOwed(reading),
    ]
  },
  unserved: ({ unit, slip }, room) => [
    `没能送达 ${room.markdown(unit.name)} 工作群，送达前不计时。`,
    ...(slip.serviceFailure ? [fact('原因', serviceFailureText(slip.serviceFailure, room))] : []),
    '请核对登记的群是否正确、机器人是否在群里，再到“更多办理”里重新送达。',
  ],
  verdictLate: ({ slip, now }) => [
    slip.verdictDueAt === undefined
      ? '审核期限已到，还没有审核结果。'
      : `审核结果应在 ${bold(momentText(slip.verdictDueAt, now))} 前给出，${timeLeft(slip.verdictDueAt, now)}。`,
    '请审核人尽快审核；不便审核的，请主任安排他人。',
  ],
  rulingLate: ({ slip, now }) => [
    ...requestsOpen(slip).map((about) => {
      const due = requestOf(slip, about)?.rulingDueAt ?? now
      return `${REQUEST[about]}应在 ${bold(momentText(due, now))} 前审定，${timeLeft(due, now)}。`
    }),
    '请审核人尽快审定；不便审定的，请主任办理。',
  ],
  extensionGranted: (reading, room) => [
    '延期申请已同意。',
    ...rulingLines(reading.slip.extension?.ruling, reading, room),
    dueLine('新的整改期限是', reading),
  ],
  extensionDenied: (reading, room) => [
    '延期申请没有同意。',
    ...rulingLines(reading.slip.extension?.ruling, reading, room),
    unchanged(reading),
  ],
  returnGranted: (reading, room) => {
    const { slip, units } = reading
    const to = slip.returned?.unit ?? slip.content.unit
    return [
      `退单异议已同意，本单转办给 ${room.markdown(unitName(units, to))}，这里不用再办。`,
      ...rulingLines(slip.returned?.ruling, reading, room),
    ]
  },
  returnDenied: (reading, room) => [
    `退单异议没有同意（${wishText(reading, 'return', room)}），请继续办理。`,
    ...rulingLines(reading.slip.returned?.ruling, reading, room),
    unchanged(reading),
  ],
  handedOver: ({ slip, name, now }, room) => [
    `${bold(room.markdown(slip.handler ? name(slip.handler) : ''))}，本单已转交给你经办，本单位其他人仍可办理。`,
    slip.deadline ? `期限 ${bold(dueText(slip.deadline.dueAt, now))}。` : '',
  ],
  urged: ({ slip, now }) => [
    '办公室催办：请尽快整改并提交反馈。',
    slip.deadline
      ? `期限 ${bold(dueText(slip.deadline.dueAt, now))}，${timeLeft(slip.deadline.dueAt, now)}。`
      : '',
  ],
  corrected: ({ slip, name }, room) => {
    const latestOne = slip.corrections.at(-1)
    return [
      '本单内容有更正，请以更新后的卡片为准，期限不变。',
      ...(latestOne
        ? [
            fact('更正原因', room.markdown(latestOne.reason)),
            fact('更正人', room.markdown(name(latestOne.by))),
          ]
        : []),
    ]
  },
  withdrawn: ({ slip, name }, room) => [
    '本单已撤销，编号保留，列为作废，不用再办。',
    ...(slip.withdrawn
      ? [
          fact('理由', room.markdown(slip.withdrawn.reason)),
          fact('撤销人', room.markdown(name(slip.withdrawn.by))),
        ]
      : []),
  ],
  lookedBack: (reading, room) => {
    const found = reading.slip.lookedBack.at(-1)
    if (!found) return ['回头看已完成。']
    return [
      `回头看结果：${bold(LOOK_BACK[found.finding])}。`,
      fact('情况', room.markdown(found.reason)),
      fact('督查员', room.markdown(reading.name(found.by))),
      visitedNext(reading),
    ]
  },
}

const PROPOSED = '已提请办公室主任决定是否转为橙单。'

/** An orange has no further colour to go to: it gets a new period. */
function failedNext(colour: Colour, reading: Reading): string {
  const { slip, now } = reading
  if (colour === 'blue') return PROPOSED + proposalWaits(reading)
  return slip.deadline === undefined
    ? '请重新整改并反馈。'
    : `整改期限重新起算，请在 ${bold(dueText(slip.deadline.dueAt, now))} 前重新整改并反馈。`
}

function visitedNext(reading: Reading): string {
  const { slip, now } = reading
  if (slip.lookedBack.at(-1)?.finding === 'relapsed') return PROPOSED + proposalWaits(reading)
  return slip.lookBack
    ? `请尽快巩固，${bold(momentText(slip.lookBack.at, now))} 再督查一次。`
    : '请尽快巩固。'
}

const unchanged = (reading: Reading): string =>
  reading.slip.deadline ? dueLine('期限不变，仍是', reading) : '期限不变。'

const dueLine = (words: string, { slip, now }: Reading): string =>
  slip.deadline
    ? `${words} ${bold(dueText(slip.deadline.dueAt, now))}，${timeLeft(slip.deadline.dueAt, now)}。`
    : ''

function passedPlaces(slip: Slip, verdict: Verdict | undefined): string {
  const answer = verdict && slip.feedback[verdict.round - 1]
  return answer ? `第 ${ordinals(coveredBy(slip, answer))} 项` : '部分督办事项'
}

function stillOwed({ slip, now }: Reading): string {
  const open = owed(slip)
  if (open.length === 0) return '其余各项等审核结果。'
  const due = slip.deadline ? `在 ${bold(dueText(slip.deadline.dueAt, now))} 前` : ''
  return `还要${due}反馈第 ${ordinals(open)} 项。`
}

const latest = (verdicts: readonly Verdict[], outcome: Outcome): Verdict | undefined =>
  verdicts.findLast((verdict) => verdict.outcome === outcome)

const verdictLines = (verdict: Verdict | undefined, { name }: Reading, room: Room): string[] =>
  verdict
    ? [
        fact('审核意见', room.markdown(verdict.reason)),
        fact('审核人', room.markdown(name(verdict.by))),
      ]
    : []

const rulingLines = (ruling: Ruling | undefined, { name }: Reading, room: Room): string[] =>
  ruling
    ? [
        fact('审定意见', room.markdown(ruling.reason)),
        fact('审定人', room.markdown(name(ruling.by))),
      ]
    : []
