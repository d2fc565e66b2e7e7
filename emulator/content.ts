import { acceptCard } from './check-card.ts'
import { Refusal } from './errors.ts'
import { isRecord, listOf, parseJson, recordOf, textOf, type Json } from './json.ts'
import { mentionsInCard, mentionsMarked } from './mentions.ts'
import type { Platform } from './platform.ts'
import type { Mention, MessageBody } from './wire.ts'

export interface Content {
  body: MessageBody
  mentions: Mention[]
}

const TEXT_BYTES = 150 * 1024
const POST_BYTES = 30 * 1024

type Reader = (platform: Platform, content: Json, raw: string) => Content

/** `content` as the bot sends it, by `msg_type`. */
const READERS: Record<string, Reader> = {
  text(platform, { text }, raw) {
    limit(raw, TEXT_BYTES)
    const marked = mentionsMarked(platform, needed(text, 'text'))
    return { body: { type: 'text', text: marked.text }, mentions: marked.mentions }
  },
  post(_, content, raw) {
    limit(raw, POST_BYTES)
    const { title, content: paragraphs } = recordOf(content['zh_cn'] ?? Object.values(content)[0])
    if (!Array.isArray(paragraphs)) throw new Refusal(230001, 'post: content is missing')
    const body = {
      type: 'post',
      title: textOf(title) ?? '',
      paragraphs: paragraphs.map(listOf),
    } as const
    return { body, mentions: [] }
  },
  image(platform, { image_key }) {
    const imageKey = owned(platform, needed(image_key, 'image_key'))
    return { body: { type: 'image', imageKey }, mentions: [] }
  },
  file(platform, { file_key }) {
    const fileKey = owned(platform, needed(file_key, 'file_key'))
    const name = platform.state.resources.get(fileKey)?.name ?? ''
    return { body: { type: 'file', fileKey, name }, mentions: [] }
  },
}

export function readContent(platform: Platform, msgType: unknown, content: unknown): Content {
  const raw = textOf(content)
  if (raw === undefined) throw new Refusal(230001, 'content must be a string of JSON')
  if (msgType === 'interactive') {
    const card = acceptCard(platform, raw)
    return { body: { type: 'interactive', card }, mentions: mentionsInCard(platform, card) }
  }
  const reader = READERS[textOf(msgType) ?? '']
  if (reader === undefined)
    throw new Refusal(230001, `msg_type is not emulated: ${String(msgType)}`)
  const parsed = parseJson(raw)
  if (!isRecord(parsed)) throw new Refusal(230001, 'content is not a JSON object')
  return reader(platform, parsed, raw)
}

function needed(value: unknown, field: string): string {
  const text = textOf(value)
  if (!text) throw new Refusal(230001, `content.${field} is missing`)
  return text
}

function limit(raw: string, bytes: number): void {
  if (Buffer.byteLength(raw) > bytes) throw new Refusal(230025)
}

function owned({ state }: Platform, key: string): string {
  if (state.resources.get(key)?.owner !== 'app') throw new Refusal(230017)
  return key
}
