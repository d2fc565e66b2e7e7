import type { CardPressed, Inbound } from '../../src/feishu/inbound.ts'
import { type AppDeps, createApp } from '../../src/http/app.ts'
import { createRecordingLog } from '../feishu/recording-log.ts'
import { seal, type Sealed } from '../feishu/sealed-request.ts'

export const KEY = 'kQ9vX2mR7tLb4nWc'
export const NOW = Date.UTC(2026, 10, 23, 1)

/** An app that stores into an array, and the requests Feishu would make to it. */
export function givenApp(deps: Partial<AppDeps> = {}) {
  const received: { inbound: Inbound; raw: unknown }[] = []
  const pressed: CardPressed[] = []
  const log = createRecordingLog()
  const app = createApp({
    feishu: { encryptKeys: [KEY], verificationTokens: ['v7xkQ2mE9rTtB4nWcYpLsD3hGfZuJ8aK'] },
    wallClock: () => NOW,
    async receive(inbound, raw) {
      received.push({ inbound, raw })
    },
    async press(press) {
      pressed.push(press)
      return {}
    },
    health: async () => ({ ok: true, checks: {} }),
    log,
    ...deps,
  })
  async function post({ body, headers }: Sealed) {
    return app.request('/webhook/feishu', { method: 'POST', body, headers })
  }
  const deliver = (plain: unknown, at = NOW) => post(seal(KEY, plain, at))
  return { app, received, pressed, log, post, deliver }
}
