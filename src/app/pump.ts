import { type Auditor, createAuditor } from './audit.ts'
import { deliverOutbox } from './deliver-outbox.ts'
import { type Deps, inForce } from './deps.ts'
import { nameOf } from './in-turn.ts'
import { runDueTimers } from './run-due-timers.ts'
import { workInbox } from './work-inbox.ts'

/** The heart of a running bot: takes what was received, what is due and what is to be sent, until there is nothing left. */
export interface Pump {
  /** Resolves when everything that could be done at the time of the call is done. */
  run(): Promise<void>
  /** Turns by itself until stopped: at every wake, and once a second for what other instances left behind. */
  start(): void
  wake(): void
  /** Finishes the turn under way. */
  stop(): Promise<void>
  /** Wall-clock time of the last finished turn; readiness looks at it. */
  turnedAt(): number
}

const TURN_EVERY_MS = 1_000

export function createPump(
  deps: Deps,
  wall: () => number = Date.now,
  audit: Auditor = createAuditor(),
): Pump {
  let last = Promise.resolve()
  let turnedAt = wall()
  let stopped = true
  let waiting: (() => void) | undefined
  let woken = false

  const work = async (now: Deps): Promise<void> => {
    while ((await workInbox(now)) + (await runDueTimers(now)) + (await deliverOutbox(now)) > 0);
  }

  const turn = async (): Promise<void> => {
    const now = await inForce(deps)
    await work(now)
    // The audit looks when everything else is done; its receipt is sent in the same turn.
    while ((await audit(now)) > 0) await work(now)
    turnedAt = wall()
  }

  // One turn at a time: whoever asks while one is under way gets the next, which sees what they wrote.
  const run = (): Promise<void> => {
    last = last.catch(() => {}).then(turn)
    return last
  }

  const wake = (): void => {
    woken = true
    waiting?.()
  }

  async function loop(): Promise<void> {
    while (!stopped) {
      woken = false
      await run().catch((error: unknown) =>
        deps.log.error(
          { error: nameOf(error) },
          'a turn of the pump failed, the next will try again',
        ),
      )
      if (!woken && !stopped) await pause()
    }
  }

  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, TURN_EVERY_MS)
      waiting = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  let looping = Promise.resolve()
  return {
    run,
    wake,
    start() {
      stopped = false
      looping = loop()
    },
    async stop() {
      stopped = true
      waiting?.()
      await looping
      await last.catch(() => {})
    },
    turnedAt: () => turnedAt,
  }
}
