/** Cards come from the network as unknown JSON: these read one value or say there is none. */
export type Json = Record<string, unknown>

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const recordOf = (value: unknown): Json => (isRecord(value) ? value : {})

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

export const recordsOf = (value: unknown): Json[] => listOf(value).filter(isRecord)

export const stringOf = (value: unknown, otherwise = ''): string => {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : otherwise
}

export const numberOf = (value: unknown, otherwise = 0): number => {
  const n = typeof value === 'string' && value !== '' ? Number(value) : value
  return typeof n === 'number' && Number.isFinite(n) ? n : otherwise
}

/** Text of a card's text object, in Chinese when it has translations. */
export const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value
  const text = recordOf(value)
  const translations = recordOf(text['i18n_content'])
  return stringOf(translations['zh_cn'] ?? text['content'])
}
