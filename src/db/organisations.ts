import { desc, sql } from 'drizzle-orm'
import type { Organisation } from '../domain/organisation.ts'
import type { Instant } from '../domain/time.ts'
import type { Conn } from './connect.ts'
import { organisations } from './schema/organisations.ts'

export interface OrganisationVersion {
  version: number
  organisation: Organisation
  importedAt: Instant
  importedBy: string
  note: string | undefined
}

/** Puts an organisation in force from now on; earlier ones stay readable. Gives its version. */
export async function add(
  conn: Conn,
  { organisation, note, ...by }: Omit<OrganisationVersion, 'version'>,
): Promise<number> {
  const [row] = await conn
    .insert(organisations)
    .values({ document: organisation, note: note ?? null, ...by })
    .returning({ version: organisations.version })
  if (!row) throw new Error('the database gave the organisation no version')
  return row.version
}

/** A version never changes once it is written, so it is read and parsed once. */
const latest = new WeakMap<object, { version: number; organisation: Organisation }>()

/**
 * The one in force; undefined before the first import. Asks each time which one that is, in the caller's
 * own transaction, so that an import by any process counts at once; the document comes along only when it
 * is another one than last time.
 */
export async function current(conn: Conn): Promise<OrganisationVersion | undefined> {
  const { version, document, importedAt, importedBy, note } = organisations
  const database = databaseOf(conn)
  const known = latest.get(database)
  const unread = sql<Organisation | null>`case when ${version} is distinct from ${known?.version ?? null}
    then ${document} end`
  const [row] = await conn
    .select({ version, importedAt, importedBy, note, unread })
    .from(organisations)
    .orderBy(desc(version))
    .limit(1)
  if (!row) return undefined
  const organisation = row.unread ?? known?.organisation
  if (!organisation) throw new Error(`organisation ${row.version} has no document`)
  if (row.unread) latest.set(database, { version: row.version, organisation })
  const { unread: _, ...rest } = row
  return { ...rest, organisation, note: row.note ?? undefined }
}

/** What a database and its transactions have in common; drizzle hides it in its types. */
const databaseOf = (conn: Conn): object => (conn as Conn & { dialect: object }).dialect

/** The newest version number, 0 before the first: cheap enough to ask each time before trusting a cached one. */
export async function currentVersion(conn: Conn): Promise<number> {
  const [row] = await conn
    .select({ version: organisations.version })
    .from(organisations)
    .orderBy(desc(organisations.version))
    .limit(1)
  return row?.version ?? 0
}
