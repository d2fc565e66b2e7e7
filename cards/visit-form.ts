import type { Slip } from '../src/domain/slip.ts'
import { buttons, type Element, form, input, submit } from './kit.ts'
import type { Reading } from './reading.ts'
import { cited } from './rule-name.ts'
import { LOOK_BACK, VISIT } from './wording.ts'

const REASON_MAX = 500

/** I7: what the inspector is asked for, and why this slip. */
export const visitAsk = (reading: Reading): string =>
  `请到现场回头看，写明情况并选择结果。${cited('I7')}\n选中原因：${whyChosen(reading)}`

/** 橙单必看 / 抽样：种子 2026-1，抽签 0.123，小于 0.3 / 再督查 */
export function whyChosen({ slip, rules }: Pick<Reading, 'slip' | 'rules'>): string {
  const { lookBack } = slip
  if (!lookBack) return ''
  if (lookBack.because !== 'sample' || lookBack.lot === undefined)
    return `${VISIT[lookBack.because]}${cited('D10')}`
  const { seed, share } = rules.lookBack.sample
  return `抽样：种子 ${seed}，抽签 ${lookBack.lot.toFixed(3)}，小于 ${share}${cited('D10')}`
}

/** I7: three findings, each with what was seen. */
export function visitForm(slip: Slip): Element {
  const found = (finding: keyof typeof LOOK_BACK) =>
    ({ do: 'lookBack', slip: slip.id, finding }) as const
  return form('look_back', [
    input({
      name: 'reason',
      label: '回头看情况',
      placeholder: '看到了什么，原来的问题保持得怎样',
      required: true,
      multiline: true,
      max: REASON_MAX,
    }),
    buttons(
      submit(LOOK_BACK.held, found('held'), { type: 'primary_filled' }),
      submit(LOOK_BACK.partly, found('partly')),
      submit(LOOK_BACK.relapsed, found('relapsed'), {
        type: 'danger',
        confirm: { title: '问题复发', text: '将提请办公室主任转为橙单。' },
      }),
    ),
  ])
}
