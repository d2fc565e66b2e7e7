import { formatSerial } from '../src/domain/serial.ts'
import type { DraftReading } from './draft-reading.ts'
import { COLOUR, place } from './wording.ts'

/** 蓝单草稿 / 更正 督查蓝〔2026〕001号 */
export function draftHeading({ draft, unit, corrects }: DraftReading, state = '') {
  const { colour, site, corrects: corrected } = draft.content
  const kind = corrected
    ? `更正 ${corrects ? formatSerial(corrects.serial) : COLOUR[colour]}`
    : `${COLOUR[colour]}草稿`
  return {
    title: `${kind}${state}`,
    subtitle: place(unit, site),
    template: colour,
    summary: `${kind} ${unit?.name ?? ''}`,
  }
}
