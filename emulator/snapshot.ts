import type { Platform } from './platform.ts'
import { deliveriesOf } from './retries.ts'
import { createState } from './state.ts'
import type { Snapshot } from './wire.ts'

export function snapshotOf(platform: Platform): Snapshot {
  const { bus, clock, seed, bot, link, state, retries, traffic } = platform
  return {
    seq: bus.seq(),
    now: clock.now(),
    bot: {
      openId: bot.openId,
      name: bot.name,
      appId: seed.app.id,
      reachable: link.reachable(),
    },
    people: [...state.people.values()],
    ...startOf(platform),
    chats: [...state.chats.values()],
    messages: [...state.messages.values()],
    deliveries: deliveriesOf(retries),
    traffic: traffic.recent(),
  }
}

/** The seed may name the person; the page finds everybody by id. */
function startOf({ seed: { start }, state }: Platform): Pick<Snapshot, 'start'> {
  const people = [...state.people.values()]
  const found = people.find(({ openId, name }) => openId === start?.as || name === start?.as)
  if (start === undefined || found === undefined) return {}
  const { hint } = start
  return { start: { as: found.openId, ...(hint === undefined ? {} : { hint }) } }
}

/** Back to the seed. Time never goes back: the bot's own deadlines would not follow. */
export function reset(platform: Platform): void {
  platform.retries.pending.clear()
  clearTimeout(platform.retries.timer)
  platform.traffic.clear()
  platform.faults.clear()
  platform.state = createState(platform.seed, platform.mint)
  platform.bus.publish({ type: 'reset' })
}
