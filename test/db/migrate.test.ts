import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from '../../src/db/migrate.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

interface Journal {
  entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[]
}

let database: TestDatabase
let folder = ''
beforeAll(async () => {
  database = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'sanse-migrations-'))
  await cp('drizzle', folder, { recursive: true })
})
afterAll(async () => {
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

const journalFile = (where: string) => join(where, 'meta', '_journal.json')
const readJournal = async (where: string): Promise<Journal> =>
  JSON.parse(await readFile(journalFile(where), 'utf8'))

async function withJournal(change: (journal: Journal) => void): Promise<void> {
  const journal = await readJournal('drizzle')
  change(journal)
  await writeFile(journalFile(folder), JSON.stringify(journal))
}

test('four processes may migrate an empty database at once', async () => {
  await database.db.execute(sql`drop schema public cascade`)
  await database.db.execute(sql`drop schema drizzle cascade`)
  await database.db.execute(sql`create schema public`)
  await Promise.all([1, 2, 3, 4].map(() => migrate(database.url, 'drizzle')))
  const applied = await database.db.execute(sql`select from drizzle.__drizzle_migrations`)
  const { entries } = await readJournal('drizzle')
  expect(applied).toHaveLength(entries.length)
})

test('every SQL file of the repository is in the journal, in order', async () => {
  const files = (await readdir('drizzle')).filter((name) => name.endsWith('.sql')).toSorted()
  const { entries } = await readJournal('drizzle')
  expect(entries.map(({ tag }) => `${tag}.sql`)).toEqual(files)
})

test('a migration not dated after its predecessor is refused, not skipped', async () => {
  await withJournal(({ entries }) => {
    const [first, second] = entries
    if (first && second) second.when = first.when
  })
  await expect(migrate(database.url, folder)).rejects.toThrow('is not dated after 0000_extensions')
})

test('a migration merged behind one already applied is refused, not skipped', async () => {
  await withJournal(({ entries }) => {
    const [first, second] = entries
    if (!first || !second) throw new Error('too few migrations')
    entries.splice(1, 0, { ...second, tag: 'late_merge', when: first.when + 1 })
  })
  await expect(migrate(database.url, folder)).rejects.toThrow('late_merge is older than one')
})
