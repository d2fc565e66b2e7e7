import { isLate } from '../src/domain/feedback.ts'
import type { Outcome, Slip } from '../src/domain/slip.ts'
import { bold, buttons, type Element, form, input, markdown, type Press, submit } from './kit.ts'
import type { Reading } from './reading.ts'
import { momentText } from './when.ts'
import { OUTCOME, ordinals } from './wording.ts'

const REASON_MAX = 500

/** What the reviewer is asked for, and by when (D9). */
export const verdictAsk = ({ slip, now }: Reading): string => {
  const due = slip.verdictDueAt
  if (due !== undefined && now >= due)
    return `${bold('审核已超时')}（应在 ${momentText(due, now)} 前给出），请尽快给出审核结果。`
  return `请给出审核结果${due === undefined ? '' : `，不晚于 ${bold(momentText(due, now))}`}。`
}

/** D4: three verdicts, each with its reason; 退回补正 only while the deadline runs. */
export function verdictForm({ slip, now }: Reading, round: number): Element {
  const judge = (outcome: Outcome, press: Press) =>
    submit(OUTCOME[outcome], { do: 'judge', slip: slip.id, outcome, round }, press)
  const failing =
    slip.content.colour === 'blue'
      ? '整改不达标，将提请办公室主任转为橙单。'
      : '整改不达标，责任单位的整改期限将重新起算。'
  return form(`verdict_${round}`, [
    markdown(bold(`审核第 ${round} 次反馈${about(slip, round)}`)),
    input({
      name: 'reason',
      label: '审核意见',
      placeholder: '通过也请写一句；退回、不达标的写明理由',
      required: true,
      multiline: true,
      max: REASON_MAX,
    }),
    buttons(
      judge('pass', { type: 'primary_filled' }),
      ...(isLate(slip, now) ? [] : [judge('supplement', {})]),
      judge('fail', { type: 'danger', confirm: { title: '整改不达标', text: failing } }),
    ),
  ])
}

/** Which findings it is about, where it is not about all. */
function about({ feedback }: Slip, round: number): string {
  const findings = feedback[round - 1]?.findings
  return findings ? `（第 ${ordinals(findings)} 项）` : ''
}
