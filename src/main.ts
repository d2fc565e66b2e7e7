import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { settableClock, systemClock } from './app/clock.ts'
import { type Bot, createBot } from './bot.ts'
import { type Config, parseConfig } from './config.ts'
import { type Db, openDatabase } from './db/connect.ts'
import { startEmbedded } from './db/embedded.ts'
import { migrate } from './db/migrate.ts'
import * as organisations from './db/organisations.ts'
import { environment } from './environment.ts'
import { keepAhead, readAhead } from './demo/clock-file.ts'
import { createLog } from './log.ts'
import { CannotStart, sentenceFor } from './cannot-start.ts'
import { listen } from './serve.ts'

/** Beside `src/` and, in the bundle, beside `dist/`. */
const MIGRATIONS = fileURLToPath(new URL('../drizzle', import.meta.url))
const DEMO_ORGANISATION = new URL('../src/demo/organisation.yaml', import.meta.url)

const PORT_MAX = 65_535

/** Things to be closed, the last opened first. */
const open: (() => Promise<void>)[] = []

async function start(config: Config): Promise<string> {
  if (config.mode === 'feishu' && config.feishu.transport === 'ws')
    throw new CannotStart('FEISHU_TRANSPORT=ws（长连接）这个版本还不支持，请改用 webhook')
  await mkdir(config.dataDir, { recursive: true })
  const log = createLog(config.logLevel)
  const url = config.databaseUrl ?? (await embedded(config.dataDir))
  await migrate(url, MIGRATIONS)
  const database = openDatabase(url)
  open.push(() => database.close())
  const devClock = config.devClock ? await keptClock(config.dataDir) : undefined
  const clock = devClock ?? systemClock
  const demo =
    config.mode === 'demo' ? await demoOf(config, { db: database.db, url }, clock.now()) : undefined
  const feishu = config.mode === 'demo' ? demo?.feishu : config.feishu
  if (!feishu) throw new Error('no Feishu to talk to')
  const bot = createBot({
    db: database.db,
    clock,
    feishu,
    log,
    ...(devClock ? { devClock } : {}),
    heartbeatUrl: config.heartbeatUrl,
  })
  const server = await listen(bot.app, config.host, config.port)
  open.push(
    () => server.close(),
    () => bot.pump.stop(),
  )
  bot.pump.start()
  await demo?.connect(`http://127.0.0.1:${config.port}`)
  if (demo) return `三色督查演示已启动，请打开 ${demo.url}`
  return ['三色督查已启动', callbackLine(config), ...(await openQuestions(bot))].join('\n')
}

const callbackLine = ({ publicUrl, port }: Config): string =>
  publicUrl
    ? `回调地址 ${publicUrl}/webhook/feishu`
    : `回调地址 https://<公网地址>/webhook/feishu（转到本机端口 ${port}；设 PUBLIC_URL 后这里会写全）`

/** What a real installation still lacks, said at the start rather than found out by the first inspector. */
async function openQuestions({ deps }: Bot): Promise<string[]> {
  const reached = await deps.feishu.bot().then(
    () => true,
    () => false,
  )
  const imported = (await organisations.currentVersion(deps.db)) > 0
  return [
    ...(reached ? [] : ['注意：现在连不上飞书，请检查 FEISHU_APP_ID、FEISHU_APP_SECRET 和网络']),
    ...(imported ? [] : ['注意：还没有组织名册，请运行 npm run cli -- org import 文件.yaml']),
  ]
}

async function embedded(dataDir: string): Promise<string> {
  const server = await startEmbedded({ dataDir })
  open.push(() => server.stop())
  return server.url
}

/** The emulator is for the demo only: nothing of it is loaded in production. */
async function demoOf(config: Config, { db, url }: { db: Db; url: string }, now: number) {
  const { startDemo } = await import('./demo/run.ts')
  const { startEmulator } = await import('../emulator/main.ts')
  const { dataDir, port } = config
  if (port >= PORT_MAX)
    throw new CannotStart(`PORT 不能大于 ${PORT_MAX - 1}：本地飞书要用它后面的一个端口`)
  const demo = await startDemo({
    db,
    databaseUrl: url,
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
  console.error(sentenceFor(error))
  await stop(1)
}
