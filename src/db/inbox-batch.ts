import postgres from 'postgres'
import type { Db } from './connect.ts'
import { type Arrival, known, store, type Stored } from './inbox.ts'
import { inbox } from './schema/inbox.ts'

/** Enough that a flood costs few statements, few enough that nobody waits for a long one. */
const ROWS_MAX = 100
/** While one statement is being committed the next is under way; more would only make smaller ones. */
const IN_FLIGHT_MAX = 2

type Intake = (arrival: Arrival) => Promise<Stored>

interface Waiting {
  arrival: Arrival
  row: string
  resolve: (stored: Stored | Promise<Stored>) => void
  reject: (error: unknown) => void
}

const intakes = new WeakMap<Db, Intake>()

/**
 * Stores an event once, together with whatever else came in at the same moment: one statement and one
 * commit for all of them. Resolves when the event's own row is committed. Events of a lane are stored in the
 * order of the calls.
 */
export function storeEvent(db: Db, arrival: Arrival): Promise<Stored> {
  const intake = intakes.get(db) ?? createIntake(db)
  intakes.set(db, intake)
  return intake(arrival)
}

function createIntake(db: Db): Intake {
  let queue: Waiting[] = []
  /** By event id. */
  const underWay = new Map<string, Promise<Stored>>()
  /** Of the statements in flight: the next event of such a lane waits, or it could be stored and seen first. */
  const lanes = new Set<string>()
  let inFlight = 0
  let collecting = false

  const collect = (): void => {
    if (collecting || inFlight === IN_FLIGHT_MAX || queue.length === 0) return
    collecting = true
    setImmediate(send)
  }
  const send = (): void => {
    collecting = false
    const batch = queue.filter(({ arrival }) => !lanes.has(arrival.lane)).slice(0, ROWS_MAX)
    if (batch.length === 0) return
    const taken = new Set(batch)
    queue = queue.filter((waiting) => !taken.has(waiting))
    for (const { arrival } of batch) lanes.add(arrival.lane)
    inFlight += 1
    void storeAll(db, batch).finally(() => {
      for (const { arrival } of batch) lanes.delete(arrival.lane)
      inFlight -= 1
      collect()
    })
    collect()
  }

  return (arrival) => {
    const { eventId } = arrival
    const twin = underWay.get(eventId)
    if (twin) return twin.then(asKnown)
    const stored = new Promise<Stored>((resolve, reject) => {
      queue.push({ arrival, row: rowOf(arrival), resolve, reject })
      collect()
    })
    underWay.set(eventId, stored)
    const settled = () => void underWay.delete(eventId)
    stored.then(settled, settled)
    return stored
  }
}

/** What a second delivery is told that came while the first was being stored. */
const asKnown = (first: Stored): Stored =>
  first.outcome === 'known'
    ? first
    : { outcome: 'known', id: first.id, state: 'stored', answer: null }

/** Settles each of them; never throws. */
async function storeAll(db: Db, batch: readonly Waiting[]): Promise<void> {
  const ids = await insert(clientOf(db), batch).catch(() => undefined)
  if (!ids) return storeOneByOne(db, batch)
  for (const { arrival, resolve } of batch) {
    const id = ids.get(arrival.eventId)
    resolve(id === undefined ? known(db, arrival) : { outcome: 'new', id, token: 0 })
  }
}

/** One bad event fails alone, and a lost answer costs nothing: what was committed all the same is known. */
async function storeOneByOne(db: Db, batch: readonly Waiting[]): Promise<void> {
  let unreachable: unknown
  for (const { arrival, resolve, reject } of batch) {
    if (unreachable !== undefined) reject(unreachable)
    else
      try {
        resolve(await store(db, arrival))
      } catch (error) {
        // Nobody waits out the connection timeout a hundred times in a row: Feishu delivers again.
        if (!isAnswerOfDatabase(error)) unreachable = error
        reject(error)
      }
  }
}

const isAnswerOfDatabase = (error: unknown): boolean =>
  error instanceof Error && error.cause instanceof postgres.PostgresError

/** Drizzle prepares no statement of this form, and an unprepared one costs a second round trip. */
const INSERT = `
  insert into inbox (event_id, semantic_key, kind, lane, payload, received_at)
  select event_id, semantic_key, kind, lane, payload, received_at
  from jsonb_to_recordset($1::text::jsonb) as arrived (
    event_id text, semantic_key text, kind text, lane text, payload jsonb, received_at timestamptz)
  on conflict do nothing
  returning id, event_id`

async function insert(
  client: postgres.Sql,
  batch: readonly Waiting[],
): Promise<Map<string, number>> {
  const rows = `[${batch.map(({ row }) => row).join(',')}]`
  const fresh = await client.unsafe<{ id: string; event_id: string }[]>(INSERT, [rows], {
    prepare: true,
  })
  return new Map(fresh.map(({ id, event_id: eventId }) => [eventId, Number(id)]))
}

/** Through the columns' own encoders, so that a row is stored the same way alone and in a batch. */
function rowOf({ payload, receivedAt, ...arrival }: Arrival): string {
  const head = JSON.stringify({
    event_id: arrival.eventId,
    semantic_key: arrival.semanticKey,
    kind: arrival.kind,
    lane: arrival.lane,
    received_at: inbox.receivedAt.mapToDriverValue(receivedAt),
  })
  return `${head.slice(0, -1)},"payload":${String(inbox.payload.mapToDriverValue(payload))}}`
}

/** Drizzle keeps the client it was given, but says so only in the type its constructor gives. */
const clientOf = (db: Db): postgres.Sql => (db as Db & { $client: postgres.Sql }).$client
