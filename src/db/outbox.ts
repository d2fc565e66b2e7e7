import { and, eq, gt, inArray, min, sql } from 'drizzle-orm'
import type { SlipId, Stage } from '../domain/slip.ts'
import type { Instant } from '../domain/time.ts'
import type { View } from '../domain/view.ts'
import { type Claim, LEASE_MS, leaseFor } from './claim.ts'
import type { Conn } from './connect.ts'
import { type Destination, outbox, type OutboxKind, type OutboxResult } from './schema/outbox.ts'

type Row = typeof outbox.$inferSelect

/** One logical message to a chat or a person, or as a reply to a message. */
export interface Message {
  key: string
  lane: string
  kind: 'send' | 'reply'
  destination: Destination
  view: View
  slipId: SlipId | undefined
  /** Lower goes first, between lanes; within a lane nothing overtakes. */
  priority: number
  notBefore: Instant
  validIn?: readonly Stage[] | undefined
  proof?: boolean
  mergeKey?: string | undefined
}

/** A card to be brought up to date. */
export interface Patch {
  messageId: string
  lane: string
  view: View
  slipId: SlipId | undefined
  priority: number
}

export interface ClaimedMessage extends Claim {
  key: string
  uuid: string
  lane: string
  kind: OutboxKind
  destination: Destination
  view: View
  slipId: SlipId | undefined
  priority: number
  notBefore: Instant
  validIn: readonly Stage[] | undefined
  proof: boolean
  mergeKey: string | undefined
  /** This one included. */
  attempts: number
  /** Those of the attempts before this one that are known to have left nothing behind. */
  unsent: number
  firstTriedAt: Instant
  createdAt: Instant
}

/** How a message ended. `unknown`: it may have arrived, and nobody could find out. */
export type Outcome =
  | { state: 'accepted'; messageId: string; chatId?: string }
  | { state: 'refused'; code: number; reason: string }
  | { state: 'unknown'; reason: string }
  | { state: 'void'; reason: string }

/** False: this key was enqueued before, and that row stands. */
export async function enqueue(conn: Conn, message: Message, now: Instant): Promise<boolean> {
  const added = await conn
    .insert(outbox)
    .values({ ...message, createdAt: now })
    .onConflictDoNothing({ target: outbox.key })
    .returning({ id: outbox.id })
  return added.length === 1
}

const UNTRIED_PATCH = sql`kind = 'patch' and state = 'pending' and attempts = 0`

/**
 * One untried patch per message is enough: it is rendered from state when sent. The update of the row found is
 * not idle: it locks the row until this transaction commits, else a sender could claim it now, render the old
 * state and leave the new one unshown.
 */
export async function enqueuePatch(conn: Conn, patch: Patch, now: Instant): Promise<void> {
  const { messageId, ...columns } = patch
  await conn
    .insert(outbox)
    .values({
      ...columns,
      key: `patch:${crypto.randomUUID()}`,
      kind: 'patch',
      destination: { messageId },
      messageId,
      notBefore: now,
      createdAt: now,
    })
    .onConflictDoUpdate({
      target: outbox.messageId,
      targetWhere: UNTRIED_PATCH,
      set: {
        priority: sql`least(${outbox.priority}, excluded.priority)`,
        view: sql`excluded.view`,
      },
    })
}

/**
 * Claims the lowest open row of each lane, so a lane has one message in flight and keeps its order.
 * A row whose time has not come is passed over; one that waits for its next attempt holds its lane.
 */
export async function claim(
  conn: Conn,
  now: Instant,
  limit: number,
  leaseMs = LEASE_MS,
): Promise<ClaimedMessage[]> {
  const rows = await conn
    .update(outbox)
    .set({
      leaseUntil: leaseFor(leaseMs),
      token: sql`${outbox.token} + 1`,
      attempts: sql`${outbox.attempts} + 1`,
      firstTriedAt: sql`coalesce(${outbox.firstTriedAt}, ${at(now)})`,
    })
    .where(sql`${outbox.id} = any(array(${claimable(now, limit)}))`)
    .returning(toSend)
  return rows
    .toSorted((a, b) => a.priority - b.priority || a.id - b.id)
    .map((row) => claimed(row, now))
}

const at = (moment: Instant) => sql.param(moment, outbox.notBefore)

/** Lane heads by a loose index scan, one probe per lane; `not exists (an earlier row)` took 16 s over a backlog of 25,000. */
const heads = (now: Instant) => sql`
  with recursive heads as (
    (select lane, id from outbox where state = 'pending' and not_before <= ${at(now)}
     order by lane, id limit 1)
    union all
    select next.lane, next.id from heads cross join lateral (
      select o.lane, o.id from outbox o
      where o.state = 'pending' and o.not_before <= ${at(now)} and o.lane > heads.lane
      order by o.lane, o.id limit 1) next)`

/** The conditions are repeated on the row itself: they are what is checked again when it changed while being locked. */
const claimable = (now: Instant, limit: number) => sql`${heads(now)}
  select o.id from heads join outbox o on o.id = heads.id
  where o.state = 'pending' and (o.lease_until is null or o.lease_until < clock_timestamp())
  order by o.priority, o.not_before, o.id limit ${limit} for update of o skip locked`

const toSend = {
  id: outbox.id,
  token: outbox.token,
  key: outbox.key,
  uuid: outbox.uuid,
  lane: outbox.lane,
  kind: outbox.kind,
  destination: outbox.destination,
  view: outbox.view,
  slipId: outbox.slipId,
  priority: outbox.priority,
  notBefore: outbox.notBefore,
  validIn: outbox.validIn,
  proof: outbox.proof,
  mergeKey: outbox.mergeKey,
  attempts: outbox.attempts,
  firstTriedAt: outbox.firstTriedAt,
  createdAt: outbox.createdAt,
  result: outbox.result,
}

