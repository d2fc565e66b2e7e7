import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import process from 'node:process'
import { promisify } from 'node:util'

export interface User {
  uid: number
  gid: number
}

const run = promisify(execFile)

/**
 * As whom PostgreSQL runs; undefined for ourselves. It refuses to be root, so root lends it to the user who owns the
 * cluster, or else to `postgres`, made when missing.
 */
export async function serverUser(cluster: string): Promise<User | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const owner = await stat(cluster).catch(() => undefined)
  if (owner) return { uid: owner.uid, gid: owner.gid }
  return (await lookUp()) ?? (await create())
}

async function lookUp(): Promise<User | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', NAME]), run('id', ['-g', NAME])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}

const NAME = 'postgres'

async function create(): Promise<User> {
  // A second starter at the same moment makes ours fail, and the look-up below succeed.
  const failure = await run('useradd', ['--system', '--user-group', NAME]).catch(
    (error: unknown) => error,
  )
  const user = await lookUp()
  if (user) return user
  throw new Error(
    'PostgreSQL does not run as root and no user for it could be made: run as another user or set DATABASE_URL',
    { cause: failure },
  )
}
