import { createHash } from 'node:crypto'
import type { SlipEvent } from '../domain/events.ts'
import type { SlipId } from '../domain/slip.ts'
import { storableText } from './json.ts'

/** What the first event of a slip is chained to. */
export const GENESIS = '0'.repeat(64)

export interface Link {
  slipId: SlipId
  seq: number
  event: SlipEvent
  prevHash: string
}

export const hashOf = ({ slipId, seq, event, prevHash }: Link): string =>
  createHash('sha256').update(canonical({ slipId, seq, event, prevHash })).digest('hex')

/**
 * One text for one value, as in RFC 8785: keys sorted by code unit, no spaces, absent and undefined alike.
 * jsonb keeps neither the order of keys nor the spelling of numbers, so hashing its own text would prove nothing.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`
  if (typeof value === 'string') return JSON.stringify(storableText(value))
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`)
  return `{${members.join(',')}}`
}

/** The number of the first event that does not fit its chain; undefined when the record is whole. */
export function brokenAt(
  slipId: SlipId,
  chain: readonly { seq: number; event: SlipEvent; prevHash: string; hash: string }[],
): number | undefined {
  let prevHash = GENESIS
  for (const [i, link] of chain.entries()) {
    const seq = i + 1
    const expected = hashOf({ slipId, seq, event: link.event, prevHash })
    if (link.seq !== seq || link.prevHash !== prevHash || link.hash !== expected) return seq
    prevHash = link.hash
  }
  return undefined
}
