import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { exportOrganisation, importOrganisation } from './app/import-organisation.ts'
import { type Config, parseConfig } from './config.ts'
import { openDatabase } from './db/connect.ts'
import { connectRunning, startEmbedded } from './db/embedded.ts'
import { migrate } from './db/migrate.ts'

const USAGE = `用法：npm run cli -- <命令>

  org import <文件.yaml> [--dry-run]   检查并导入组织名册，先列出会改变什么
  org export [文件.yaml]               导出现行的组织名册
  migrate                              把数据库升级到本版本`

const MIGRATIONS = fileURLToPath(new URL('../drizzle', import.meta.url))

/** Each command gives the lines to print; a thrown Error's message is shown alone. */
type Run = (config: Config, args: readonly string[], dryRun: boolean) => Promise<string[]>

const COMMANDS: Record<string, Run> = {
  'org import': (config, [file], dryRun) =>
    withDatabase(config, async (db) => {
      if (!file) throw new Error(USAGE)
      const text = await readFile(file, 'utf8')
      const by = `cli:${userInfo().username}`
      return importOrganisation(db, { text, file, by, at: Date.now(), dryRun })
    }),
  'org export': (config, [file]) =>
    withDatabase(config, async (db) => {
      const text = await exportOrganisation(db)
      if (!file) return [text.trimEnd()]
      await writeFile(file, text)
      return [`已写入 ${file}`]
    }),
  migrate: (config) => withDatabase(config, async () => ['数据库已是最新']),
}

/** On the database of a running bot, the embedded one included; one that is not running is started for the moment. */
async function withDatabase(
  config: Config,
  work: (db: ReturnType<typeof openDatabase>['db']) => Promise<string[]>,
): Promise<string[]> {
  await mkdir(config.dataDir, { recursive: true })
  const beside = config.databaseUrl ?? (await connectRunning({ dataDir: config.dataDir }))?.url
  const own = beside === undefined ? await startEmbedded({ dataDir: config.dataDir }) : undefined
  const url = beside ?? own?.url ?? ''
  try {
    await migrate(url, MIGRATIONS)
    const database = openDatabase(url, { max: 2 })
    return await work(database.db).finally(() => database.close())
  } finally {
    await own?.stop()
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false } },
  })
  const name = Object.keys(COMMANDS).find((words) =>
    `${positionals.join(' ')} `.startsWith(`${words} `),
  )
  const run = name === undefined ? undefined : COMMANDS[name]
  if (name === undefined || !run) {
    console.error(USAGE)
    return 2
  }
  const parsed = parseConfig(process.env)
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'))
  const rest = positionals.slice(name.split(' ').length)
  for (const line of await run(parsed.config, rest, values['dry-run'])) console.log(line)
  return 0
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
