import { refusalText } from '../../cards/refusal.ts'
import { dueStamp, stampText } from '../../cards/when.ts'
import { unitName } from '../../cards/wording.ts'
import type { Order } from '../domain/commands.ts'
import type { Unit } from '../domain/organisation.ts'
import { formatSerial } from '../domain/serial.ts'
import type { Slip, Stage } from '../domain/slip.ts'
import type { Day, Instant } from '../domain/time.ts'
import type { Outcome } from '../domain/what-if.ts'
import { textTable } from './text-table.ts'

/** One slip with both its lives; without `would` it would never have been. */
export interface Compared {
  slip: Slip
  was: Outcome
  would: Outcome | undefined
}

interface Asked {
  version: string
  since: Day
  until: Instant
  units: readonly Unit[]
}

const STAGE: Record<Stage, string> = {
  unserved: '未送达',
  rectifying: '整改中',
  reviewing: '待审核',
  proposed: '待定橙单',
  countersigning: '待会签',
  lookingBack: '待回头看',
  escalated: '已转橙单',
  closed: '已办结',
  voided: '已撤销',
}

const ACT: Record<Order['type'], string> = {
  issue: '签发',
  recordService: '送达',
  recordServiceFailure: '送达失败',
  retryService: '重新送达',
  signFor: '签收',
  submitFeedback: '提交反馈',
  replyInterim: '阶段回复',
  requestExtension: '申请延期',
  ruleExtension: '裁定延期',
  requestReturn: '申请退单',
  ruleReturn: '裁定退单',
  handOver: '转交',
  urge: '催办',
  correct: '更正',
  withdraw: '撤销',
  countersign: '会签',
  lookBack: '回头看',
  judge: '审核',
  confirmOrange: '确认橙单',
  dismissOrange: '不予转橙',
  resetDeadline: '重定期限',
  runStep: '到期办理',
}

/** What would differ, from the whole down to the single slip. */
export function reportOn(compared: readonly Compared[], asked: Asked): string[] {
  const differing = compared.filter((one) => differenceOf(one).length > 0)
  const quiet = compared.filter((one) => !differing.includes(one) && movedOnly(one)).length
  const head = `假如 ${asked.since} 以来签发的 ${compared.length} 张落实单都依规则 ${asked.version}（同样的人在同样的时刻做同样的事，截至 ${stampText(asked.until)}）：`
  if (differing.length + quiet === 0) return [head, '', '没有任何不同']
  return [
    head,
    '',
    ...textTable([['', '原来', '会是', '相差'], ...totals(compared)]),
    ...section(byUnit(compared, asked.units)),
    ...section(slipRows(differing, asked.units)),
    ...(quiet > 0 ? ['', `另有 ${quiet} 张只是期限或提醒次数不同，结果一样`] : []),
    ...section(refusedRows(differing)),
  ]
}

const section = (rows: readonly (readonly string[])[]): string[] =>
  rows.length > 1 ? ['', ...textTable(rows)] : []

/** What is counted: of a slip whose life went this way. */
type Count = (slip: Slip, outcome: Outcome | undefined) => number

/** An orange is counted where it was decided: on the blue that turned into it, else on itself. */
const oranges =
  (counted: ReadonlySet<string>): Count =>
  (slip, outcome) => {
    if (slip.blue && counted.has(slip.blue.id)) return 0
    return outcome?.colour === 'orange' ? 1 : 0
  }
const breaches: Count = (_, outcome) => (outcome?.breachedAt === undefined ? 0 : 1)
const reminders: Count = (_, outcome) => outcome?.reminders ?? 0

function countsFor(compared: readonly Compared[]): [label: string, count: Count][] {
  const known = new Set(compared.map(({ slip }) => slip.id))
  return [
    ['橙单', oranges(known)],
    ['逾期', breaches],
    ['提醒', reminders],
  ]
}

/** 原来, 会是. */
const sums = (compared: readonly Compared[], count: Count): [number, number] => [
  compared.reduce((sum, { slip, was }) => sum + count(slip, was), 0),
  compared.reduce((sum, { slip, would }) => sum + count(slip, would), 0),
]

const totals = (compared: readonly Compared[]): string[][] =>
  countsFor(compared).map(([label, count]) => {
    const [was, would] = sums(compared, count)
    return [label, String(was), String(would), more(would - was)]
  })

const more = (difference: number): string =>
  difference === 0 ? '不变' : `${difference > 0 ? '多' : '少'} ${Math.abs(difference)}`

/** Units for which something counted would differ. */
function byUnit(compared: readonly Compared[], units: readonly Unit[]): string[][] {
  const counts = countsFor(compared)
  const rows = [...Map.groupBy(compared, ({ slip }) => slip.content.unit)].flatMap(
    ([code, own]) => {
      const pairs = counts.map(([, count]) => sums(own, count))
      const cells = pairs.map(([was, would]) => (was === would ? `${was}` : `${was} → ${would}`))
      return pairs.every(([was, would]) => was === would) ? [] : [[unitName(units, code), ...cells]]
    },
  )
  return [['责任单位', ...counts.map(([label]) => label)], ...rows]
}

const slipRows = (differing: readonly Compared[], units: readonly Unit[]): string[][] => [
  ['落实单', '责任单位', '会有的不同'],
  ...differing.map((one) => [
    formatSerial(one.slip.serial),
    unitName(units, one.slip.content.unit),
    [...differenceOf(one), ...deadlineOf(one)].join('；'),
  ]),
]

/** In what the outcome differs, in words; empty when it does not. */
function differenceOf({ was, would }: Compared): string[] {
  if (!would) return ['不会产生：原蓝单不会转橙']
  return [
    ...changed(STAGE[was.stage], STAGE[would.stage]),
    ...changed(breachText(was), breachText(would)),
    ...(would.refusedActs.length > 0 ? [`${would.refusedActs.length} 次操作会被拒绝`] : []),
  ]
}

const breachText = ({ breachedAt }: Outcome): string =>
  breachedAt === undefined ? '未逾期' : '逾期'

const deadlineOf = ({ was, would }: Compared): string[] =>
  would ? changed(dueText(was), dueText(would)).map((text) => `期限 ${text}`) : []

const dueText = ({ deadline }: Outcome): string =>
  deadline === undefined ? '无' : dueStamp(deadline)

const changed = (was: string, would: string): string[] =>
  was === would ? [] : [`${was} → ${would}`]

const movedOnly = ({ was, would }: Compared): boolean =>
  was.deadline !== would?.deadline || was.reminders !== would?.reminders

function refusedRows(differing: readonly Compared[]): string[][] {
  const rows = differing.flatMap(({ slip, would }) =>
    (would?.refusedActs ?? []).map(({ at, act, refusal }) => [
      formatSerial(slip.serial),
      stampText(at),
      ACT[act],
      refusalText(refusal),
    ]),
  )
  return [['会被拒绝的操作', '时间', '操作', '理由'], ...rows]
}
