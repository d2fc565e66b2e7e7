import type { Delta, News } from './wire.ts'

/** Everything that changes is told here once: the page's stream, the driver's waits and the data file all listen. */
export interface Bus {
  publish(news: News): void
  subscribe(listener: (delta: Delta) => void): () => void
  seq(): number
}

export function createBus(): Bus {
  const listeners = new Set<(delta: Delta) => void>()
  let seq = 0
  return {
    publish(news) {
      const delta = { seq: ++seq, ...news }
      for (const listener of listeners) listener(delta)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    seq: () => seq,
  }
}
