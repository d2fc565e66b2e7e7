import type { Db } from '../db/connect.ts'
import { canonical } from '../db/hash-chain.ts'
import * as heads from '../db/heads.ts'
import { everyEvent } from '../db/record-export.ts'

export interface Exported {
  slips: number
  records: number
  heads: number
}

/**
 * The whole record as one moment saw it, a line of canonical JSON each: heads first, so that a reader in one pass knows
 * what to look for, then the facts slip by slip, and a line that says how many there were.
 */
export const exportRecord = (
  db: Db,
  write: (lines: AsyncIterable<string>) => Promise<void>,
): Promise<Exported> =>
  db.transaction(
    async (tx) => {
      const count: Exported = { slips: 0, records: 0, heads: 0 }
      async function* lines(): AsyncGenerator<string> {
        for (const { day, at, prevHash, tips, hash } of await heads.all(tx)) {
          count.heads += 1
          yield lineOf({ kind: 'head', day, at, prevHash, tips, hash })
        }
        for await (const { slipId, seq, event, prevHash, hash } of everyEvent(tx)) {
          count.records += 1
          if (seq === 1) count.slips += 1
          yield lineOf({ kind: 'event', slipId, seq, event, prevHash, hash })
        }
        yield lineOf({ kind: 'end', ...count })
      }
      await write(lines())
      return count
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )

const lineOf = (line: object): string => `${canonical(line)}\n`
