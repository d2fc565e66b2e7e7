import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type FileHandle, open, readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Binaries } from './embedded-binaries.ts'
import { asSeenBy, clusterIn } from './embedded-cluster.ts'
import type { User } from './embedded-user.ts'
import { findPostmaster, disownStale } from './postmaster.ts'

export interface Launch {
  dataDir: string
  binaries: Binaries
  user: User | undefined
  port: number
  fsync: boolean
}

const LOOK_AGAIN_MS = 10
const LOG_BYTES_MAX = 5_000_000
const logFile = (dataDir: string) => join(dataDir, 'postgres.log')

/** Starts a server and waits until one is ready. False: it ended before. */
export async function launch(how: Launch): Promise<boolean> {
  const cluster = clusterIn(how.dataDir)
  await disownStale(cluster)
  const log = await openLog(how.dataDir)
  try {
    return await untilReady(cluster, spawnServer(how, cluster, log))
  } finally {
    await log.close()
  }
}

/**
 * Detached: Ctrl-C goes to every process of the terminal's group, and the database must not be gone before the bot
 * has finished its work. Its words go to a file, for a pipe would end with the bot.
 */
function spawnServer(how: Launch, cluster: string, log: FileHandle): ChildProcess {
  const { binaries, user, port, fsync } = how
  const settings = { ...SETTINGS, port, ...(fsync ? {} : CARELESS) }
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawn(binaries.postgres, ['-D', asSeenBy(user, cluster), ...args], {
    cwd: cluster,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    ...user,
  })
  server.unref()
  return server
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // Several instances with a pool each, and the command line beside them.
  max_connections: 200,
  log_timezone: 'UTC',
  log_checkpoints: 'off',
}

const CARELESS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

async function untilReady(cluster: string, server: ChildProcess): Promise<boolean> {
  let failure: Error | undefined
  server.once('error', (error) => {
    failure = error
  })
  for (;;) {
    if (failure) throw failure
    if (server.exitCode !== null || server.signalCode !== null) return false
    if ((await findPostmaster(cluster))?.ready) return true
    await pause(LOOK_AGAIN_MS)
  }
}

async function openLog(dataDir: string): Promise<FileHandle> {
  const file = logFile(dataDir)
  const size = await stat(file).then(
    (stats) => stats.size,
    () => 0,
  )
  return open(file, size > LOG_BYTES_MAX ? 'w' : 'a', 0o600)
}

/** What a server said before it ended. */
export async function lastWords(dataDir: string): Promise<string> {
  const text = await readFile(logFile(dataDir), 'utf8').catch(() => '')
  return text.trimEnd().split('\n').slice(-5).join('\n')
}

/** The wanted port when nobody listens there, else any free one. */
export async function freePort(wanted = 0): Promise<number> {
  const server = createServer()
  try {
    server.listen(wanted, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    if (typeof address === 'object' && address) return address.port
    throw new Error('the system gave no free port')
  } catch (error) {
    if (wanted !== 0) return await freePort()
    throw error
  } finally {
    server.close()
  }
}
