import { createReadStream } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { exportRecord } from './app/export-record.ts'
import { importCalendar, showCalendar } from './app/import-calendar.ts'
import { exportOrganisation, importOrganisation } from './app/import-organisation.ts'
import { checkRules, diffRules, importRules } from './app/import-rules.ts'
import { verifiedLines, verifyRecord } from './app/verify-record.ts'
import { askWhatIf } from './app/what-if.ts'
import { type Config, parseConfig } from './config.ts'
import { type Db, openDatabase } from './db/connect.ts'
import { connectRunning, startEmbedded } from './db/embedded.ts'
import { migrate } from './db/migrate.ts'
import { environment } from './environment.ts'

const USAGE = `用法：npm run cli -- <命令>

  org import <文件.yaml> [--dry-run]   检查并导入组织名册，先列出会改变什么
  org export [文件.yaml]               导出现行的组织名册
  rules check <文件.yaml>              检查规则文件
  rules diff <文件.yaml>               与最新的规则逐项比较
  rules import <文件.yaml> [--dry-run] 导入新版本规则，自其生效日期起签发的落实单适用
  rules what-if <文件.yaml> --since <日期>
                                       假如那天以来的落实单都依这份规则，会有什么不同
  calendar import <文件.yaml> [--dry-run]
                                       导入国务院年度放假通知
  calendar show <年份>                 列出一年的放假和调休上班
  export events <文件.jsonl>           导出全部记录和日摘要，每行一条
  verify <文件.jsonl>                  核对导出的记录，不需要数据库
  migrate                              把数据库升级到本版本`

const MIGRATIONS = fileURLToPath(new URL('../drizzle', import.meta.url))

interface Options {
  dryRun: boolean
  since: string | undefined
}

/** Each command gives the lines to print; a thrown Error's message is shown alone. */
type Run = (config: Config, args: readonly string[], options: Options) => Promise<string[]>

type Given = { text: string; file: string; by: string; at: number } & Options

const COMMANDS: Record<string, Run> = {
  'org import': withFile(importOrganisation),
  'org export': (config, [file]) =>
    withDatabase(config, async (db) => {
      const text = await exportOrganisation(db)
      if (!file) return [text.trimEnd()]
      await writeFile(file, text)
      return [`已写入 ${file}`]
    }),
  'rules check': withFile(checkRules),
  'rules diff': withFile(diffRules),
  'rules import': withFile(importRules),
  'rules what-if': withFile((db, { since, at, ...given }) => {
    if (since === undefined) throw new Error(USAGE)
    return askWhatIf(db, { ...given, since, until: at })
  }),
  'calendar import': withFile(importCalendar),
  'calendar show': (config, [year]) => withDatabase(config, (db) => showCalendar(db, year ?? '')),
  'export events': (config, [file]) =>
    withDatabase(config, async (db) => {
      if (!file) throw new Error(USAGE)
      const { slips, records } = await exportRecord(db, (lines) => writeFile(file, lines))
      return [`已写入 ${file}：${slips} 张单、${records} 条记录`]
    }),
  verify: async (_config, [file]) => {
    if (!file) throw new Error(USAGE)
    return verifiedLines(await verifyRecord(createReadStream(file)))
  },
  migrate: (config) => withDatabase(config, async () => ['数据库已是最新']),
}

/** A command whose first argument is a file. */
function withFile(work: (db: Db, given: Given) => Promise<string[]>): Run {
  return async (config, [file], options) => {
    if (!file) throw new Error(USAGE)
    const text = await readFile(file, 'utf8')
    const given = { ...options, text, file, by: `cli:${userInfo().username}`, at: Date.now() }
    return withDatabase(config, (db) => work(db, given))
  }
}

/** On the database of a running bot, the embedded one included; one that is not running is started for the moment. */
async function withDatabase(
  config: Config,
  work: (db: Db) => Promise<string[]>,
): Promise<string[]> {
  await mkdir(config.dataDir, { recursive: true })
  const beside = config.databaseUrl ?? (await connectRunning({ dataDir: config.dataDir }))?.url
  const own = beside === undefined ? await startEmbedded({ dataDir: config.dataDir }) : undefined
  const url = beside ?? own?.url ?? ''
  try {
    await migrate(url, MIGRATIONS)
    const database = openDatabase(url, { max: 2 })
    try {
      return await work(database.db)
    } finally {
      await database.close()
    }
  } finally {
    await own?.stop()
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, since: { type: 'string' } },
  })
  const name = Object.keys(COMMANDS).find((words) =>
    `${positionals.join(' ')} `.startsWith(`${words} `),
  )
  const run = name === undefined ? undefined : COMMANDS[name]
  if (name === undefined || !run) {
    console.error(USAGE)
    return 2
  }
  const parsed = parseConfig(environment())
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'))
  const rest = positionals.slice(name.split(' ').length)
  const options = { dryRun: values['dry-run'], since: values.since }
  for (const line of await run(parsed.config, rest, options)) console.log(line)
  return 0
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
