import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAuditor } from '../../src/app/audit.ts'
import { exportRecord } from '../../src/app/export-record.ts'
import { verifiedLines, verifyRecord } from '../../src/app/verify-record.ts'
import { headHash } from '../../src/db/day-head.ts'
import { canonical, GENESIS, hashOf } from '../../src/db/hash-chain.ts'
import type { SlipEvent } from '../../src/domain/events.ts'
import { at } from '../domain/given.ts'
import { STORIES } from '../domain/standings.ts'
import { issued } from '../domain/stories.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { givenAudit, record } from './given-record.ts'

let database: TestDatabase
let file = ''
beforeAll(async () => {
  database = await createTestDatabase()
  for (const name of ['rectifying', 'reviewing', 'escalated'] as const)
    await record(database.db, STORIES[name])
  for (const day of ['2026-11-17 08:00', '2026-11-18 08:00', '2026-11-21 08:00'])
    await createAuditor()(givenAudit(database.db, at(day)).deps)
  await record(database.db, [issued('blue', '2026-11-21 09:00')])
  file = await exported()
})
afterAll(() => database.drop())

async function exported(): Promise<string> {
  let text = ''
  await exportRecord(database.db, async (lines) => {
    for await (const line of lines) text += line
  })
  return text
}

async function* inPieces(bytes: Uint8Array, size = 1_000): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size)
}
const verify = (content: string | Uint8Array, size?: number) =>
  verifyRecord(
    inPieces(typeof content === 'string' ? new TextEncoder().encode(content) : content, size),
  )
const lines = () => file.trimEnd().split('\n')
const joined = (all: readonly string[]) => all.map((line) => `${line}\n`).join('')
const verdict = (all: readonly string[]) =>
  verify(joined(all)).then(
    () => 'whole',
    (error: unknown) => (error instanceof Error ? error.message : ''),
  )

describe('an export', () => {
  test('proves itself, in pieces of whatever size', async () => {
    const whole = await verify(file)
    expect(whole).toMatchObject({ slips: 4, afterHeads: 1, head: { day: '2026-11-20' } })
    expect(await verify(file, 7)).toEqual(whole)
    const [said, after] = verifiedLines(whole)
    expect(said).toMatch(/^4 张单、\d+ 条记录，链完整，末端摘要 [0-9a-f]{12}（截至 2026-11-20）$/)
    expect(after).toBe('其中 1 条是最后一个日摘要之后的')
  })

  test('is the same file each time', async () => {
    expect(await exported()).toBe(file)
  })

  test('of a bot that has just begun has nothing to show', async () => {
    const empty = await createTestDatabase()
    let text = ''
    await exportRecord(empty.db, async (all) => {
      for await (const line of all) text += line
    })
    await empty.drop()
    expect(verifiedLines(await verify(text))).toEqual(['0 张单、0 条记录，链完整，还没有日摘要'])
  })
})

describe('a file that was touched', () => {
  test('in any single byte is refused', async () => {
    const bytes = new TextEncoder().encode(file)
    const place = fc.integer({ min: 0, max: bytes.length - 1 })
    const change = fc.integer({ min: 1, max: 255 })
    await fc.assert(
      fc.asyncProperty(place, change, async (i, by) => {
        const touched = Uint8Array.from(bytes)
        touched[i] = (touched[i] ?? 0) ^ by
        await expect(verify(touched)).rejects.toThrow(/^第 \d+ 行/)
      }),
      { numRuns: 400 },
    )
  })

  test('in any byte of its first, a middle and its last line is refused', async () => {
    const bytes = new TextEncoder().encode(file)
    const ends = lines().map((line) => new TextEncoder().encode(`${line}\n`).length)
    const startOf = (n: number) => ends.slice(0, n).reduce((sum, length) => sum + length, 0)
    for (const n of [0, 3, ends.length - 1])
      for (let i = startOf(n); i < startOf(n + 1); i++) {
        const touched = Uint8Array.from(bytes)
        touched[i] = (touched[i] ?? 0) ^ 1
        await expect(verify(touched), `byte ${i}`).rejects.toThrow(/^第 \d+ 行/)
      }
  })

  test('by leaving out, doubling or swapping lines is refused', async () => {
    const all = lines()
    for (const i of all.keys()) {
      expect(await verdict(all.toSpliced(i, 1)), `without ${i}`).toMatch(/^第 \d+ 行/)
      expect(await verdict(all.toSpliced(i, 0, all[i] ?? '')), `twice ${i}`).toMatch(/^第 \d+ 行/)
    }
    expect(await verdict(all.slice(0, -1))).toBe(`第 ${all.length} 行：文件不完整，没有结尾`)
    expect(await verdict(all.toReversed())).toMatch(/^第 \d+ 行/)
  })

  test.each([
    ['a mark at the start', () => `\uFEFF${file}`],
    ['spaces between', () => file.replace('{"at"', '{ "at"')],
    ['another line ending', () => file.replaceAll('\n', '\r\n')],
    ['a key twice', () => file.replace('"kind":"head"', '"kind":"head","kind":"head"')],
    ['something after the end', () => `${file}\n`],
    ['no last line feed', () => file.trimEnd()],
    ['nothing at all', () => ''],
  ])('by %s is refused', async (_, touched) => {
    await expect(verify(touched())).rejects.toThrow(/^第 \d+ 行/)
  })

  test('by a whole life made up afterwards, with right hashes of its own, is refused for want of a head', async () => {
    const all = lines()
    const slipId = 'ffffffff-0000-4000-8000-000000000001'
    const fact = issued('blue', '2026-11-16 09:00')
    const link = { slipId, seq: 1, event: fact, prevHash: GENESIS }
    const forged = canonical({ kind: 'event', ...link, hash: hashOf(link) })
    const heads = all.filter((line) => line.includes('"kind":"head"')).length
    const records = all.length - heads - 1 + 1
    const end = canonical({ kind: 'end', slips: 5, records, heads })
    expect(await verdict([...all.slice(0, -1), forged, end])).toContain('后来添上的')
  })

  test('by a chain rewritten from one fact on is refused by the head of its day', async () => {
    interface Parsed {
      slipId?: string
      seq: number
      event: Extract<SlipEvent, { type: 'issued' }>
    }
    const all: Parsed[] = lines().map((line) => JSON.parse(line))
    const victim = all.find(({ seq }) => seq === 2)?.slipId ?? ''
    let prevHash = GENESIS
    const rewritten = all.map((line) => {
      if (line.slipId !== victim) return canonical(line)
      const event = line.seq === 1 ? { ...line.event, rule: 'I4' as const } : line.event
      const link = { slipId: victim, seq: line.seq, event, prevHash }
      prevHash = hashOf(link)
      return canonical({ ...line, ...link, hash: prevHash })
    })
    expect(await verdict(rewritten)).toMatch(/^第 \d+ 行：日摘要里有 1 条记录不在文件里|后来添上的/)
  })

  test('by a head made up to fit is refused by the next one', async () => {
    const all = lines()
    const head = JSON.parse(all[1] ?? '')
    const forged = { ...head, tips: [] }
    const fitted = { ...forged, hash: headHash(forged) }
    expect(await verdict(all.with(1, canonical(fitted)))).toMatch(/第 3 行：.*接不上前一个/)
  })
})
