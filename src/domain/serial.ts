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

const NAMED = /([绿蓝橙])色?(?:督[查办])?单?\s*[-–—]?/.source
const YEAR = /[〔[(【]?\s*(\d{4})\s*[年〕\])】]?/.source
/** What follows the number tells a serial from a day: 蓝单 2026-11-20 is none. */
const NUMBER = /[-–—]?\s*第?\s*(\d{1,5})(?!\d|月|\s*[-./]\s*\d)/.source
const WRITTEN = new RegExp([NAMED, YEAR, NUMBER].join('\\s*'))
const COLOUR: Record<string, Colour> = { 绿: 'green', 蓝: 'blue', 橙: 'orange' }

/** A serial at the beginning of what somebody typed, and the rest of it. */
export function takeSerial(text: string): { serial: Serial; rest: string } | undefined {
  const folded = text.normalize('NFKC')
  const serial = parseSerial(folded)
  const [matched = ''] = WRITTEN.exec(folded) ?? []
  if (!serial) return undefined
  const rest = folded.slice(folded.indexOf(matched) + matched.length)
  return { serial, rest: rest.replace(/^\s*[号:：,，;；]*\s*/, '').trim() }
}

/** A serial as people type it, full-width or not: 督查蓝〔2026〕001号, 蓝2026-1, 蓝单 2026年第1号. */
export function parseSerial(text: string): Serial | undefined {
  const [, letter = '', year, written] = WRITTEN.exec(text.normalize('NFKC')) ?? []
  const colour = COLOUR[letter]
  const number = Number(written)
  return colour && number > 0 ? { colour, year: Number(year), number } : undefined
}
