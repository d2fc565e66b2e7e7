import { formatSerial } from '../domain/serial.ts'
import type { Slip } from '../domain/slip.ts'

/**
 * Every character three times. A trigram index needs three characters in a row; most Chinese words have two, some one.
 * Tripled, 收费 becomes 收收收费费费 with a trigram for each character and each pair, and a match stays exact.
 */
export const tripled = (text: string): string => folded(text).replaceAll(/./gsu, '$&$&$&')

/** Full-width and half-width, upper and lower case are the same to whoever searches. */
const folded = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ')

/** What a slip is found by. `names`: the unit's name and the like, which the slip itself does not carry. */
export function searchWords(slip: Slip, names: readonly string[]): string {
  const { site, subject, findings } = slip.content
  const texts = findings.flatMap((finding) => [finding.text, finding.requirement])
  return tripled([formatSerial(slip.serial), ...names, site ?? '', subject, ...texts].join('\n'))
}

/** Nobody looks for more; every word costs a parameter and an index probe. */
const WORDS_MAX = 10

/** LIKE patterns for what somebody typed; every word must be found. */
export const patternsFor = (typed: string): string[] =>
  folded(typed)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, WORDS_MAX)
    .map((word) => `%${tripled(word.slice(0, 50)).replaceAll(/[\\%_]/g, String.raw`\$&`)}%`)
