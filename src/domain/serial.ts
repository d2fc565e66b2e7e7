import type { Colour } from './slip.ts'

/** D15: gap-free per colour and year, given when the slip is issued. */
export interface Serial {
  colour: Colour
  year: number
  number: number
}

const LETTER: Record<Colour, string> = { green: '绿', blue: '蓝', orange: '橙' }

/** 督查蓝〔2026〕001号 */
export const formatSerial = ({ colour, year, number }: Serial): string =>
  `督查${LETTER[colour]}〔${year}〕${String(number).padStart(3, '0')}号`

const WRITTEN = /([绿蓝橙])\s*[〔[(（【]?\s*(\d{4})\s*[〕\])）】-]?\s*-?\s*(\d{1,5})\s*号?/
const COLOUR: Record<string, Colour> = { 绿: 'green', 蓝: 'blue', 橙: 'orange' }

/** A serial as people type it: 督查蓝〔2026〕001号, 蓝2026-1, 蓝（2026）001. */
export function parseSerial(text: string): Serial | undefined {
  const [, letter = '', year, number] = WRITTEN.exec(text) ?? []
  const colour = COLOUR[letter]
  return colour && { colour, year: Number(year), number: Number(number) }
}
