import { isLate } from '../src/domain/feedback.ts'
import { findingStates, owed } from '../src/domain/findings.ts'
import { formatSerial } from '../src/domain/serial.ts'
import type { Slip } from '../src/domain/slip.ts'
import type { Instant } from '../src/domain/time.ts'
import { escape } from './escape.ts'
import { findingCount } from './facts.ts'
import { groundText } from './lapse.ts'
import type { Reading } from './reading.ts'
import { turn } from './state.ts'
import { momentText, stampText } from './when.ts'
import { ordinals } from './wording.ts'

/** How things stand, for somebody whose duty it is not. */
export function onlooking(reading: Reading): string {
  const next = turn(reading)
  if (next) return `正在等：${escape(next)}。`
  const { stage } = reading.slip
  if (stage === 'voided') return voided(reading)
  return stage === 'closed' ? '审核通过，本单已办结。' : `${turnedOrange(reading)}。`
}

/** What the unit must do now, in one sentence. */
export function duty(reading: Reading): string {
  const { slip, now } = reading
  switch (slip.stage) {
    case 'unserved':
      return `这里有 ${findingCount(slip.content)}。送达登记后开始计时，期限和签收按钮随后显示在这里。`
    case 'rectifying':
      return rectifyingDuty(slip, now)
    case 'reviewing':
      return reviewingDuty(slip, now)
    case 'proposed':
      return proposedDuty(slip)
    case 'countersigning':
      return '审核已通过，等办公室主任会签后办结，现在不用再做什么。'
    case 'lookingBack':
      return '本单已办结，督查员正在回头看，请保持整改成果。'
    case 'escalated':
      return `${turnedOrange(reading)}，请按橙单办理。`
    case 'closed':
      return closedDuty(slip)
    case 'voided':
      return voided(reading)
  }
}

const turnedOrange = ({ orange }: Reading): string =>
  `本单已转为橙单${orange ? ` ${formatSerial(orange)}` : ''}`

function voided({ slip, name, now }: Reading): string {
  const { withdrawn } = slip
  if (!withdrawn) return '本单已撤销，编号保留，列为作废。'
  const who = `${escape(name(withdrawn.by))} 于 ${momentText(withdrawn.at, now)}`
  return `本单已由 ${who} 撤销，编号保留，列为作废，不用再办。`
}

const reviewingDuty = ({ verdictDueAt }: Slip, now: Instant): string => {
  if (verdictDueAt !== undefined && now >= verdictDueAt)
    return `反馈已收到，审核已超时（应在 ${stampText(verdictDueAt)} 前给出结果），现在不用再做什么。`
  const by = verdictDueAt === undefined ? '' : `在 ${stampText(verdictDueAt)} 前`
  return `反馈已收到，等审核人${by}给出审核结果，现在不用再做什么。`
}

function proposedDuty(slip: Slip): string {
  const { proposal } = slip
  const ground = proposal ? groundText(slip, proposal) : ''
  const still = proposal?.ground === 'I7' ? '' : '现在仍可补交情况说明和整改结果。'
  return `${ground}，已提请办公室主任决定是否转为橙单。${still}`
}

const closedDuty = ({ lookedBack }: Slip): string =>
  lookedBack.at(-1)?.finding === 'partly'
    ? '回头看发现部分反弹，请尽快巩固，将再督查一次。'
    : '审核通过，本单已办结，辛苦了。'

function rectifyingDuty(slip: Slip, now: Instant): string {
  const work =
    slip.content.colour === 'orange'
      ? '开会分析原因、制定应对方案，在期限前办结并提交反馈'
      : '查找原因、落实整改，在期限前提交反馈'
  const left = remaining(slip)
  if (isLate(slip, now)) return `期限已过，请尽快提交整改结果，并说明逾期情况。${left}`
  const states = findingStates(slip)
  if (states.includes('returned'))
    return `反馈被退回补正，${moved(slip) ?? '期限不变'}，请按审核意见补充后重新提交。${left}`
  if (states.includes('failed'))
    return `整改不达标，${moved(slip) ?? '期限已重新起算'}，请按审核意见重新整改并提交反馈。${left}`
  if (left) return `请${work}。${left}`
  return slip.signedFor
    ? `请${work}。`
    : `收到 ${findingCount(slip.content)}。请先签收，再${work}。`
}

/** A deadline that rests on a decision is not the one that was first given. */
function moved({ deadline }: Slip): string | undefined {
  if (deadline?.rule === 'D3') return '办公室主任已另定期限'
  return deadline?.rule === 'D6' ? '期限已同意延长' : undefined
}

/** Once some of several findings are answered: which are not. */
function remaining(slip: Slip): string {
  const open = owed(slip)
  return open.length < slip.content.findings.length ? `还要反馈的是第 ${ordinals(open)} 项。` : ''
}
