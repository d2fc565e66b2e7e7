import { isRecord } from '../state/read-json.ts'

export const CARD_BYTES_MAX = 30 * 1024
export const CARD_ELEMENTS_MAX = 200

/** Everything that carries a `tag` counts, the text objects inside components too. */
export const countElements = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + countElements(each), 0)
  if (!isRecord(value)) return 0
  const inner = Object.values(value).reduce<number>((sum, each) => sum + countElements(each), 0)
  return inner + (typeof value['tag'] === 'string' ? 1 : 0)
}

export const cardBytes = (card: unknown): number =>
  new TextEncoder().encode(JSON.stringify(card) ?? '').length
