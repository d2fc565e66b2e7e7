import type { Slip } from '../src/domain/slip.ts'
import { bold, button, datePicker, type Element, form, hr, input, markdown, submit } from './kit.ts'
import type { Reading } from './reading.ts'
import { momentText } from './when.ts'
import { cited, GROUND } from './wording.ts'

const REASON_MAX = 500

/** The ground of a proposal and what silence does (D3). */
export function orangeAsk({ slip, now }: Reading): string {
  const { proposal } = slip
  if (!proposal) return ''
  const ground = `${bold(GROUND[proposal.ground])}${cited(proposal.ground)}`
  const silence = `不处理的话，${bold(momentText(proposal.confirmsAt, now))} 将按规则自动转为橙单${cited('D3')}。`
  return `${ground}，提请转为橙单，请决定。\n${silence}`
}

/** One press for orange; against it a reason and a new deadline, which a relapse does not need: the slip is closed again (I7). */
export function orangeChoice(slip: Slip): Element[] {
  const relapsed = slip.proposal?.ground === 'I7'
  return [
    hr,
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
    ),
    form('dismissal', [
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
      submit('不予转橙', { do: 'dismissOrange', slip: slip.id }),
    ]),
  ]
}
