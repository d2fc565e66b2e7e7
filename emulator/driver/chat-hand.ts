import { markRead, messagesIn } from '../messages.ts'
import { recallOwn, say, sendPhoto } from '../people-act.ts'
import type { Platform } from '../platform.ts'
import { messageText } from '../transcript.ts'
import { nameOf } from '../mentions.ts'
import type { Message } from '../wire.ts'
import { holdCard, type CardHand } from './card-hand.ts'
import { waitFor } from './wait.ts'

/** A message as a person reads it. */
interface Read {
  id: string
  from: string
  text: string
  message: Message
}

interface Replying {
  replyTo?: string | { id: string }
}

interface Looking {
  /** Only what was sent or changed after this hand last spoke here. */
  fresh?: boolean
}

/** One person in one chat. */
export interface ChatHand {
  readonly chatId: string
  /** Answers once the bot has had its first chance to accept the event. */
  say(text: string, reply?: Replying): Promise<Read>
  photo(bytes: Uint8Array, name: string, reply?: Replying): Promise<Read>
  recall(message: { id: string }): Promise<void>
  /** Waits for a card whose text matches; the latest one when there are several. */
  card(pattern: RegExp, looking?: Looking): Promise<CardHand>
  /** Waits for a message of the bot, text or card. */
  message(pattern: RegExp, looking?: Looking): Promise<Read>
  messages(): Read[]
  read(): void
}

interface Place {
  platform: Platform
  as: string
  chat: string
  waitMs: number
}

export function sitDown({ platform, as, chat, waitMs }: Place): ChatHand {
  const toRead = readerOf(platform)
  let spokeAt = new Map<string, number>()

  const spoken = async ({ message, pushed }: { message: Message; pushed: Promise<void> }) => {
    spokeAt = revisionsOf(platform, chat)
    await pushed
    return toRead(message)
  }
  const isFresh = ({ id, revision }: Message) => (spokeAt.get(id) ?? -1) < revision
  const latest = (
    pattern: RegExp,
    { fresh = false }: Looking,
    accepts: (message: Message) => boolean,
  ) =>
    messagesIn(platform, chat).findLast(
      (message) =>
        !message.recalled &&
        accepts(message) &&
        (!fresh || isFresh(message)) &&
        pattern.test(messageText(platform, message)),
    )
  const wait = (what: string, probe: () => Message | undefined) =>
    waitFor(platform, { what, chat, ms: waitMs, probe })

  return {
    chatId: chat,
    say: (text, reply) => spoken(say(platform, { as, chat, text, ...replying(reply) })),
    photo(bytes, name, reply) {
      const contentType = /\.(?:jpe?g|png|gif|webp|bmp|heic)$/i.test(name)
        ? 'image/*'
        : 'application/octet-stream'
      return spoken(sendPhoto(platform, { as, chat, name, bytes, contentType, ...replying(reply) }))
    },
    recall: ({ id }) => recallOwn(platform, { as, message: id }).pushed,
    async card(pattern, looking = {}) {
      const isCard = ({ body }: Message) => body.type === 'interactive'
      const { id } = await wait(`a card ${pattern}`, () => latest(pattern, looking, isCard))
      return holdCard({ platform, as, id, waitMs })
    },
    async message(pattern, looking = {}) {
      const isBots = ({ from }: Message) => from.kind === 'bot'
      return toRead(await wait(`a message ${pattern}`, () => latest(pattern, looking, isBots)))
    },
    messages: () =>
      messagesIn(platform, chat)
        .filter(({ recalled }) => !recalled)
        .map(toRead),
    read: () => markRead(platform, chat, as),
  }
}

function readerOf(platform: Platform): (message: Message) => Read {
  return (message) => ({
    id: message.id,
    from: nameOf(platform, message.from.id),
    text: messageText(platform, message),
    message,
  })
}

function revisionsOf(platform: Platform, chat: string): Map<string, number> {
  return new Map(messagesIn(platform, chat).map(({ id, revision }) => [id, revision]))
}

function replying(reply: Replying | undefined): { replyTo?: string } {
  const to = reply?.replyTo
  if (to === undefined) return {}
  return { replyTo: typeof to === 'string' ? to : to.id }
}
