import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import type { Binaries } from './embedded-binaries.ts'
import type { User } from './embedded-user.ts'
import { isAlive } from './postmaster.ts'

const run = promisify(execFile)

/** Kept inside the cluster's folder, which only its owner may enter. Written once: without it the data are shut away. */
const passwordFile = (cluster: string) => join(cluster, 'sanse.password')
const portFile = (cluster: string) => join(cluster, 'sanse.port')

export const clusterIn = (dataDir: string): string => join(dataDir, 'postgres')

/** Undefined: there is no cluster yet. */
export async function readPassword(cluster: string): Promise<string | undefined> {
  try {
    return await readFile(passwordFile(cluster), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw new Error(`the database folder ${cluster} cannot be read by this user`, { cause: error })
  }
}

/** The port it had last, 0 when none is known. */
export const readPort = async (cluster: string): Promise<number> =>
  Number(await readFile(portFile(cluster), 'utf8').catch(() => '0'))

export const keepPort = (cluster: string, port: number): Promise<void> =>
  writeFile(portFile(cluster), String(port))

interface Making {
  dataDir: string
  binaries: Binaries
  user: User | undefined
  fsync: boolean
}

/**
 * Makes a cluster beside its place and moves it there when it is whole: a kill in between leaves no half of one,
 * and of two processes starting together the second finds the place taken and uses what the first made.
 */
export async function createCluster({ dataDir, ...how }: Making): Promise<void> {
  await sweep(dataDir)
  const making = join(dataDir, `${MAKING}${process.pid}-${randomBytes(4).toString('hex')}`)
  await mkdir(making, { mode: 0o700 })
  if (how.user) await chown(making, how.user.uid, how.user.gid)
  const password = randomBytes(24).toString('base64url')
  try {
    await initdb(making, password, how)
    await writeFile(passwordFile(making), password, { mode: 0o600, flush: how.fsync })
    await rename(making, clusterIn(dataDir))
  } catch (error) {
    await rm(making, { recursive: true, force: true })
    if ((await readPassword(clusterIn(dataDir))) === undefined) throw error
  }
}

const MAKING = 'postgres.making-'

/** Removes what a killed process had begun. */
async function sweep(dataDir: string): Promise<void> {
  const begun = (await readdir(dataDir)).filter((name) => name.startsWith(MAKING))
  const dead = begun.filter((name) => !isAlive(Number.parseInt(name.slice(MAKING.length), 10)))
  await Promise.all(dead.map((name) => rm(join(dataDir, name), { recursive: true, force: true })))
}

/** pg_trgm asks the system's locale what a letter is, and in plain C no Chinese character is one. Some systems lack C.UTF-8. */
const LOCALES = ['C.UTF-8', 'en_US.UTF-8']

async function initdb(
  folder: string,
  password: string,
  { binaries, user, fsync }: Omit<Making, 'dataDir'>,
): Promise<void> {
  const handedOver = join(tmpdir(), `sanse-${randomBytes(8).toString('hex')}`)
  await writeFile(handedOver, password, { mode: 0o600, flag: 'wx' })
  const failures: unknown[] = []
  try {
    if (user) await chown(handedOver, user.uid, user.gid)
    for (const locale of LOCALES) {
      const args = [...INITDB, `--locale=${locale}`, `--pwfile=${handedOver}`]
      if (!fsync) args.push('--no-sync')
      const failure = await run(binaries.initdb, ['-D', asSeenBy(user, folder), ...args], {
        cwd: folder,
        ...user,
      }).catch((error: unknown) => error)
      if (!(failure instanceof Error)) return
      failures.push(failure)
    }
  } finally {
    await rm(handedOver, { force: true })
  }
  throw new AggregateError(failures, 'the embedded PostgreSQL could not make its database folder')
}

const INITDB = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--no-instructions',
]

/**
 * The folder under the name its server must use. The postgres user cannot walk through root's own closed folders,
 * but a process may always enter the one it stands in; start it with `cwd` there.
 */
export const asSeenBy = (user: User | undefined, cluster: string): string =>
  user && process.platform === 'linux' ? '/proc/self/cwd' : cluster
