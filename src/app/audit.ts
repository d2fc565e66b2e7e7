import * as rows from '../db/audit-rows.ts'
import type { Tx } from '../db/connect.ts'
import * as heads from '../db/heads.ts'
import * as organisations from '../db/organisations.ts'
import * as outbox from '../db/outbox.ts'
import * as slots from '../db/slots.ts'
import { type Account, auditDayAt, type Find, isSetRight, type RowFind } from '../domain/audit.ts'
import { isWorking } from '../domain/calendar.ts'
import { addDays, DAY, type Day, HOUR, type Instant, MINUTE } from '../domain/time.ts'
import { PRIORITY } from './announce.ts'
import { auditRecords, auditSteps } from './audit-slips.ts'
import type { Deps } from './deps.ts'
import { nameOf } from './in-turn.ts'

/** Later than this is late: retries of a busy minute fit in. */
const LATE_MS = 15 * MINUTE
/** Twelve attempts take half an hour; what waits longer waits for ever. */
const STUCK_MS = HOUR
/** Facts bear the moment their cause came in, which may lie before the last audit. */
const OVERLAP_MS = DAY
const LISTED_MAX = 50
const KEPT_MAX = 200
const REASONS_MAX = 3
const RETRY_MS = MINUTE

/** Gives 1 when it has audited, 0 when there was nothing to do. */
export type Auditor = (deps: Deps) => Promise<number>

/** Once a day for all instances, in whichever has its turn first. `afterwards` hears what was found. */
export function createAuditor(
  afterwards: (account: Account) => void = () => {},
  wall: () => number = Date.now,
): Auditor {
  let done: Day | undefined
  let notBefore = 0
  return async (deps) => {
    const day = auditDayAt(deps.clock.now())
    if (day === done || wall() < notBefore) return 0
    try {
      const audited = await deps.db.transaction((tx) => audit(deps, tx, day))
      if (audited === 'busy') return 0
      done = day
      if (audited === 'taken') return 0
      tellLog(deps, audited)
      afterwards(audited)
      return 1
    } catch (error) {
      notBefore = wall() + RETRY_MS
      deps.log.error({ day, error: nameOf(error) }, 'the audit failed, it will be tried again')
      return 0
    }
  }
}

/** Goes through the promises of design §5, sets right what can be, takes the daily head and writes the receipt. */
async function audit(deps: Deps, tx: Tx, day: Day): Promise<Account | 'busy' | 'taken'> {
  const now = deps.clock.now()
  if (!(await rows.claimAudit(tx))) return 'busy'
  if (!(await slots.take(tx, `audit:${day}`, now))) return 'taken'
  const before = await heads.last(tx)
  const since = (await heads.lastTold(tx))?.at ?? before?.at ?? now - DAY
  const span = { from: since, until: now }
  const steps = await auditSteps(tx, now - STUCK_MS)
  const records = await auditRecords(tx, before && before.at - OVERLAP_MS)
  const odd = await auditRows(tx, before?.at ?? now - DAY, now)
  const finds = [...steps.finds, ...records.finds, ...odd]
  const found = {
    since,
    promises: await rows.promisesBetween(tx, { ...span, lateMs: LATE_MS }),
    failures: await rows.failuresBetween(tx, { ...span, limit: REASONS_MAX }),
    open: steps.open,
    records: records.records,
    found: finds.length,
    finds: finds.slice(0, KEPT_MAX),
  }
  const director = (await organisations.current(tx))?.organisation.office.director
  // The first audit of an installation has no yesterday to tell of.
  const duty = before !== undefined && isWorking(deps.calendar, day)
  const told = director !== undefined && (duty || finds.length > 0)
  const account = { ...found, told }
  const head = await heads.take(tx, { day: addDays(day, -1), at: now, account })
  if (told) await sendReceipt(tx, director, head.day, now)
  return account
}

async function auditRows(tx: Tx, since: Instant, now: Instant): Promise<RowFind[]> {
  const stuckBefore = now - STUCK_MS
  const found = {
    stuckMessage: await rows.stuckMessages(tx, stuckBefore, LISTED_MAX),
    silentFailure: await rows.silentFailures(tx, since, LISTED_MAX),
    stuckArrival: await rows.stuckArrivals(tx, stuckBefore, LISTED_MAX),
    failedArrival: await rows.failedArrivals(tx, since, LISTED_MAX),
  }
  const kinds = ['stuckMessage', 'silentFailure', 'stuckArrival', 'failedArrival'] as const
  return kinds.flatMap((kind) => found[kind].map((row) => ({ kind, ...row })))
}

/** To the director: the organisation names no operator of its own. */
async function sendReceipt(tx: Tx, director: string, day: Day, now: Instant): Promise<void> {
  const message = {
    key: `receipt/${day}`,
    lane: director,
    kind: 'send',
    destination: { type: 'open_id', id: director },
    view: { card: 'receipt', day },
    slipId: undefined,
    priority: PRIORITY.reminder,
    notBefore: now,
  } as const
  await outbox.enqueue(tx, message, now)
}

function tellLog({ log }: Deps, { found, finds, promises, open, records }: Account): void {
  log.info({ found, ...promises, open, records }, 'audited')
  for (const find of finds) {
    if (isSetRight(find)) log.warn(fieldsOf(find), 'the audit set a slip right')
    else log.error(fieldsOf(find), 'the audit found what a human must look at')
  }
}

const fieldsOf = (find: Find): Record<string, unknown> => ({ ...find })
