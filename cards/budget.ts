import { clean, escape, shorten } from './escape.ts'
import { type Card, card, footnote, type Frame } from './kit.ts'

/** What a card may hold for texts that people wrote. */
export interface Room {
  /** For a markdown element: shortened to fit, then escaped. */
  markdown(text: string): string
  /** For a plain_text element: shortened to fit. */
  plain(text: string): string
  /** Whether a text fits whole: what somebody is going to edit must never be a shortened copy. */
  holds(text: string): boolean
  /** How many items of one list may stand in full. */
  items: number
}

/** Feishu takes 30 KB of request body. The card stands in it as a quoted string, beside ids and a uuid. */
const BYTES_MAX = 28_500
/** Every object with a tag counts, plain_text included. */
const ELEMENTS_MAX = 200

/** Characters of one text, items of one list. */
interface Limit {
  chars: number
  items: number
}

const WHOLE: Limit = { chars: Infinity, items: 100 }
const LEAST: Limit = { chars: 16, items: 1 }
const BETWEEN: readonly Limit[] = [
  ...[800, 500, 300, 200, 120, 80, 50, 30, 16].map((chars) => ({ chars, items: 100 })),
  ...[30, 10, 4].map((items) => ({ chars: 16, items })),
]

/** The card with its texts as long as Feishu's limits allow, and a line that says so when any was shortened. */
export function fit(frame: (room: Room) => Frame): Card {
  const whole = within(WHOLE, frame)
  return fits(whole) ? whole : (widest(BETWEEN, frame) ?? within(LEAST, frame))
}

/** The first limit that makes the card fit, by halving. */
function widest(limits: readonly Limit[], frame: (room: Room) => Frame): Card | undefined {
  const half = limits.length >> 1
  const limit = limits[half]
  if (!limit) return undefined
  const card = within(limit, frame)
  return fits(card)
    ? (widest(limits.slice(0, half), frame) ?? card)
    : widest(limits.slice(half + 1), frame)
}

function within({ chars, items }: Limit, frame: (room: Room) => Frame): Card {
  let shortened = 0
  const plain = (text: string) => {
    const whole = clean(text)
    const shown = shorten(whole, chars)
    if (shown !== whole) shortened += 1
    return shown
  }
  const made = frame({
    plain,
    markdown: (text) => escape(plain(text)),
    holds: (text) => text.length <= chars,
    items,
  })
  if (shortened === 0) return card(made)
  const note = footnote(`卡片放不下，有 ${shortened} 处文字只显示了开头，原文完整保存。`)
  return card({ ...made, elements: [...made.elements, note] })
}

const fits = (card: Card): boolean => bytesOf(card) <= BYTES_MAX && elementsOf(card) <= ELEMENTS_MAX

const bytesOf = (card: Card): number =>
  new TextEncoder().encode(JSON.stringify(JSON.stringify(card))).length

function elementsOf(node: unknown): number {
  if (typeof node !== 'object' || node === null) return 0
  const inside = Object.values(node).reduce((sum: number, child) => sum + elementsOf(child), 0)
  return inside + ('tag' in node ? 1 : 0)
}
