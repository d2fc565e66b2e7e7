import type { Slip } from '../src/domain/slip.ts'
import { fieldIn } from './fields.ts'
import { bold, datePicker, type Element, form, input, markdown, submit } from './kit.ts'
import { cited } from './rule-name.ts'

const REASON_MAX = 500

/** D3: another day for an overdue slip, with a reason. It shares its card with other forms. */
export const resetForm = (slip: Slip): Element =>
  form('reset', [
    markdown(`${bold('另定期限')}\n逾期的单另给一个期限，并重新安排提醒${cited('D3')}。`),
    input({
      name: fieldIn('reset', 'reason'),
      label: '另定期限的理由',
      required: true,
      multiline: true,
      max: REASON_MAX,
    }),
    ...datePicker({
      name: fieldIn('reset', 'until'),
      label: '新的整改期限（当日 24:00 届满）',
      required: true,
    }),
    submit('另定期限', { do: 'resetDeadline', slip: slip.id }),
  ])
