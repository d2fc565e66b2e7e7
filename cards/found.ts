import type { SlipEvent } from '../src/domain/events.ts'
import type { OpenId, Unit } from '../src/domain/organisation.ts'
import type { RuleBook } from '../src/domain/rule-book.ts'
import { formatSerial } from '../src/domain/serial.ts'
import type { Slip } from '../src/domain/slip.ts'
import type { Instant } from '../src/domain/time.ts'
import { fit } from './budget.ts'
import { slipFacts, slipFindings } from './facts.ts'
import { bold, button, type Card, grey, hr, markdown, text } from './kit.ts'
import type { Reading } from './reading.ts'
import { slipRow } from './slip-row.ts'
import { slipHeading } from './state.ts'
import { timeline } from './timeline.ts'

export interface FoundReading {
  /** What was looked for, as typed. */
  words: string
  slips: readonly { slip: Slip; unit: Unit }[]
  /** The record, when exactly one was found. */
  history: readonly SlipEvent[]
  units: readonly Unit[]
  /** The rule book of the only one, else today's. */
  rules: RuleBook
  name: (id: OpenId) => string
  now: Instant
}

const ROWS_MAX = 20

/** 查: a list, or the whole story when there is only one. */
export function foundCard(found: FoundReading): Card {
  const { words, slips, history, now } = found
  const [only, ...others] = slips
  if (only && others.length === 0) return story({ ...found, ...only, history })
  return fit((room) => ({
    title: slips.length === 0 ? '没有查到' : `查到 ${slips.length} 件`,
    template: slips.length === 0 ? 'grey' : 'blue',
    summary: slips.length === 0 ? '没有查到' : `查到 ${slips.length} 件`,
    elements: [
      text(`查：${room.plain(words)}`),
      ...(slips.length === 0
        ? [
            markdown(
              '没有查到你能看的单。可以换个说法：编号（如 蓝2026-1）、单位、站点或问题里的字。',
            ),
          ]
        : []),
      ...slips.slice(0, ROWS_MAX).map((entry) => slipRow(entry, now, room)),
      ...(slips.length > ROWS_MAX
        ? [markdown(grey(`还有 ${slips.length - ROWS_MAX} 件，请把范围说小一些。`))]
        : []),
    ],
  }))
}

function story(reading: Reading & { history: readonly SlipEvent[] }): Card {
  const { slip, history } = reading
  const { blue } = slip
  return fit((room) => ({
    ...slipHeading(reading),
    elements: [
      slipFacts(reading, room),
      slipFindings(reading, room),
      ...(blue ? [markdown(`由 ${bold(formatSerial(blue.serial))} 转来`)] : []),
      hr,
      markdown(bold('办理经过')),
      timeline(history, reading, room),
      button('打开', { do: 'open', slip: slip.id }),
    ],
  }))
}
