import * as rows from '../db/audit-rows.ts'
import type { Tx } from '../db/connect.ts'
import { brokenAt, canonical } from '../db/hash-chain.ts'
import * as slips from '../db/slips.ts'
import { isListedRight, type SlipFind, stepFault } from '../domain/audit.ts'
import { replay } from '../domain/evolve.ts'
import { isOpen, type Slip, type SlipId } from '../domain/slip.ts'
import type { Instant } from '../domain/time.ts'
import { schedule } from './schedule.ts'

/** Every open slip has its one next step or lies on a named desk; a closed one has at most its look-back. */
export async function auditSteps(
  tx: Tx,
  stuckBefore: Instant,
): Promise<{ open: number; finds: SlipFind[] }> {
  const finds: SlipFind[] = []
  let open = 0
  for await (const page of rows.slipsWithSteps(tx)) {
    open += page.filter(({ slip }) => isOpen(slip)).length
    for (const audited of page) {
      if (faultsOf(audited, stuckBefore).length === 0) continue
      // Read without a lock, it may just have been changing.
      const held = await rows.holdIfFree(tx, audited.slip.id)
      if (!held) continue
      const faults = faultsOf(held, stuckBefore)
      finds.push(...faults)
      await setRight(tx, held.slip, faults)
    }
  }
  return { open, finds }
}

function faultsOf({ slip, listed, planned }: rows.AuditedSlip, stuckBefore: Instant): SlipFind[] {
  const about = { slip: slip.id, serial: slip.serial }
  const fault = stepFault(slip, planned)
  const stuck = !fault && planned && planned.at < stuckBefore
  return [
    ...(fault ? [{ ...about, kind: fault }] : []),
    ...(stuck ? [{ ...about, kind: 'stuckStep' as const, reason: planned.error ?? '' }] : []),
    ...(isListedRight(slip, listed) ? [] : [{ ...about, kind: 'wrongDesk' as const }]),
  ]
}

async function setRight(tx: Tx, slip: Slip, faults: readonly SlipFind[]): Promise<void> {
  const has = (...kinds: SlipFind['kind'][]) => faults.some(({ kind }) => kinds.includes(kind))
  if (has('missingStep', 'wrongStep', 'strayStep')) await schedule(tx, slip)
  if (has('wrongDesk')) await slips.update(tx, slip, slip.version)
}

/** The record of every slip touched since a moment, or of all, is whole, and the slip is what it says. */
export async function auditRecords(
  tx: Tx,
  since: Instant | undefined,
): Promise<{ records: number; finds: SlipFind[] }> {
  const finds: SlipFind[] = []
  let records = 0
  for await (const ids of rows.slipsTouched(tx, since)) {
    records += ids.length
    for (const { slip, record } of await rows.recordsOf(tx, ids))
      finds.push(...recordFaults(slip, record))
  }
  return { records, finds }
}

type Records = Awaited<ReturnType<typeof rows.recordsOf>>

function recordFaults(slip: Slip, record: Records[number]['record']): SlipFind[] {
  const about = { slip: slip.id, serial: slip.serial }
  const seq = brokenAt(slip.id, record)
  if (seq !== undefined) return [{ ...about, kind: 'brokenChain', seq }]
  const facts = record.map(({ event }) => event)
  return isMadeBy(slip, slip.id, facts) ? [] : [{ ...about, kind: 'driftedState' }]
}

/** A record that cannot even be replayed makes nothing. */
function isMadeBy(slip: Slip, id: SlipId, facts: Parameters<typeof replay>[1]): boolean {
  try {
    return canonical(replay(id, facts)) === canonical(slip)
  } catch {
    return false
  }
}
