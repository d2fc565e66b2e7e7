import type { Delta, Snapshot } from '../../wire.ts'
import { fetchState } from './api.ts'
import { applyDelta } from './apply-delta.ts'
import { createStore, type Store } from './store.ts'

export interface Feed {
  snapshot: Snapshot | undefined
  link: 'connecting' | 'live' | 'lost'
}

const RETRY_AFTER_MS = 1500

/**
 * One snapshot, then deltas. Deltas that arrive while a snapshot is on its way wait for it, so
 * nothing between the two is lost; a gap or a new connection starts over from a snapshot.
 */
export const connectFeed = (): Store<Feed> => {
  const store = createStore<Feed>({ snapshot: undefined, link: 'connecting' })
  let waiting: Delta[] | undefined

  const take = (delta: Delta): void => {
    const { snapshot } = store.get()
    if (waiting || !snapshot) {
      waiting?.push(delta)
      return
    }
    const applied = applyDelta(snapshot, delta)
    if (applied.kind === 'applied') store.set({ snapshot: applied.snapshot, link: 'live' })
    if (applied.kind === 'gap') void refetch()
  }

  const refetch = async (): Promise<void> => {
    if (waiting) return
    waiting = []
    try {
      const snapshot = await fetchState()
      const missed = waiting
      waiting = undefined
      store.set({ snapshot, link: 'live' })
      for (const delta of missed) take(delta)
    } catch {
      waiting = undefined
      store.set({ ...store.get(), link: 'lost' })
      setTimeout(() => void refetch(), RETRY_AFTER_MS)
    }
  }

  const open = (): void => {
    const stream = new EventSource('/__emu/stream')
    stream.addEventListener('open', () => void refetch())
    stream.addEventListener('message', (event: MessageEvent<string>) =>
      take(JSON.parse(event.data) as Delta),
    )
    stream.addEventListener('error', () => {
      store.set({ ...store.get(), link: 'lost' })
      if (stream.readyState !== EventSource.CLOSED) return
      setTimeout(open, RETRY_AFTER_MS)
    })
  }
  open()
  return store
}
