import { desc } from 'drizzle-orm'
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

/** The one in force; undefined before the first import. */
export async function current(conn: Conn): Promise<OrganisationVersion | undefined> {
  const [row] = await conn
    .select()
    .from(organisations)
    .orderBy(desc(organisations.version))
    .limit(1)
  if (!row) return undefined
  const { document, note, ...rest } = row
  return { ...rest, organisation: document, note: note ?? undefined }
}

/** The newest version number, 0 before the first: cheap enough to ask each time before trusting a cached one. */
export async function currentVersion(conn: Conn): Promise<number> {
  const [row] = await conn
    .select({ version: organisations.version })
    .from(organisations)
    .orderBy(desc(organisations.version))
    .limit(1)
  return row?.version ?? 0
}
