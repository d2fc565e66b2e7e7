import { cardText } from './card-text.ts'
import { nameOf, readable } from './mentions.ts'
import { messagesIn } from './messages.ts'
import type { Platform } from './platform.ts'
import type { Message } from './wire.ts'

/** A chat as text one can grep and put into an error message. */
export function transcript(platform: Platform, chat: string): string {
  const name = platform.state.chats.get(chat)?.name || '私聊'
  const lines = messagesIn(platform, chat).map((message) => messageLine(platform, message))
  return [`── ${name} ──`, ...lines].join('\n')
}

function messageLine(platform: Platform, message: Message): string {
  const time = new Date(message.createdAt + SHANGHAI_MS)
    .toISOString()
    .slice(5, 16)
    .replace('T', ' ')
  const urged = message.urged.map((id) => ` ⚡${nameOf(platform, id)}`).join('')
  const text = message.recalled ? '（已撤回）' : messageText(platform, message)
  const many = text.includes('\n') ? `\n${text.replace(/^/gm, '  │ ')}` : ` ${text}`
  return `${time} ${nameOf(platform, message.from.id)}:${urged}${many}`
}

const SHANGHAI_MS = 8 * 3_600_000

/** The words of a message with people's names in place of ids. */
export function messageText(platform: Platform, { body, mentions }: Message): string {
  switch (body.type) {
    case 'text':
      return readable(body.text, mentions)
    case 'post':
      return [body.title, ...body.paragraphs.map(paragraphText)].join('\n').trim()
    case 'image':
      return '[图片]'
    case 'file':
      return `[文件] ${body.name}`
    case 'interactive':
      return withNames(platform, cardText(body.card))
  }
}

export function withNames(platform: Platform, text: string): string {
  return text.replace(
    /@(ou_\w+)/g,
    (whole, id: string) => `@${nameOf(platform, id) || whole.slice(1)}`,
  )
}

function paragraphText(paragraph: unknown[]): string {
  return paragraph
    .map((span) =>
      typeof span === 'object' && span !== null && 'text' in span ? String(span.text) : '',
    )
    .join('')
}
