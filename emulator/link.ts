import type { Bus } from './bus.ts'

export interface BotAddress {
  /** Base URL of the bot, no trailing slash. */
  url: string
  webhookPath?: string
  clockPath?: string
  /** In place of the network, for a bot living in the same process. */
  fetch?: (request: Request) => Response | Promise<Response>
}

export type Answered = { status: number; text: string }
/** Named after what the client shows: see 《卡片回传交互回调》 error codes. */
export type Unanswered = { failed: 'noAddress' | 'timeout' | 'connect' | 'dns'; detail: string }

/** The wire to the bot. */
export interface Link {
  connect(address: BotAddress): void
  connected(): boolean
  reachable(): boolean
  call(
    to: 'webhook' | 'clock',
    init: RequestInit,
    timeoutMs: number,
  ): Promise<Answered | Unanswered>
  path(to: 'webhook' | 'clock'): string
}

const DEFAULT_PATHS = { webhook: '/webhook/feishu', clock: '/__dev/clock' }

export function createLink(bus: Bus): Link {
  let address: BotAddress | undefined
  let reachable = false

  const path = (to: 'webhook' | 'clock') =>
    (to === 'webhook' ? address?.webhookPath : address?.clockPath) ?? DEFAULT_PATHS[to]

  const tell = (now: boolean) => {
    if (now === reachable) return
    reachable = now
    bus.publish({ type: 'bot', reachable })
  }

  return {
    connect: (to) => void (address = to),
    connected: () => address !== undefined,
    reachable: () => reachable,
    path,
    async call(to, init, timeoutMs) {
      if (address === undefined) return { failed: 'noAddress', detail: 'no request URL configured' }
      const answer = await exchange(address, path(to), init, timeoutMs)
      tell('status' in answer)
      return answer
    },
  }
}

async function exchange(
  address: BotAddress,
  path: string,
  init: RequestInit,
  timeoutMs: number,
): Promise<Answered | Unanswered> {
  // Redirects are not followed: the platform counts a 3xx as a failure.
  const hangUp = new AbortController()
  const { signal } = hangUp
  const request = new Request(address.url + path, { ...init, redirect: 'manual', signal })
  const late = Promise.withResolvers<Unanswered>()
  const timer = setTimeout(
    () => late.resolve({ failed: 'timeout', detail: `no answer in ${timeoutMs} ms` }),
    timeoutMs,
  )
  const answer = async (): Promise<Answered | Unanswered> => {
    try {
      const response = await (address.fetch ?? fetch)(request)
      return { status: response.status, text: await response.text() }
    } catch (error) {
      return unansweredOf(error)
    }
  }
  const first = await Promise.race([answer(), late.promise])
  clearTimeout(timer)
  hangUp.abort()
  return first
}

function unansweredOf(error: unknown): Unanswered {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  const code =
    typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : ''
  const detail = code === '' ? String(cause) : code
  return { failed: code === 'ENOTFOUND' ? 'dns' : 'connect', detail }
}
