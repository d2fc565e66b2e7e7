import { fit } from './budget.ts'
import { fieldIn } from './fields.ts'
import { colleagues, type FurtherMove, furtherMoves, otherUnits } from './further-moves.ts'
import {
  bold,
  button,
  type Card,
  datePicker,
  type Element,
  form,
  hr,
  input,
  markdown,
  select,
  submit,
} from './kit.ts'
import type { Reading } from './reading.ts'
import { slipHeading } from './state.ts'
import { dueText } from './when.ts'
import { cited } from './rule-name.ts'

const REASON_MAX = 500
/** More options than this and the card grows past its element budget: then the unit is typed, and looked up. */
const UNITS_MAX = 60

/** 更多办理: the less frequent things its reader may do now, each a small form. Fields are read through `plainFields`. */
export function moreCard(reading: Reading): Card {
  const moves = reading.reader ? furtherMoves(reading, reading.reader) : []
  return fit(() => ({
    ...slipHeading(reading, '更多办理'),
    elements:
      moves.length > 0
        ? moves.flatMap((move, i) => [...(i > 0 ? [hr] : []), ...SECTION[move](reading)])
        : [markdown('这张单现在没有别的要你办，放心。')],
  }))
}

const area = (name: string, label: string, placeholder = '') =>
  input({ name, label, placeholder, required: true, multiline: true, max: REASON_MAX })

const SECTION: Record<FurtherMove, (reading: Reading) => Element[]> = {
  replyInterim: ({ slip }) => [
    form('interim', [
      markdown(`${bold('中间答复')}\n先说一声进展，不算正式反馈，期限不变。`),
      area('text', '答复内容', '现在到哪一步了'),
      submit('提交中间答复', { do: 'replyInterim', slip: slip.id }),
    ]),
  ],
  requestExtension: ({ slip, now, rules }) => [
    form('extension', [
      markdown(
        `${bold('申请延期')}\n只能申请一次，期限前提出，最多延 ${rules.extensionDaysMax} 天；审定前期限不变${cited('D6')}。` +
          (slip.deadline ? `\n现在的期限是 ${dueText(slip.deadline.dueAt, now)}。` : ''),
      ),
      area(fieldIn('extension', 'reason'), '申请理由', '为什么期限内办不完'),
      ...datePicker({
        name: fieldIn('extension', 'until'),
        label: '希望延到（当日 24:00 届满）',
        placeholder: '选择希望延到的日期',
        required: true,
      }),
      submit('申请延期', { do: 'requestExtension', slip: slip.id }),
    ]),
  ],
  requestReturn: (reading) => [
    form('return', [
      markdown(
        `${bold('退单异议')}\n认为不该本单位办的，写明理由和应承办的单位，只能提一次；审定前期限不变${cited('D7')}。`,
      ),
      area(fieldIn('return', 'reason'), '理由', '为什么不属于本单位'),
      ...unitChoice(reading),
      submit('提出异议', { do: 'requestReturn', slip: reading.slip.id }),
    ]),
  ],
  handOver: (reading) => [
    form('hand_over', [
      markdown(`${bold('转交同事')}\n转交后由这位同事经办，本单位其他人仍可办理。`),
      ...select(
        { name: 'to', label: '转交给谁', required: true },
        colleagues(reading).map((id) => ({ value: id, label: reading.name(id) })),
      ),
      submit('转交', { do: 'handOver', slip: reading.slip.id }),
    ]),
  ],
  urge: ({ slip, rules }) => [
    markdown(`${bold('催办')}\n发到责任单位工作群，${rules.urgeEveryHours} 小时内只能催一次。`),
    button('催办', { do: 'urge', slip: slip.id }),
  ],
  retryService: ({ slip }) => [
    markdown(`${bold('重新送达')}\n没有送达的原因排除后再发一次，送达后开始计时。`),
    button('重新送达', { do: 'retryService', slip: slip.id }, { type: 'primary_filled' }),
  ],
  correct: ({ slip }) => [
    markdown(`${bold('更正')}\n改错字、改表述用；责任单位和督办事项的项数不能变，更正会公开。`),
    button('更正', { do: 'correctSlip', slip: slip.id }),
  ],
  withdraw: ({ slip }) => [
    form('withdraw', [
      markdown(`${bold('撤销')}\n编号保留，列为作废；理由责任单位会看到${cited('D15')}。`),
      area(fieldIn('withdraw', 'reason'), '撤销理由'),
      submit(
        '撤销',
        { do: 'withdraw', slip: slip.id },
        {
          type: 'danger',
          confirm: { title: '撤销这张单', text: '编号保留，列为作废，撤销后不能恢复。' },
        },
      ),
    ]),
  ],
}

function unitChoice(reading: Reading): Element[] {
  const field = { name: 'unit', label: '应承办的单位', required: true }
  const choices = otherUnits(reading)
  if (choices.length > UNITS_MAX)
    return [input({ ...field, placeholder: '单位全称或简称', max: 50 })]
  return select(
    field,
    choices.map(({ code, name }) => ({ value: code, label: name })),
  )
}
