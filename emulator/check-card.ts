import { checkCard, type Finding } from './card-rules.ts'
import { cardRefusal, Refusal } from './errors.ts'
import type { Platform } from './platform.ts'

export function findInCard({ state, bot }: Platform, text: string): Finding | undefined {
  return checkCard(text, {
    image: (key) => state.resources.get(key)?.owner === 'app',
    person: (id) => state.people.has(id) || id === bot.openId,
  })
}

/** The card of a send or a patch; throws what the platform answers. */
export function acceptCard(platform: Platform, text: string): unknown {
  const finding = findInCard(platform, text)
  if (finding === undefined) return JSON.parse(text)
  if (finding.code === 230025) throw new Refusal(230025, finding.message)
  throw cardRefusal(finding.sub, finding.path, finding.message)
}
