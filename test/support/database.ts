import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'
import { type Db, openDatabase } from '../../src/db/connect.ts'
import { databaseUrl, TEMPLATE } from './postgres.ts'

export interface TestDatabase {
  db: Db
  url: string
  /** Cuts whoever is still connected. */
  drop(): Promise<void>
}

/** A database of one's own, migrated and empty. One per test file: `isolate: false` puts several files in one process. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject('postgresUrl')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await administer(server, `create database ${name} template ${TEMPLATE}`)
  const url = databaseUrl(server, name)
  const database = openDatabase(url)
  const drop = async () => {
    await database.close()
    await administer(server, `drop database ${name} with (force)`)
  }
  return { db: database.db, url, drop }
}

async function administer(server: string, statement: string): Promise<void> {
  const admin = postgres(server, { max: 1, onnotice: () => {} })
  try {
    await admin.unsafe(statement)
  } finally {
    await admin.end()
  }
}
