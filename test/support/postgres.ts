import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { startEmbedded, stopEmbedded } from '../../src/db/embedded.ts'
import { migrate } from '../../src/db/migrate.ts'
import { isAlive } from '../../src/db/postmaster.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server's own database; the migrated template lies beside it. */
    postgresUrl: string
  }
}

export const TEMPLATE = 'sanse_template'

const FOLDER = 'sanse-test-'

/** One real PostgreSQL for the whole run; each test file clones the template (~40 ms). */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep()
  const dataDir = await mkdtemp(join(tmpdir(), `${FOLDER}${process.pid}-`))
  const server = await startEmbedded({ dataDir, fsync: false })
  await makeTemplate(server.url)
  project.provide('postgresUrl', server.url)
  return () => discard(dataDir)
}

/** A run that was killed has left its server behind. */
async function sweep(): Promise<void> {
  const folders = (await readdir(tmpdir())).filter((name) => name.startsWith(FOLDER))
  const left = folders.filter((name) => !isAlive(Number.parseInt(name.slice(FOLDER.length), 10)))
  await Promise.all(left.map((name) => discard(join(tmpdir(), name)).catch(() => undefined)))
}

async function discard(dataDir: string): Promise<void> {
  await stopEmbedded({ dataDir, evenIfInUse: true })
  await rm(dataDir, { recursive: true, force: true })
}

async function makeTemplate(url: string): Promise<void> {
  const admin = postgres(url, { max: 1, onnotice: () => {} })
  await admin.unsafe(`create database ${TEMPLATE}`)
  await admin.end()
  await migrate(databaseUrl(url, TEMPLATE), 'drizzle')
}

export const databaseUrl = (url: string, name: string): string =>
  Object.assign(new URL(url), { pathname: name }).href
