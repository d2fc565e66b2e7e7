import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { connect } from './connect.ts'
import { findBinaries } from './embedded-binaries.ts'
import { clusterIn, createCluster, keepPort, readPassword, readPort } from './embedded-cluster.ts'
import { freePort, lastWords, launch } from './embedded-launch.ts'
import { serverUser } from './embedded-user.ts'
import { findPostmaster, settledPostmaster, untilGone } from './postmaster.ts'

export interface EmbeddedServer {
  url: string
  /**
   * Shuts the server down, whether this process started it or found it running, unless others are still connected:
   * the last one out turns off the light. Close your own connections first.
   */
  stop(options?: { evenIfInUse?: boolean }): Promise<void>
}

export interface EmbeddedOptions {
  /** The cluster lies in `postgres` under it. */
  dataDir: string
  /** Otherwise a free one is chosen and kept. */
  port?: number
  /** False may cost the data at a power failure: for tests only. */
  fsync?: boolean
}

/** A port found free may be taken a moment later, and orphans of a killed server need a moment to go. */
const PAUSES_MS = [100, 200, 400, 800, 1_600]
/** Backends of connections just closed are gone by then. */
const LEAVE_PATIENCE_MS = 1_000
const LOOK_AGAIN_MS = 20

/**
 * A running PostgreSQL for a data folder: the one found there, left behind by a bot killed with `kill -9` perhaps, or a
 * new one. It outlives this process by design; only `stop` ends it.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const dataDir = resolve(options.dataDir)
  await mkdir(dataDir, { recursive: true })
  const running = (await connectRunning({ dataDir })) ?? (await start({ ...options, dataDir }))
  return { url: running.url, stop: (how) => stopEmbedded({ dataDir, ...how }) }
}

/**
 * The server already running for a data folder, waited for while it is on its way up; undefined when there is none.
 * For whoever works beside a bot and leaves the server as it is.
 */
export async function connectRunning({
  dataDir,
}: {
  dataDir: string
}): Promise<{ url: string } | undefined> {
  const cluster = clusterIn(resolve(dataDir))
  const password = await readPassword(cluster)
  const postmaster = password && (await settledPostmaster(cluster))
  if (!postmaster) return undefined
  return { url: `postgres://postgres:${password}@127.0.0.1:${postmaster.port}/postgres` }
}

async function start({ dataDir, port, fsync = true }: EmbeddedOptions): Promise<{ url: string }> {
  const cluster = clusterIn(dataDir)
  const user = await serverUser(cluster)
  const binaries = await findBinaries(user !== undefined)
  if (!(await readPassword(cluster))) await createCluster({ dataDir, binaries, user, fsync })
  for (const ms of PAUSES_MS) {
    const chosen = port ?? (await freePort(await readPort(cluster)))
    await launch({ dataDir, binaries, user, port: chosen, fsync })
    // Also when ours ended: another process may have been faster with its own.
    const running = await connectRunning({ dataDir })
    if (running) {
      await keepPort(cluster, Number(new URL(running.url).port))
      return running
    }
    await pause(ms)
  }
  throw new Error(`the embedded PostgreSQL did not start: ${await lastWords(dataDir)}`)
}

/** Shuts down the server of a data folder, if one runs; see `EmbeddedServer.stop`. */
export async function stopEmbedded({
  dataDir,
  evenIfInUse = false,
}: {
  dataDir: string
  evenIfInUse?: boolean
}): Promise<void> {
  const cluster = clusterIn(resolve(dataDir))
  const running = await connectRunning({ dataDir })
  const postmaster = await findPostmaster(cluster)
  if (!running || !postmaster) return
  if (!evenIfInUse && (await othersConnected(running.url))) return
  await shutDown(cluster, postmaster.pid)
  await untilGone(cluster)
}

/** Fast shutdown: sessions are cut, everything committed is written out. Windows knows no signals. */
async function shutDown(cluster: string, pid: number): Promise<void> {
  if (process.platform !== 'win32') {
    process.kill(pid, 'SIGINT')
    return
  }
  const { pgCtl } = await findBinaries(false)
  await promisify(execFile)(pgCtl, ['stop', '-m', 'fast', '-D', cluster])
}

async function othersConnected(url: string): Promise<boolean> {
  const client = connect(url, 1)
  try {
    const patience = Date.now() + LEAVE_PATIENCE_MS
    for (;;) {
      const others = await client`select from pg_stat_activity
        where backend_type = 'client backend' and pid <> pg_backend_pid()`
      if (others.length === 0) return false
      if (Date.now() > patience) return true
      await pause(LOOK_AGAIN_MS)
    }
  } finally {
    await client.end()
  }
}
