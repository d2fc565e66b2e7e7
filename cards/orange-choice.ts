import type { Slip } from '../src/domain/slip.ts'
import { bold, button, datePicker, type Element, form, input, markdown, submit } from './kit.ts'
import { groundText, overruns } from './lapse.ts'
import type { Reading } from './reading.ts'
import { momentText } from './when.ts'
import { cited } from './rule-name.ts'

const REASON_MAX = 500

/** The ground of a proposal and what silence does (D3). */
export function orangeAsk({ slip, now, history = [] }: Reading): string {
  const { proposal } = slip
  if (!proposal) return ''
  const slow = overruns(history)
  const late = slow.length > 0 ? `（${slow.join('，')}）` : ''
  const ground = `${bold(groundText(slip, proposal))}${late}${cited(proposal.ground)}`
  const silence = `不处理的话，${bold(momentText(proposal.confirmsAt, now))} 将按规则自动转为橙单${cited('D3')}。`
  return `${ground}，提请转为橙单，请决定。\n${silence}`
}

/** One press for orange. */
export const orangeButton = (slip: Slip): Element =>
  button(
    '确认转橙',
    { do: 'confirmOrange', slip: slip.id },
    {
      type: 'danger',
      confirm: {
        title: '确认转为橙单',
        text: '橙单将立即发到责任单位工作群，并重新起算整改期限。',
      },
    },
  )

/** Against it a reason and a new deadline, which a relapse does not need: the slip is closed again (I7). */
export function dismissalForm(slip: Slip): Element {
  const relapsed = slip.proposal?.ground === 'I7'
  return form('dismissal', [
    markdown(bold(relapsed ? '不予转橙' : '不予转橙，另给期限')),
    input({
      name: 'reason',
      label: '不予转橙的理由',
      required: true,
      multiline: true,
      max: REASON_MAX,
    }),
    ...(relapsed
      ? []
      : datePicker({
          name: 'until',
          label: '新的整改期限（当日 24:00 届满）',
          required: true,
        })),
    submit(
      '不予转橙',
      { do: 'dismissOrange', slip: slip.id },
      { confirm: { title: '不予转橙', text: relapsed ? STILL_CLOSED : ANOTHER_DAY } },
    ),
  ])
}

const STILL_CLOSED = '不转橙单，本单仍为办结。'
const ANOTHER_DAY =
  '不转橙单，整改期限改为所选日期的 24:00（遇休息日顺延），重新安排提醒；届时仍没有办结的，再次提请。'
