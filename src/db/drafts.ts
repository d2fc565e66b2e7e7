import { and, asc, desc, eq } from 'drizzle-orm'
import type { Draft } from '../domain/draft.ts'
import type { OpenId } from '../domain/organisation.ts'
import type { Instant } from '../domain/time.ts'
import type { Conn, Tx } from './connect.ts'
import { drafts } from './schema/drafts.ts'

const columns = {
  id: drafts.id,
  inspector: drafts.inspector,
  version: drafts.version,
  state: drafts.state,
  content: drafts.content,
  slip: drafts.slipId,
  createdAt: drafts.createdAt,
}

/** Loads a draft and keeps every other writer of it waiting until the transaction ends. */
export async function loadForUpdate(tx: Tx, id: string): Promise<Draft | undefined> {
  const [row] = await tx.select(columns).from(drafts).where(eq(drafts.id, id)).for('update')
  return row && draftOf(row)
}

export async function find(conn: Conn, id: string): Promise<Draft | undefined> {
  const [row] = await conn.select(columns).from(drafts).where(eq(drafts.id, id))
  return row && draftOf(row)
}

/** What an inspector has begun and not issued, newest first. */
export async function openOf(conn: Conn, inspector: OpenId): Promise<Draft[]> {
  const rows = await conn
    .select(columns)
    .from(drafts)
    .where(and(eq(drafts.inspector, inspector), eq(drafts.state, 'open')))
    .orderBy(desc(drafts.createdAt))
  return rows.map(draftOf)
}

/** Oranges that wait for the director's signature (I4), oldest first. */
export async function awaiting(conn: Conn): Promise<Draft[]> {
  const rows = await conn
    .select(columns)
    .from(drafts)
    .where(eq(drafts.state, 'awaiting'))
    .orderBy(asc(drafts.updatedAt))
  return rows.map(draftOf)
}

export async function insert(conn: Conn, draft: Draft): Promise<void> {
  const { slip, ...rest } = draft
  await conn.insert(drafts).values({ ...rest, slipId: slip ?? null, updatedAt: draft.createdAt })
}

/** False: the draft is no longer at `version`. */
export async function update(
  conn: Conn,
  draft: Draft,
  version: number,
  at: Instant,
): Promise<boolean> {
  const { id, state, content, slip } = draft
  const saved = await conn
    .update(drafts)
    .set({ version: draft.version, state, content, slipId: slip ?? null, updatedAt: at })
    .where(and(eq(drafts.id, id), eq(drafts.version, version)))
    .returning({ id: drafts.id })
  return saved.length === 1
}

const draftOf = (row: Omit<Draft, 'slip'> & { slip: string | null }): Draft => ({
  ...row,
  slip: row.slip ?? undefined,
})
