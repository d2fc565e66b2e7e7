import type { MessageReceived } from './inbound.ts'

/** What was said to the bot: its own mention gone, everybody else's written out as `@name`. Empty for photos and files. */
export function plainText(
  message: Pick<MessageReceived, 'body' | 'mentions'>,
  botOpenId: string,
): string {
  const { body } = message
  if (body.type !== 'text' && body.type !== 'post') return ''
  const mentions = new Map(message.mentions.map((mention) => [mention.key, mention]))
  return body.text
    .replace(/(@_(?:user_\d+|all))([ \t\u00a0]*)/g, (whole: string, key: string, gap: string) => {
      const mention = mentions.get(key)
      if (!mention) return whole
      return mention.openId === botOpenId ? '' : `@${mention.name}${gap}`
    })
    .trim()
}
