import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { openDatabase } from '../../src/db/connect.ts'
import { connectRunning, startEmbedded, stopEmbedded } from '../../src/db/embedded.ts'
import { findPostmaster, untilGone } from '../../src/db/postmaster.ts'

let dataDir = ''
let cluster = ''
const bots: ChildProcess[] = []
// One folder for all stories, as in life; making a cluster takes a second.
beforeAll(async () => {
  // The run's pid in the name: test/support/postgres.ts sweeps up after runs that were killed.
  dataDir = await mkdtemp(join(tmpdir(), `sanse-test-${process.pid}-embedded-`))
  cluster = join(dataDir, 'postgres')
})
afterEach(async () => {
  for (const bot of bots.splice(0)) bot.kill('SIGKILL')
  await stopEmbedded({ dataDir, evenIfInUse: true })
})
afterAll(async () => {
  await rm(dataDir, { recursive: true, force: true })
})

const start = () => startEmbedded({ dataDir, fsync: false })

/** A process of its own, in a process group of its own as under a terminal. */
async function startBot(): Promise<{ bot: ChildProcess; url: string }> {
  const script = fileURLToPath(new URL('stay-connected.ts', import.meta.url))
  const stdio = ['ignore', 'pipe', 'inherit'] as const
  const bot = spawn(process.execPath, [script, dataDir], { detached: true, stdio: [...stdio] })
  bots.push(bot)
  if (!bot.stdout) throw new Error('no output to read')
  const [url] = await once(createInterface(bot.stdout), 'line')
  return { bot, url: String(url) }
}

async function killed(bot: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = once(bot, 'exit')
  process.kill(-Number(bot.pid), signal)
  await gone
}

async function remember(url: string, text: string): Promise<void> {
  const database = openDatabase(url, { max: 1 })
  await database.db.execute(sql`create table if not exists memory (text text)`)
  await database.db.execute(sql`insert into memory values (${text})`)
  await database.close()
}

async function remembered(url: string): Promise<unknown[]> {
  const database = openDatabase(url, { max: 1 })
  const rows = await database.db.execute(sql`select text from memory`)
  await database.close()
  return rows.map((row) => row.text)
}

test('two starts at once on an empty folder end up with one server', async () => {
  const [one, two] = await Promise.all([start(), startBot()])
  expect(one.url).toBe(two.url)
})

test('a second start sees what the first one wrote', async () => {
  const first = await start()
  await remember(first.url, 'first')
  await first.stop()
  expect(await connectRunning({ dataDir })).toBeUndefined()
  const second = await start()
  expect(second.url).toBe(first.url)
  expect(await remembered(second.url)).toContain('first')
})

test('a bot killed by kill -9 leaves a server that the next start takes over', async () => {
  const { bot, url } = await startBot()
  await remember(url, 'before the kill')
  const postmaster = await findPostmaster(cluster)
  await killed(bot, 'SIGKILL')
  const next = await start()
  expect(await findPostmaster(cluster)).toEqual(postmaster)
  expect(await remembered(next.url)).toContain('before the kill')
  await next.stop()
  expect(await findPostmaster(cluster)).toBeUndefined()
})

test('Ctrl-C in the terminal ends the bot and not the database under it', async () => {
  const { bot, url } = await startBot()
  const postmaster = await findPostmaster(cluster)
  await killed(bot, 'SIGINT')
  await remember(url, 'still there')
  expect(await findPostmaster(cluster)).toEqual(postmaster)
})

test('a server that was killed itself is started anew, with everything committed', async () => {
  const first = await startEmbedded({ dataDir })
  await remember(first.url, 'committed')
  const postmaster = await findPostmaster(cluster)
  process.kill(Number(postmaster?.pid), 'SIGKILL')
  await untilGone(cluster)
  const second = await start()
  expect(await remembered(second.url)).toContain('committed')
})

test('the pid of a dead server that now belongs to somebody else stops nobody', async () => {
  const first = await start()
  await remember(first.url, 'kept')
  const file = join(cluster, 'postmaster.pid')
  const lines = (await readFile(file, 'utf8')).split('\n')
  await first.stop()
  // A process of the user whom PostgreSQL runs as: only such a one makes it believe that the dead server lives.
  const other = openDatabase(inject('postgresUrl'), { max: 1 })
  const [row] = await other.db.execute(sql`select pg_backend_pid() as pid`)
  await writeFile(file, [row?.pid, ...lines.slice(1)].join('\n'))
  expect(await connectRunning({ dataDir })).toBeUndefined()
  expect(await remembered((await start()).url)).toContain('kept')
  await other.close()
})

test('the command line finds the server of a bot, and whoever leaves first does not switch it off', async () => {
  const server = await start()
  const beside = await connectRunning({ dataDir })
  expect(beside?.url).toBe(server.url)
  const database = openDatabase(server.url, { max: 1 })
  await database.db.execute(sql`select 1`)
  await server.stop()
  expect(await database.db.execute(sql`select 1 as alive`)).toEqual([{ alive: 1 }])
  await database.close()
  await server.stop()
  expect(await connectRunning({ dataDir })).toBeUndefined()
})

test('the server is on loopback only and wants a password', async () => {
  const { url } = await start()
  const database = openDatabase(url, { max: 1 })
  const [row] = await database.db
    .execute(sql`select current_setting('listen_addresses') as addresses,
    current_setting('unix_socket_directories') as sockets`)
  await database.close()
  expect(row).toEqual({ addresses: '127.0.0.1', sockets: '' })
  const stranger = openDatabase(Object.assign(new URL(url), { password: 'guess' }).href, { max: 1 })
  await expect(stranger.db.execute(sql`select 1`)).rejects.toMatchObject({
    cause: { code: '28P01' },
  })
  await stranger.close()
})

test('a production server writes through to the disk', async () => {
  const { url } = await startEmbedded({ dataDir })
  const database = openDatabase(url, { max: 1 })
  const [row] = await database.db.execute(sql`select current_setting('fsync') as fsync,
    current_setting('synchronous_commit') as commit`)
  await database.close()
  expect(row).toEqual({ fsync: 'on', commit: 'on' })
})
