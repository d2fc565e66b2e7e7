import { type Account, type Find, isSetRight } from '../src/domain/audit.ts'
import { formatSerial } from '../src/domain/serial.ts'
import { addDays, type Day, dayOf, type Instant } from '../src/domain/time.ts'
import { fit, type Room } from './budget.ts'
import {
  bold,
  type Card,
  type Element,
  fact,
  footnote,
  type Frame,
  grey,
  hr,
  markdown,
} from './kit.ts'
import { serviceFailureText } from './service-failure.ts'
import { dayText, momentText } from './when.ts'

export interface ReceiptReading {
  /** The last day the head covers. */
  day: Day
  /** When the audit ran. */
  at: Instant
  hash: string
  account: Account
  now: Instant
}

const FINDS_MAX = 10
const DIGEST_LENGTH = 12

/** 晨间回执: what was promised and what became of it. */
export function receiptCard({ day, at, hash, account, now }: ReceiptReading): Card {
  const { failures, found, finds } = account
  return fit((room) => {
    const shown = finds.slice(0, Math.min(FINDS_MAX, room.items))
    const hidden = found - shown.length
    const summary = promiseLine(account, at, now)
    return {
      title: '晨间回执',
      subtitle: momentText(at, now),
      summary: found > 0 ? `发现 ${found} 处不对` : summary,
      ...standingOf(account),
      elements: [
        markdown([summary, openLine(account), recordLine(account)].join('\n')),
        ...failures.map((failure) =>
          markdown(fact('失败原因', `${serviceFailureText(failure, room)} ${failure.count} 条`)),
        ),
        ...(shown.length > 0 ? [hr, ...findLines(shown, hidden, room)] : []),
        footnote(`日摘要 ${hash.slice(0, DIGEST_LENGTH)}，截至${dayText(day, now)}`),
      ],
    }
  })
}

function standingOf({ finds, promises }: Account): Standing {
  if (finds.some((find) => !isSetRight(find))) return STANDING.broken
  if (finds.length > 0) return STANDING.setRight
  return promises.failed > 0 ? STANDING.undelivered : STANDING.well
}

type Standing = Pick<Frame, 'template' | 'tag'>

const STANDING = {
  broken: { template: 'red', tag: { text: '要看一眼', colour: 'red' } },
  setRight: { template: 'orange', tag: { text: '已自动改正', colour: 'orange' } },
  undelivered: { template: 'orange', tag: { text: '有没送到的', colour: 'orange' } },
  well: { template: 'green', tag: { text: '一切正常', colour: 'green' } },
} satisfies Record<string, Standing>

/** 昨日承诺 12 条：按时 11、迟到 1、失败 0 */
function promiseLine({ since, promises }: Account, at: Instant, now: Instant): string {
  const { kept, late, failed, waiting } = promises
  const yesterday = dayOf(since) >= addDays(dayOf(at), -1)
  const from = yesterday ? '昨日' : `${dayText(dayOf(since), now)}以来`
  const pending = waiting > 0 ? `、正在发 ${waiting}` : ''
  const total = kept + late + failed + waiting
  return `${from}承诺 ${bold(String(total))} 条：按时 ${kept}、迟到 ${late}、失败 ${failed}${pending}`
}

function openLine({ open, finds }: Account): string {
  const wrong = new Set(finds.flatMap((find) => (isAboutStep(find) ? [find.slip] : []))).size
  if (open === 0 && wrong === 0) return '没有在办的单'
  const steps = wrong === 0 ? '都有下一步' : `${wrong} 件的下一步不对`
  return `在办 ${bold(String(open))} 件，${steps}`
}

const isAboutStep = (find: Find): find is Extract<Find, { slip: string }> =>
  'slip' in find && find.kind !== 'brokenChain' && find.kind !== 'driftedState'

function recordLine({ records, finds }: Account): string {
  const broken = finds.some(({ kind }) => kind === 'brokenChain' || kind === 'driftedState')
  return broken ? bold('记录链对不上，见下') : `记录链完整（核对了 ${records} 张单）`
}

function findLines(shown: readonly Find[], hidden: number, room: Room): Element[] {
  const lines = shown.map((find) => `${whose(find)}：${SAYS[find.kind](find, room)}`)
  const more = hidden > 0 ? [grey(`还有 ${hidden} 处，见日志。`)] : []
  const rest = shown.every(isSetRight) ? '都已自动改正，不用处理。' : '没有自动改正的，请运维处理。'
  return [markdown([...lines, ...more, rest].join('\n'))]
}

const whose = (find: Find): string =>
  'slip' in find ? formatSerial(find.serial) : `${QUEUE[find.kind]}第 ${find.row} 条`

const QUEUE = {
  stuckMessage: '待发',
  silentFailure: '已发',
  stuckArrival: '收件',
  failedArrival: '收件',
}

const SAYS: Record<Find['kind'], (find: Find, room: Room) => string> = {
  missingStep: () => '没有下一步，已重新排上',
  wrongStep: () => '下一步排错了，已改正',
  strayStep: () => '不该有下一步，已取消',
  wrongDesk: () => '在办人登记错了，已改正',
  stuckStep: (find, room) => `下一步到时没有执行${because(find, room)}`,
  brokenChain: (find) => `记录链从第 ${'seq' in find ? find.seq : 1} 条起对不上，记录可能被改动过`,
  driftedState: () => '现状与记录推算的不一致',
  stuckMessage: (find, room) => `过了时间没有发出${because(find, room)}`,
  silentFailure: () => '没有发成，原因不明',
  stuckArrival: (find, room) => `收到后没有处理${because(find, room)}`,
  failedArrival: (find, room) => `没有处理成${because(find, room)}`,
}

const because = (find: Find, room: Room): string =>
  'reason' in find && find.reason !== '' ? `（${room.markdown(find.reason)}）` : ''
