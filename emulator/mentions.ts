import type { Platform } from './platform.ts'
import type { Chat, Mention } from './wire.ts'

export interface Mentioned {
  text: string
  mentions: Mention[]
}

/** What a client sends when a person typed `@名字`: a numbered placeholder and a list beside the text. */
export function mentionsTyped(platform: Platform, chat: Chat, typed: string): Mentioned {
  const named = namesIn(platform, chat)
  // Longest first, so that 王强 never eats the first half of 王强国.
  const names = [...named.keys()].toSorted((a, b) => b.length - a.length)
  const pattern = new RegExp(`@(${names.map(escapePattern).join('|')})`, 'g')
  return replaceMentions(typed, pattern, (name) => ({ name, openId: named.get(name) ?? '' }))
}

/** `<at user_id="ou_x">名字</at>`, the only mention syntax of a text that a bot sends. */
export function mentionsMarked(platform: Platform, text: string): Mentioned {
  const pattern = /<at user_id="([^"]*)">[^<]*<\/at>/g
  return replaceMentions(text, pattern, (openId) => ({ name: nameOf(platform, openId), openId }))
}

/** Cards have a third syntax, `<at id=ou_x></at>`; it only counts for unread badges, no answer of the API lists it. */
export function mentionsInCard(platform: Platform, card: unknown): Mention[] {
  const found = JSON.stringify(card).matchAll(/<at ids?=['"\\]*([\w,]+)/g)
  const ids = new Set([...found].flatMap(([, list]) => (list ?? '').split(',')))
  return [...ids].map((openId) => ({ key: '', openId, name: nameOf(platform, openId) }))
}

export function nameOf({ state, bot }: Platform, openId: string): string {
  if (openId === bot.openId) return bot.name
  return state.people.get(openId)?.name ?? ''
}

/** The text as a person sees it. */
export function readable(text: string, mentions: readonly Mention[]): string {
  const names = new Map(mentions.map(({ key, name }) => [key, name]))
  return text.replace(/@_user_\d+|@_all/g, (key) => `@${names.get(key) ?? '所有人'}`)
}

function namesIn({ state, bot }: Platform, chat: Chat): Map<string, string> {
  const members = chat.members.flatMap((id) => state.people.get(id) ?? [])
  const named = new Map(members.map(({ name, openId }) => [name, openId]))
  if (chat.botIn) named.set(bot.name, bot.openId)
  return named.set('所有人', 'all')
}

function replaceMentions(
  text: string,
  pattern: RegExp,
  resolve: (found: string) => { name: string; openId: string },
): Mentioned {
  const mentions: Mention[] = []
  const replaced = text.replace(pattern, (_, found: string) => {
    if (found === 'all' || found === '所有人') {
      mentions.push({ key: '@_all', name: '所有人', openId: '' })
      return '@_all'
    }
    const key = `@_user_${mentions.length + 1}`
    mentions.push({ key, ...resolve(found) })
    return key
  })
  return { text: replaced, mentions }
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
