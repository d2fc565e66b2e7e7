import * as organisations from '../db/organisations.ts'
import * as slips from '../db/slips.ts'
import type { ClaimedTimer } from '../db/timers.ts'
import * as timers from '../db/timers.ts'
import type { Deps } from './deps.ts'
import { handleCommand } from './handle-command.ts'
import { nameOf } from './in-turn.ts'
import { schedule } from './schedule.ts'

const AT_ONCE = 50
const RETRY_MS = 30_000

/** Lets happen what nobody has prevented: reminders, breaches, silence. Gives how many steps were taken. */
export async function runDueTimers(deps: Deps): Promise<number> {
  const due = await timers.claimDue(deps.db, deps.clock.now(), AT_ONCE)
  for (const timer of due) await runOne(deps, timer)
  return due.length
}

async function runOne(deps: Deps, timer: ClaimedTimer): Promise<void> {
  try {
    await step(deps, timer)
  } catch (error) {
    deps.log.error({ slip: timer.slipId, step: timer.step, error: nameOf(error) }, 'step failed')
    await timers.fail(deps.db, timer, { error: nameOf(error), retryInMs: RETRY_MS })
  }
}

const step = (deps: Deps, { slipId, step: kind }: ClaimedTimer): Promise<void> =>
  deps.db.transaction(async (tx) => {
    const current = await organisations.current(tx)
    if (!current) throw new Error('no organisation is in force')
    const scene = { tx, org: current.organisation }
    const outcome = await handleCommand(deps, scene, slipId, {
      type: 'runStep',
      step: kind,
      orange: deps.newId(),
      by: { kind: 'rule', rule: 'D11' },
      at: deps.clock.now(),
    })
    // Overtaken: the slip has moved on, and its timer is set anew from where it stands.
    const slip = 'refused' in outcome ? await slips.find(tx, slipId) : undefined
    if (slip) await schedule(tx, slip)
  })
