import type { Slip } from '../src/domain/slip.ts'
import { bold, button, type Element, form, hr, input, markdown, submit } from './kit.ts'

const REASON_MAX = 500

export const CLOSING_ASK =
  '审核人已审核通过，请会签。同意即办结；不同意的，请写明理由，退回责任单位重新整改。'

/** The second signature under a closing, or a reason against it. */
export function closingChoice(slip: Slip): Element[] {
  const sign = (agreed: boolean) => ({ do: 'countersign', slip: slip.id, agreed }) as const
  return [
    hr,
    button('同意办结', sign(true), {
      type: 'primary_filled',
      confirm: { title: '同意办结', text: '会签后本单办结，之后安排回头看。' },
    }),
    form('countersign', [
      markdown(bold('不同意，退回整改')),
      input({
        name: 'reason',
        label: '不同意的理由',
        required: true,
        multiline: true,
        max: REASON_MAX,
      }),
      submit('不同意，退回整改', sign(false), {
        confirm: { title: '退回整改', text: '按整改不达标退回责任单位，整改期限重新起算。' },
      }),
    ]),
  ]
}
