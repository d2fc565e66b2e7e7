import type { DraftContent } from '../src/domain/draft.ts'
import { isLate } from '../src/domain/feedback.ts'
import type { Unit } from '../src/domain/organisation.ts'
import { formatSerial } from '../src/domain/serial.ts'
import type { Proposal, Slip } from '../src/domain/slip.ts'
import type { Instant } from '../src/domain/time.ts'
import type { Room } from './budget.ts'
import { shorten } from './escape.ts'
import { bold, button, type Element, grey, markdown, row } from './kit.ts'
import { toBeJudged } from './moves.ts'
import { requestOf, requestsOpen } from './requests.ts'
import { stateTag } from './state.ts'
import { dueStamp, momentText, timeLeft } from './when.ts'
import { place, REQUEST } from './wording.ts'

/** A finding in a list is only there to be recognised. */
const FINDING_MAX = 24

/** One slip in a list: serial and state, where, what, and till when. */
export function slipRow(
  { slip, unit }: { slip: Slip; unit: Unit },
  now: Instant,
  room: Room,
): Element {
  const lines = [
    `${bold(formatSerial(slip.serial))} ${stateTag(slip, now).text}`,
    grey(room.markdown(place(unit, slip.content.site))),
    room.markdown(gistOf(slip)),
    due(slip, now),
    ...asked(slip, now),
  ]
  return row(
    markdown(lines.filter(Boolean).join('\n')),
    button('打开', { do: 'open', slip: slip.id }, { size: 'small' }),
  )
}

type Gist = Pick<DraftContent, 'findings' | 'highlights'>

/** What it is about, in a few words; of a draft too. */
export function gistOf({ content }: { content: Gist }): string {
  const { findings, highlights = '' } = content
  const [first] = findings
  const [line = ''] = (first?.text ?? highlights).split('\n', 1)
  return `${shorten(line, FINDING_MAX)}${findings.length > 1 ? `等 ${findings.length} 项` : ''}`
}

/** What the clock says for the stage a slip is in. */
function due(slip: Slip, now: Instant): string {
  const { stage, deadline, verdictDueAt, proposal, closedAt } = slip
  switch (stage) {
    case 'unserved':
      return slip.serviceFailure ? bold('没有送达，未计时') : grey('正在送达，未计时')
    case 'rectifying':
      return deadline ? clock('期限', deadline.dueAt, now, isLate(slip, now)) : ''
    case 'reviewing':
      return verdictDueAt === undefined ? '' : clock('审核期限', verdictDueAt, now)
    case 'proposed':
      return proposal ? proposed(slip, proposal, now) : ''
    case 'countersigning':
    case 'lookingBack':
      return ''
    case 'escalated':
    case 'closed':
    case 'voided':
      return closedAt === undefined ? '' : grey(momentText(closedAt, now))
  }
}

/** Over the deadline, and what silence does. */
function proposed({ deadline }: Slip, { ground, confirmsAt }: Proposal, now: Instant): string {
  const silence = `${momentText(confirmsAt, now)} 无人处理即转橙`
  return ground === 'I4a' && deadline
    ? `${clock('期限', deadline.dueAt, now)}\n${silence}`
    : silence
}

/** What waits for the office's word while the unit goes on. */
function asked(slip: Slip, now: Instant): string[] {
  const requests = requestsOpen(slip).map((about) => {
    const by = requestOf(slip, about)?.rulingDueAt ?? now
    return clock(`${REQUEST[about]}待审定，限`, by, now)
  })
  const pending = slip.stage === 'rectifying' && toBeJudged(slip).length > 0
  const verdict = slip.verdictDueAt ?? now
  return [...requests, ...(pending ? [clock('部分反馈待审核，限', verdict, now)] : [])]
}

function clock(label: string, dueAt: Instant, now: Instant, strong = now >= dueAt): string {
  const text = timeLeft(dueAt, now)
  return `${label} ${dueStamp(dueAt)}，${strong ? bold(text) : text}`
}
