import type { Tx } from '../db/connect.ts'
import * as timers from '../db/timers.ts'
import { nextStep } from '../domain/next-step.ts'
import type { Slip } from '../domain/slip.ts'

/** Puts a slip's one next step in place of any before; a slip that only waits on a desk has none. */
export async function schedule(tx: Tx, slip: Slip): Promise<void> {
  const step = nextStep(slip)
  if (!step) return timers.clear(tx, slip.id)
  await timers.put(tx, {
    slipId: slip.id,
    step: step.kind,
    dueAt: step.at,
    expectedVersion: slip.version,
    expiresAt: undefined,
  })
}
