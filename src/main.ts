import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { settableClock, systemClock } from './app/clock.ts'
import { createBot } from './bot.ts'
import { type Config, parseConfig } from './config.ts'
import { openDatabase } from './db/connect.ts'
import { startEmbedded } from './db/embedded.ts'
import { migrate } from './db/migrate.ts'
import { environment } from './environment.ts'
import { keepAhead, readAhead } from './demo/clock-file.ts'
import { createLog } from './log.ts'
import { CannotListen, listen } from './serve.ts'

/** Beside `src/` and, in the bundle, beside `dist/`. */
const MIGRATIONS = fileURLToPath(new URL('../drizzle', import.meta.url))
const DEMO_ORGANISATION = new URL('../src/demo/organisation.yaml', import.meta.url)

/** Things to be closed, the last opened first. */
const open: (() => Promise<void>)[] = []

async function start(config: Config): Promise<string> {
  await mkdir(config.dataDir, { recursive: true })
  const log = createLog(config.logLevel)
  const url = config.databaseUrl ?? (await embedded(config.dataDir))
  await migrate(url, MIGRATIONS)
  const database = openDatabase(url)
  open.push(() => database.close())
  const devClock = config.devClock ? await keptClock(config.dataDir) : undefined
  const clock = devClock ?? systemClock
  const demo = config.mode === 'demo' ? await demoOf(config, database.db, clock.now()) : undefined
  const feishu = config.mode === 'demo' ? demo?.feishu : config.feishu
  if (!feishu) throw new Error('no Feishu to talk to')
  const bot = createBot({ db: database.db, clock, feishu, log, ...(devClock ? { devClock } : {}) })
  const server = await listen(bot.app, config.host, config.port)
  open.push(
    () => server.close(),
    () => bot.pump.stop(),
  )
  bot.pump.start()
  await demo?.connect(`http://127.0.0.1:${config.port}`)
  return demo
    ? `三色督查演示已启动，请打开 ${demo.url}`
    : `三色督查已启动，回调地址 ${config.publicUrl ?? `http://${config.host}:${config.port}`}/webhook/feishu`
}

async function embedded(dataDir: string): Promise<string> {
  const server = await startEmbedded({ dataDir })
  open.push(() => server.stop())
  return server.url
}

/** The emulator is for the demo only: nothing of it is loaded in production. */
async function demoOf(config: Config, db: ReturnType<typeof openDatabase>['db'], now: number) {
  const { startDemo } = await import('./demo/run.ts')
  const { startEmulator } = await import('../emulator/main.ts')
  const { dataDir, port } = config
  const demo = await startDemo({
    db,
    dataDir,
    now,
    port: port + 1,
    organisation: DEMO_ORGANISATION,
    startEmulator,
  })
  open.push(() => demo.close())
  return demo
}

async function keptClock(dataDir: string) {
  const clock = settableClock(Date.now, await readAhead(dataDir))
  return keepAhead(clock, dataDir)
}

async function stop(code: number): Promise<never> {
  // A second Ctrl-C does not wait.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  for (const close of open.splice(0).toReversed()) await close().catch(() => {})
  process.exit(code)
}

const parsed = parseConfig(environment())
if (!parsed.ok) {
  for (const problem of parsed.problems) console.error(problem)
  process.exit(1)
}
process.once('SIGINT', () => void stop(0))
process.once('SIGTERM', () => void stop(0))
try {
  console.log(await start(parsed.config))
} catch (error) {
  console.error(error instanceof CannotListen ? error.message : error)
  await stop(1)
}
