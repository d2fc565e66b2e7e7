import type { Log } from '../feishu/log.ts'
import { type Auditor, createAuditor } from './audit.ts'

const TIMEOUT_MS = 5_000

/**
 * The dead man's switch: whoever expects this call each morning learns from its absence that the bot is dead, or that
 * its audit found something. Nobody waits for it; a call that failed is made once more at the next turn.
 */
export function auditWithHeartbeat(url: string | undefined, log: Log): Auditor {
  if (url === undefined) return createAuditor()
  let callAgain: (() => void) | undefined
  const call = (ifFailed: () => void): void =>
    void called(url).catch((error: unknown) => {
      // The address itself is a secret with most services.
      log.warn({ cause: causeOf(error) }, 'the heartbeat was not taken')
      ifFailed()
    })
  const audit = createAuditor(({ found }) => {
    if (found === 0) call(() => (callAgain = () => call(() => {})))
  })
  return (deps) => {
    const again = callAgain
    callAgain = undefined
    again?.()
    return audit(deps)
  }
}

async function called(url: string): Promise<void> {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) })
  await response.body?.cancel()
  if (!response.ok) throw new Error(`status ${response.status}`)
}

const causeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown'
  const { cause } = error
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.message
}
