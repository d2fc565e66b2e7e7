import type { Delta, Snapshot } from '../../wire.ts'

/** The server keeps the same number; older rows are gone from a fresh snapshot as well. */
const TRAFFIC_KEPT = 200

export type Applied = { kind: 'applied'; snapshot: Snapshot } | { kind: 'stale' } | { kind: 'gap' }

const put = <T>(items: readonly T[], item: T, idOf: (item: T) => unknown): T[] => {
  const at = items.findIndex((each) => idOf(each) === idOf(item))
  return at === -1 ? [...items, item] : items.with(at, item)
}

const change = (state: Snapshot, delta: Delta): Partial<Snapshot> => {
  switch (delta.type) {
    case 'message':
      return { messages: put(state.messages, delta.message, (m) => m.id) }
    case 'chat':
      return { chats: put(state.chats, delta.chat, (c) => c.id) }
    case 'person':
      return { people: put(state.people, delta.person, (p) => p.openId) }
    case 'clock':
      return { now: delta.now }
    case 'deliveries':
      return { deliveries: delta.deliveries }
    case 'traffic':
      return { traffic: put(state.traffic, delta.traffic, (t) => t.id).slice(-TRAFFIC_KEPT) }
    case 'bot':
      return { bot: { ...state.bot, reachable: delta.reachable } }
    case 'reset':
      return {}
    default:
      return delta satisfies never
  }
}

/**
 * The next state, or why there is none: `stale` deltas were already in the snapshot;
 * after a `gap` (a number missed, or a reset) the whole state must be fetched again.
 */
export const applyDelta = (state: Snapshot, delta: Delta): Applied => {
  if (delta.type === 'reset') return { kind: 'gap' }
  if (delta.seq <= state.seq) return { kind: 'stale' }
  if (delta.seq > state.seq + 1) return { kind: 'gap' }
  return { kind: 'applied', snapshot: { ...state, ...change(state, delta), seq: delta.seq } }
}
