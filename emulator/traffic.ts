import type { Bus } from './bus.ts'
import { parseJson } from './json.ts'
import type { Traffic } from './wire.ts'

const KEPT = 5000
const SHOWN = 200

type Exchange = Omit<Traffic, 'id' | 'wallAt'>

export interface TrafficLog {
  add(exchange: Exchange): void
  /** Newest last. */
  recent(): Traffic[]
  all(): readonly Traffic[]
  clear(): void
}

export function createTrafficLog(bus: Bus, secrets: readonly string[]): TrafficLog {
  const redact = createRedactor(secrets)
  let rows: Traffic[] = []
  let id = 0
  return {
    add(exchange) {
      const { request, response } = exchange
      const row = { ...exchange, request: redact(request), response: redact(response) }
      const traffic = { id: ++id, wallAt: Date.now(), ...row }
      rows.push(traffic)
      // Cut in blocks: dropping one row at a time would move the whole list on each call.
      if (rows.length > KEPT + SHOWN) rows = rows.slice(-KEPT)
      bus.publish({ type: 'traffic', traffic })
    },
    recent: () => rows.slice(-SHOWN),
    all: () => rows,
    clear: () => void (rows = []),
  }
}

const MINTED = /\b(?:t-g1[0-9a-f]{36}|c-[0-9a-f]{40})\b/g
const SHORT = 8
const SECRET_FIELD = /"(app_secret|client_secret|authorization)":"(?:[^"\\]|\\.)*"/gi

/** By value first: a secret is a secret in whatever field a bot happens to put it. */
function createRedactor(secrets: readonly string[]): (value: unknown) => unknown {
  const known = secrets.filter((secret) => secret !== '').map((secret) => JSON.stringify(secret))
  // A short one inside a longer word is a coincidence; blanking it would make the log unreadable.
  const marks = known.map((quoted) =>
    quoted.length < SHORT + 2
      ? { find: quoted, by: '"***"' }
      : { find: quoted.slice(1, -1), by: '***' },
  )
  return (value) => {
    if (value === undefined) return undefined
    let text = JSON.stringify(value).replace(SECRET_FIELD, '"$1":"***"').replace(MINTED, '***')
    for (const { find, by } of marks) text = text.replaceAll(find, by)
    return parseJson(text)
  }
}
