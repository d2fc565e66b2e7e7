import { buttons, type Element, form, input, markdown, bold, submit } from './kit.ts'
import { fieldIn } from './fields.ts'
import type { Reading } from './reading.ts'
import type { Request } from './requests.ts'
import { momentText } from './when.ts'
import { REQUEST } from './wording.ts'

const REASON_MAX = 500

/** What the office is asked, where it stands among other things. */
export const rulingAsk = (about: readonly Request[]): string =>
  `请审定${about.map((one) => REQUEST[one]).join('、')}，审定前整改期限照走。`

/** D6, D7, D9: granted or not, with a reason. `among`: the form's own name where it shares its card with others. */
export function rulingForm({ slip, now }: Reading, about: Request, among?: string): Element {
  const due = (about === 'extension' ? slip.extension : slip.returned)?.rulingDueAt
  const ruleOn = (granted: boolean) =>
    about === 'extension'
      ? ({ do: 'ruleExtension', slip: slip.id, granted } as const)
      : ({ do: 'ruleReturn', slip: slip.id, granted } as const)
  const until =
    due === undefined
      ? ''
      : now < due
        ? `，不晚于 ${momentText(due, now)}`
        : `，已超时（应在 ${momentText(due, now)} 前审定）`
  return form(`ruling_${about}`, [
    markdown(`${bold(`审定${REQUEST[about]}`)}${until}`),
    input({
      name: fieldIn(among, 'reason'),
      label: '审定意见',
      placeholder: '同意或不同意，都请写明理由',
      required: true,
      multiline: true,
      max: REASON_MAX,
    }),
    buttons(
      submit('同意', ruleOn(true), { type: 'primary_filled', confirm: AGREED[about] }),
      submit('不同意', ruleOn(false)),
    ),
  ])
}

const AGREED = {
  extension: { title: '同意延期', text: '整改期限改为申请的日期，只能延这一次。' },
  return: { title: '同意退单', text: '本单转办给所提的单位，重新送达，期限重新起算。' },
}
