import { formatSerial } from '../src/domain/serial.ts'
import type { RepeatVerdict, Slip } from '../src/domain/slip.ts'
import type { Instant } from '../src/domain/time.ts'
import type { Room } from './budget.ts'
import { type DraftReading, type EarlierSlip, isUnjudged } from './draft-reading.ts'
import { serials } from './grounds.ts'
import { bold, buttons, type Element, fact, form, grey, input, markdown, submit } from './kit.ts'
import { gistOf } from './slip-row.ts'
import { stateTag } from './state.ts'
import { dayText } from './when.ts'
import { cited } from './rule-name.ts'

const REASON_MAX = 500
const ROWS_MAX = 5

/** D5: earlier slips about this type of problem, and a human's word on whether it is the same. */
export function repeatPanel(reading: DraftReading, room: Room): Element[] {
  const { draft, earlier, repeatMonths } = reading
  const { repeat } = draft.content
  // That it is the same stands among the cells, as the ground of the orange.
  if (repeat) return repeat.same ? [] : [notTheSame(repeat, room)]
  if (!isUnjudged(reading)) return hints(reading, room)
  const since = repeatMonths === undefined ? '以前' : `近 ${repeatMonths} 个月`
  return [
    markdown(
      `${bold('先认定是不是同一问题')}${cited('D5')}\n这个单位${since}有 ${earlier.length} 张同类问题的单，认定后才能签发。`,
    ),
    markdown(earlierLines(reading, room).join('\n')),
    form('repeat', [
      input({
        name: 'because',
        label: '认定理由',
        placeholder: '为什么是，或者为什么不是同一问题',
        required: true,
        multiline: true,
        max: REASON_MAX,
      }),
      buttons(
        submit(
          '是同一问题（转橙单）',
          { do: 'judgeRepeat', draft: draft.id, same: true },
          {
            type: 'danger',
            confirm: { title: '是同一问题', text: '草稿改为橙单，签发前要报办公室主任会签。' },
          },
        ),
        submit('不是同一问题', { do: 'judgeRepeat', draft: draft.id, same: false }),
      ),
    ]),
  ]
}

function earlierLines({ earlier, now }: DraftReading, room: Room): string[] {
  const shown = earlier.slice(0, Math.min(ROWS_MAX, room.items))
  const hidden = earlier.length - shown.length
  return [
    ...shown.map((entry) => earlierLine(entry, now, room)),
    ...(hidden > 0 ? [grey(`还有 ${hidden} 张`)] : []),
  ]
}

function earlierLine({ slip, full }: EarlierSlip, now: Instant, room: Room): string {
  const match = full ? bold('同单位同站点') : '同单位，站点不同'
  const site = slip.content.site ? `　${room.markdown(slip.content.site)}` : ''
  return `${described(slip, now, room)}\n${match}${site}，${stateTag(slip, now).text}`
}

const described = (slip: Slip, now: Instant, room: Room): string =>
  `${bold(formatSerial(slip.serial))} ${dayText(slip.content.inspectedOn, now)}　${room.markdown(gistOf(slip))}`

function notTheSame({ because, earlier }: RepeatVerdict, room: Room): Element {
  return markdown(
    [
      `${bold('已认定不是同一问题')}${cited('D5')}`,
      fact('此前的单', serials(earlier, room)),
      fact('认定理由', room.markdown(because)),
    ].join('\n'),
  )
}

/** Alike by their words; nobody has to answer to that. */
function hints({ similar, now }: DraftReading, room: Room): Element[] {
  const shown = similar.slice(0, Math.min(ROWS_MAX, room.items))
  if (shown.length === 0) return []
  const lines = shown.map(
    ({ slip, unit }) => `${described(slip, now, room)}　${grey(room.markdown(unit.name))}`,
  )
  return [markdown([grey('措辞相近的单，供参考：'), ...lines].join('\n'))]
}
