import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator'
import type postgres from 'postgres'
import { z } from 'zod'
import { connect } from './connect.ts'

/** Drizzle's migrator takes no lock: of four processes starting together three died on CREATE SCHEMA. */
const MIGRATION_LOCK = 727_001

const journalSchema = z.object({
  entries: z.array(z.object({ tag: z.string(), when: z.number() })),
})
type Entry = z.infer<typeof journalSchema>['entries'][number]

/** Brings a database up to the newest migration of a folder. Any number of processes may do so at once. */
export async function migrate(url: string, folder: string): Promise<void> {
  const entries = await readJournal(folder)
  refuseDisorder(entries)
  const client = connect(url, 1)
  try {
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`
    refuseSkipped(entries, await appliedAt(client))
    await runMigrations(drizzle(client), { migrationsFolder: folder })
  } finally {
    // Closing the session gives the lock back, whatever happened in it.
    await client.end()
  }
}

async function readJournal(folder: string): Promise<Entry[]> {
  const text = await readFile(join(folder, 'meta', '_journal.json'), 'utf8')
  return journalSchema.parse(JSON.parse(text)).entries
}

/** The migrator compares dates only: an entry dated before its predecessor would be skipped without a word. */
function refuseDisorder(entries: readonly Entry[]): void {
  for (const [i, entry] of entries.entries()) {
    const previous = entries[i - 1]
    if (previous && entry.when <= previous.when)
      throw new Error(`migration ${entry.tag} is not dated after ${previous.tag}: regenerate it`)
  }
}

/** The same trap with a database that has already gone past a migration merged later. */
function refuseSkipped(entries: readonly Entry[], applied: ReadonlySet<number>): void {
  const newest = Math.max(0, ...applied)
  const skipped = entries.find(({ when }) => when < newest && !applied.has(when))
  if (skipped)
    throw new Error(`migration ${skipped.tag} is older than one already applied: regenerate it`)
}

async function appliedAt(client: postgres.Sql): Promise<Set<number>> {
  const [table] = await client`select to_regclass('drizzle.__drizzle_migrations') as name`
  if (!table?.name) return new Set()
  const rows = await client<
    { at: number }[]
  >`select created_at::float8 as at from drizzle.__drizzle_migrations`
  return new Set(rows.map((row) => row.at))
}