const claimed = (
  { result, ...row }: Pick<Row, keyof typeof toSend>,
  now: Instant,
): ClaimedMessage => ({
  ...row,
  unsent: result && 'unsent' in result ? (result.unsent ?? 0) : 0,
  slipId: row.slipId ?? undefined,
  validIn: row.validIn ?? undefined,
  mergeKey: row.mergeKey ?? undefined,
  firstTriedAt: row.firstTriedAt ?? now,
})

const mine = ({ id, token }: Claim) =>
  and(eq(outbox.id, id), eq(outbox.token, token), eq(outbox.state, 'pending'))

/** Writes down how it ended, once. False: somebody else holds the row by now. */
export async function settle(
  conn: Conn,
  claim: Claim,
  outcome: Outcome,
  now: Instant,
): Promise<boolean> {
  const { state, ...result } = outcome
  const messageId = state === 'accepted' ? { messageId: outcome.messageId } : {}
  const settled = await conn
    .update(outbox)
    .set({ state, result, doneAt: now, leaseUntil: null, ...messageId })
    .where(mine(claim))
    .returning({ id: outbox.id })
  return settled.length === 1
}

export interface Retry {
  waitMs: number
  reason: string
  now: Instant
  /** How many of the attempts so far, this one included, are known to have left nothing behind. */
  unsent?: number
}

/**
 * Leaves the row in its place, holding its lane, for another attempt after `waitMs`. That wait runs on the database's
 * clock like a lease: Feishu's patience knows nothing of the business clock, which may stand still or jump. A patch with a younger one waiting behind it
 * is dropped instead: that one will show the same state.
 */
export async function retry(
  conn: Conn,
  claim: Claim,
  { waitMs, reason, now, unsent = 0 }: Retry,
): Promise<boolean> {
  const superseded = sql`(${outbox.kind} = 'patch' and exists (
    select from outbox younger where younger.message_id = ${outbox.messageId}
      and younger.kind = 'patch' and younger.state = 'pending' and younger.attempts = 0))`
  const result: OutboxResult = { reason, unsent }
  const kept = await conn
    .update(outbox)
    .set({
      state: sql`case when ${superseded} then 'void' else 'pending' end`,
      doneAt: sql`case when ${superseded} then ${at(now)}::timestamptz end`,
      leaseUntil: leaseFor(waitMs),
      result,
    })
    .where(mine(claim))
    .returning({ id: outbox.id })
  return kept.length === 1
}

/**
 * D11, merged per receiver: takes over what other reminders waiting for the same destination say. The carrier holds all
 * of it before the others are void, in one statement, so a killed process loses none.
 */
export async function absorbReminders(
  conn: Conn,
  carrier: ClaimedMessage,
  now: Instant,
): Promise<View> {
  const { view, lane, id } = carrier
  if (view.card !== 'reminder') return view
  const others = sql`select id, view from outbox where lane = ${lane} and id <> ${id} and state = 'pending'
    and view ->> 'card' = 'reminder' and not_before <= ${at(now)} order by id for update skip locked`
  const rows = await conn.execute<{ view: unknown }>(sql`
    with others as (${others}),
      items as (select jsonb_agg(item) as list from others, jsonb_array_elements(view -> 'items') item),
      roles as (select jsonb_agg(distinct role) as list
        from (select jsonb_array_elements(view -> 'to') from others
              union select jsonb_array_elements(${JSON.stringify(view.to)}::jsonb)) as told(role)),
      gone as (update outbox set state = 'void', done_at = ${at(now)}::timestamptz,
        result = jsonb_build_object('reason', 'merged into ' || ${String(id)})
        where id in (select id from others))
    update outbox set view = jsonb_set(jsonb_set(view, '{items}', (view -> 'items') || (select list from items)),
      '{to}', (select list from roles))
    where id = ${id} and (select list from items) is not null
    returning view`)
  const [merged] = rows
  // Written by ourselves a moment ago, in the shape of the view it was.
  return (merged?.view as View | undefined) ?? view
}

/** Those of some messages of ours that are on record. Read once in a blue moon, so no index is kept for it. */
export async function recorded(
  conn: Conn,
  messageIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await conn
    .select({ messageId: outbox.messageId })
    .from(outbox)
    .where(inArray(outbox.messageId, [...messageIds]))
  return new Set(rows.map(({ messageId }) => messageId).filter((id) => id !== null))
}

/** The private chat with a person, which Feishu names when it accepts a message to them. */
export async function p2pChatOf(conn: Conn, person: string): Promise<string | undefined> {
  const [row] = await conn
    .select({ chatId: sql<string>`${outbox.result} ->> 'chatId'` })
    .from(outbox)
    .where(
      sql`state = 'accepted' and kind = 'send' and destination ->> 'id' = ${person} and result ? 'chatId'`,
    )
    .limit(1)
  return row?.chatId
}

/** When there will be something to claim: rows in flight and rows behind them do not count. */
export async function nextDueAt(conn: Conn, now: Instant): Promise<Instant | undefined> {
  const ready = sql`${outbox.id} = any(array(${heads(now)} select id from heads))
    and (lease_until is null or lease_until < clock_timestamp())`
  const [head] = await conn
    .select({ at: min(outbox.notBefore) })
    .from(outbox)
    .where(ready)
  const [waiting] = await conn
    .select({ at: min(outbox.notBefore) })
    .from(outbox)
    .where(and(sql`state = 'pending'`, gt(outbox.notBefore, now)))
  const moments = [head?.at, waiting?.at].filter((moment) => typeof moment === 'number')
  return moments.length > 0 ? Math.min(...moments) : undefined
}
