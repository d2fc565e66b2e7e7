import type { Context } from 'hono'
import type { Platform } from './platform.ts'

/** Keeps proxies and sleepy laptops from dropping a quiet stream. */
const BEAT_MS = 15_000

/** Deltas from now on; the page asks for a snapshot once the stream is open. */
export function streamDeltas({ bus }: Platform, c: Context): Response {
  const encoder = new TextEncoder()
  let stop = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => {
        try {
          controller.enqueue(encoder.encode(text))
        } catch {
          // The page has gone, and the server has not told us yet.
          stop()
        }
      }
      const beat = setInterval(() => write(': beat\n\n'), BEAT_MS)
      const unsubscribe = bus.subscribe((delta) => write(`data: ${JSON.stringify(delta)}\n\n`))
      stop = () => {
        clearInterval(beat)
        unsubscribe()
      }
      write(': open\n\n')
    },
    cancel: () => stop(),
  })
  c.req.raw.signal.addEventListener('abort', () => stop())
  const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' }
  return c.body(body, 200, headers)
}
