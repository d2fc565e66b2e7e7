import { formatSerial } from '../domain/serial.ts'
import type { Slip } from '../domain/slip.ts'

/**
 * Every character twice. A trigram index needs three characters in a row and most Chinese words have two;
 * doubled, 收费 becomes 收收费费 with the trigrams 收收费 and 收费费, and a match stays exact.
 */
export const doubled = (text: string): string => folded(text).replaceAll(/./gsu, '$&$&')

/** Full-width and half-width, upper and lower case are the same to whoever searches. */
const folded = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ')

/** What a slip is found by. `names`: the unit's name and the like, which the slip itself does not carry. */
export function searchWords(slip: Slip, names: readonly string[]): string {
  const { site, subject, findings } = slip.content
  const texts = findings.flatMap((finding) => [finding.text, finding.requirement])
  return doubled([formatSerial(slip.serial), ...names, site ?? '', subject, ...texts].join('\n'))
}

/** LIKE patterns for what somebody typed; every word must be found. */
export const patternsFor = (typed: string): string[] =>
  folded(typed)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => `%${doubled(word).replaceAll(/[\\%_]/g, String.raw`\$&`)}%`)
