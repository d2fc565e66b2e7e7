import { z } from 'zod'
import { headHash } from '../db/day-head.ts'
import { canonical, GENESIS, hashOf } from '../db/hash-chain.ts'
import { mayStraggleFrom } from '../db/heads.ts'
import type { SlipEvent } from '../domain/events.ts'
import { startOf } from '../domain/time.ts'

const HeadLine = z.strictObject({
  kind: z.literal('head'),
  day: z.string(),
  at: z.number(),
  prevHash: z.string(),
  tips: z.array(z.string()),
  hash: z.string(),
})
const EventLine = z.strictObject({
  kind: z.literal('event'),
  slipId: z.string(),
  seq: z.number(),
  event: z.looseObject({ at: z.number() }),
  prevHash: z.string(),
  hash: z.string(),
})
const EndLine = z.strictObject({
  kind: z.literal('end'),
  slips: z.number(),
  records: z.number(),
  heads: z.number(),
})
const Line = z.discriminatedUnion('kind', [HeadLine, EventLine, EndLine])
type HeadLine = z.infer<typeof HeadLine>
type EventLine = z.infer<typeof EventLine>
type EndLine = z.infer<typeof EndLine>

/** Hashing asks nothing of a fact but that it is data; this file may be years older or younger than the types. */
const asFact = (event: object): SlipEvent => event as SlipEvent

export interface Verified {
  slips: number
  records: number
  /** Facts younger than the last head. */
  afterHeads: number
  head: { day: string; hash: string } | undefined
}

/** A file that is not what the bot wrote; the message names the first line that does not fit. */
class BrokenRecord extends Error {
  override name = 'BrokenRecord'
}

/** Recomputes every chain and every head of an export, from nothing but the file. */
export async function verifyRecord(chunks: AsyncIterable<Uint8Array>): Promise<Verified> {
  const verifier = createVerifier()
  let number = 0
  for await (const text of linesOf(chunks, () => number + 1)) {
    number += 1
    const broken = verifier.take(number, text)
    if (broken !== undefined) throw new BrokenRecord(`第 ${number} 行：${broken}`)
  }
  return verifier.end(number)
}

/** Only LF ends a line: what readers take for one besides could be slipped in unseen. */
async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  number: () => number,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const decode = (chunk?: Uint8Array) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined })
    } catch {
      throw new BrokenRecord(`第 ${number()} 行或其后：不是 UTF-8 文字`)
    }
  }
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + decode(chunk)).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  rest += decode()
  if (rest !== '') throw new BrokenRecord(`第 ${number()} 行：没有写完`)
}

function createVerifier() {
  const slip = { id: '', seq: 0, hash: GENESIS, uncovered: [] as { line: number; at: number }[] }
  /** Last hashes that a head vouches for and that have not come yet, with the head's line. */
  const tips = new Map<string, number>()
  const count = { slips: 0, records: 0, heads: 0 }
  let head: HeadLine | undefined
  let ended = false
  let afterHeads = 0

  function takeHead(number: number, line: HeadLine): string | undefined {
    if (count.records > 0) return '日摘要应在记录之前'
    if (head && line.day <= head.day) return '日摘要的日期没有依次递增'
    if (line.prevHash !== (head?.hash ?? GENESIS)) return `${line.day} 的日摘要接不上前一个`
    if (headHash(line) !== line.hash) return `${line.day} 的日摘要与内容不符`
    for (const tip of line.tips) tips.set(tip, number)
    head = line
    count.heads += 1
    return undefined
  }

  function takeEvent(number: number, line: EventLine): string | undefined {
    const { slipId, seq, event, prevHash, hash } = line
    if (slipId !== slip.id) {
      if (slipId < slip.id) return `单 ${slipId} 的记录被拆开或重复了`
      const straggler = closeSlip()
      if (straggler !== undefined) return straggler
      Object.assign(slip, { id: slipId, seq: 0, hash: GENESIS, uncovered: [] })
      count.slips += 1
    }
    const name = `单 ${slipId} 的第 ${seq} 条`
    if (seq !== slip.seq + 1) return `${name}之前缺了记录`
    if (prevHash !== slip.hash) return `${name}接不上前一条`
    if (hashOf({ slipId, seq, event: asFact(event), prevHash }) !== hash)
      return `${name}与摘要不符，内容被改动过`
    Object.assign(slip, { seq, hash })
    count.records += 1
    if (tips.delete(hash)) slip.uncovered = []
    else slip.uncovered.push({ line: number, at: event.at })
    return undefined
  }

  /** What no head has seen must be new: an old fact without one was added afterwards. */
  function closeSlip(): string | undefined {
    afterHeads += slip.uncovered.length
    const from = head && startOf(mayStraggleFrom(head))
    const old = from === undefined ? undefined : slip.uncovered.find(({ at }) => at < from)
    return old && `第 ${old.line} 行的旧记录不在任何日摘要里，是后来添上的`
  }

  function takeEnd({ slips, records, heads }: EndLine): string | undefined {
    ended = true
    const straggler = closeSlip()
    if (straggler !== undefined) return straggler
    if (slips === count.slips && records === count.records && heads === count.heads)
      return undefined
    return `应有 ${slips} 张单、${records} 条记录、${heads} 个日摘要，文件里是 ${count.slips}、${count.records}、${count.heads}`
  }

  return {
    /** What is wrong with a line. */
    take(number: number, text: string): string | undefined {
      if (ended) return '结尾之后还有内容'
      const line = parse(text)
      if (typeof line === 'string') return line
      switch (line.kind) {
        case 'head':
          return takeHead(number, line)
        case 'event':
          return takeEvent(number, line)
        case 'end':
          return takeEnd(line)
      }
    },
    end(number: number): Verified {
      if (!ended) throw new BrokenRecord(`第 ${number + 1} 行：文件不完整，没有结尾`)
      const missing = Math.min(...tips.values())
      if (tips.size > 0)
        throw new BrokenRecord(`第 ${missing} 行：日摘要里有 ${tips.size} 条记录不在文件里`)
      return { ...count, afterHeads, head }
    },
  }
}

/** A line has one way of being written, so whatever else says the same has been touched. */
function parse(text: string): z.infer<typeof Line> | string {
  try {
    const json: unknown = JSON.parse(text)
    if (canonical(json) !== text) return '写法不是导出时的样子'
    const line = Line.safeParse(json)
    return line.success ? line.data : '不是导出文件的内容'
  } catch {
    return '不是完整的 JSON'
  }
}

const DIGEST_LENGTH = 12

/** `verify`, for whoever holds the file and has seen the digest in a morning receipt. */
export function verifiedLines({ slips, records, afterHeads, head }: Verified): string[] {
  const digest = head
    ? `末端摘要 ${head.hash.slice(0, DIGEST_LENGTH)}（截至 ${head.day}）`
    : '还没有日摘要'
  return [
    `${slips} 张单、${records} 条记录，链完整，${digest}`,
    ...(afterHeads > 0 && head ? [`其中 ${afterHeads} 条是最后一个日摘要之后的`] : []),
  ]
}
