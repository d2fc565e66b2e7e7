import type { Tx } from '../db/connect.ts'
import type { ClaimedArrival } from '../db/inbox.ts'
import * as inbox from '../db/inbox.ts'
import * as organisations from '../db/organisations.ts'
import type { Organisation } from '../domain/organisation.ts'
import type { Deps } from './deps.ts'

/** A row that keeps failing waits longer each time, and after the last try lies open for a human. */
const RETRY_MS = [1_000, 10_000, 60_000, 600_000] as const

/** What was done, with the part of it that a repeated delivery is answered with. */
export interface Done {
  toast?: unknown
}

/** Works off one claimed arrival: what it causes and that it is done are written together, or neither is. */
export async function inTurn<T extends Done>(
  deps: Deps,
  claim: ClaimedArrival,
  work: (tx: Tx, org: Organisation | undefined) => Promise<T>,
): Promise<T> {
  try {
    return await deps.db.transaction(async (tx) => {
      const org = await organisations.current(tx)
      const done = await work(tx, org?.organisation)
      const at = deps.clock.now()
      const answer = done.toast ? { toast: done.toast } : undefined
      if (!(await inbox.finish(tx, claim, { at, answer }))) throw new Error('claim lost')
      return done
    })
  } catch (error) {
    await giveBack(deps, claim, error)
    throw error
  }
}

async function giveBack(deps: Deps, claim: ClaimedArrival, error: unknown): Promise<void> {
  const retryInMs = RETRY_MS[claim.attempts - 1]
  const name = nameOf(error)
  await inbox.fail(deps.db, claim, { at: deps.clock.now(), error: name, retryInMs })
  const fields = { inbox: claim.id, kind: claim.kind, attempts: claim.attempts, error: name }
  if (retryInMs === undefined) deps.log.error(fields, 'arrival given up, a human must look')
  else deps.log.warn(fields, 'arrival failed, will be tried again')
}

/** Drizzle's messages carry parameters, and those carry what people wrote: only its cause is safe to keep. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return error.cause instanceof Error
    ? causeOf(error.cause)
    : `${error.name}: ${safeMessage(error)}`
}

/** PostgreSQL quotes values in its messages; its code and the constraint's name say as much. */
function causeOf(cause: Error): string {
  const code = 'code' in cause ? String(cause.code) : ''
  const constraint = 'constraint_name' in cause ? String(cause.constraint_name) : ''
  return [cause.name, code, constraint].filter(Boolean).join(' ')
}

const safeMessage = (error: Error): string =>
  error.message.startsWith('Failed query') ? 'failed query' : error.message
