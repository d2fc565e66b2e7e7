import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { armRetries } from './deliver.ts'
import { isRecord, parseJson } from './json.ts'
import type { Platform } from './platform.ts'
import type { PendingEvent } from './retries.ts'
import type { Resource } from './state.ts'
import type { Chat, Message, Person } from './wire.ts'

const SETTLE_MS = 200

type StoredResource = Omit<Resource, 'bytes'>

/** Raised when the shape below changes; data of another version is set aside, not guessed at. */
const VERSION = 1

interface Saved {
  version: typeof VERSION
  now: number
  minted: number
  people: Person[]
  chats: Chat[]
  messages: Message[]
  resources: StoredResource[]
  uuids: [string, { message: string; at: number }][]
  reads: [string, [string, number][]][]
  pending: PendingEvent[]
}

export interface Loaded extends Saved {
  bytes: Map<string, Uint8Array>
}

export interface Keeper {
  flush(): Promise<void>
}

/** Pictures lie beside the JSON: rewriting them with each message would be felt. */
const folderOf = (file: string) => `${file}.files`

export async function readSaved(file: string): Promise<Loaded | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const saved = parsed(text)
  if (saved === undefined) {
    await rename(file, `${file}.unreadable`)
    return undefined
  }
  const read = saved.resources.map(async ({ key }): Promise<[string, Uint8Array]> => {
    return [key, await readFile(join(folderOf(file), key)).catch(() => new Uint8Array())]
  })
  return { ...saved, bytes: new Map(await Promise.all(read)) }
}

/** Written by us alone and renamed into place only when whole, so the version vouches for the rest. */
function parsed(text: string): Saved | undefined {
  const saved = parseJson(text)
  return isRecord(saved) && saved['version'] === VERSION ? (saved as unknown as Saved) : undefined
}

function warn(error: unknown): void {
  console.warn(`The emulator could not keep its data: ${String(error)}`)
}

export function restore(platform: Platform, saved: Loaded): void {
  const empty = new Uint8Array()
  // A press cannot have survived the restart.
  const messages = saved.messages.map((message) => ({ ...message, locked: false }))
  // The seed's people and groups stay, so that a new seed is seen beside old data.
  const { people, chats } = platform.state
  for (const person of saved.people)
    if (!people.has(person.openId)) people.set(person.openId, person)
  for (const chat of saved.chats) chats.set(chat.id, chat)
  platform.state = {
    people,
    chats,
    messages: new Map(messages.map((message) => [message.id, message])),
    resources: new Map(
      saved.resources.map((stored) => [
        stored.key,
        { ...stored, bytes: saved.bytes.get(stored.key) ?? empty },
      ]),
    ),
    uuids: new Map(saved.uuids),
    reads: new Map(saved.reads.map(([message, readers]) => [message, new Map(readers)])),
  }
  platform.retries.pending = new Map(saved.pending.map((event) => [event.eventId, event]))
  armRetries(platform)
}

/** Writes after each burst of changes; the file is always whole, the old one or the new one. */
export function keepOnDisk(platform: Platform, file: string): Keeper {
  const written = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()

  const save = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    writing = writing.catch(() => {}).then(() => write(platform, file, written))
    return writing
  }
  platform.bus.subscribe(({ type }) => {
    if (type === 'traffic' || type === 'bot') return
    if (type === 'reset') written.clear()
    timer ??= setTimeout(() => void save().catch(warn), SETTLE_MS)
  })
  return { flush: save }
}

async function write(platform: Platform, file: string, written: Set<string>): Promise<void> {
  const folder = folderOf(file)
  if (written.size === 0 && platform.state.resources.size === 0)
    await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await mkdir(dirname(file), { recursive: true })
  for (const { key, bytes } of platform.state.resources.values()) {
    if (written.has(key)) continue
    await writeFile(join(folder, key), bytes)
    written.add(key)
  }
  await writeFile(`${file}.new`, JSON.stringify(savedOf(platform)))
  await rename(`${file}.new`, file)
}

function savedOf({ state, clock, mint, retries }: Platform): Saved {
  return {
    version: VERSION,
    now: clock.now(),
    minted: mint.count(),
    people: [...state.people.values()],
    chats: [...state.chats.values()],
    messages: [...state.messages.values()],
    resources: [...state.resources.values()].map(withoutBytes),
    uuids: [...state.uuids],
    reads: [...state.reads].map(([message, readers]) => [message, [...readers]]),
    pending: [...retries.pending.values()],
  }
}

function withoutBytes({ key, kind, name, contentType, owner }: Resource): StoredResource {
  return { key, kind, name, contentType, owner }
}
