import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import type postgres from 'postgres'
import { connect } from '../src/db/connect.ts'
import { startEmbedded } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'

const MIGRATIONS = fileURLToPath(new URL('../drizzle', import.meta.url))

/** A PostgreSQL of the run's own in a temporary folder, fsync on: what is measured is what survives a power failure. */
export interface Cluster {
  version: string
  /** A database of its own for each contender; gives its URL. */
  create(name: string, options?: { migrated?: boolean }): Promise<string>
  close(): Promise<void>
}

export async function startCluster(): Promise<Cluster> {
  // Named like those of the tests, whose next run sweeps away what an interrupted one has left.
  const dataDir = await mkdtemp(join(tmpdir(), `sanse-test-${process.pid}-`))
  const server = await startEmbedded({ dataDir, fsync: true })
  const admin = connect(server.url, 1)
  return {
    version: await versionOf(admin),
    async create(name, { migrated = true } = {}) {
      await admin.unsafe(`create database ${name}`)
      const url = Object.assign(new URL(server.url), { pathname: name }).href
      if (migrated) await migrate(url, MIGRATIONS)
      return url
    },
    async close() {
      await admin.end()
      await server.stop({ evenIfInUse: true })
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function versionOf(admin: postgres.Sql): Promise<string> {
  const [row] = await admin<{ server_version: string }[]>`show server_version`
  return row?.server_version.split(' ')[0] ?? 'unknown'
}
