/** What the environment says, checked. Read once, by the entries (`main.ts`, `worker.ts`, `cli.ts`). */
export type Config = DemoConfig | FeishuConfig

interface Common {
  host: string
  port: number
  dataDir: string
  logLevel: LogLevel
  /** `POST|GET /__dev/clock` is mounted. Never in production. */
  devClock: boolean
  /** Missing: the embedded server under `dataDir`. */
  databaseUrl?: string
  /** Base URL people reach us under, for links in cards; no trailing slash. */
  publicUrl?: string
  /** Called when the morning's audit found nothing missing. */
  heartbeatUrl?: string
}

/** No credentials: the emulator and its demo organisation. */
export interface DemoConfig extends Common {
  mode: 'demo'
}

export interface FeishuConfig extends Common {
  mode: 'feishu'
  feishu: {
    appId: string
    appSecret: string
    /** Base URL, no trailing slash. */
    domain: string
    transport: 'webhook' | 'ws'
    encryptKeys: string[]
    verificationTokens: string[]
  }
}

export type ParsedConfig = { ok: true; config: Config } | { ok: false; problems: string[] }

export type Environment = Readonly<Record<string, string | undefined>>

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

const DOMAINS = new Map([
  ['feishu', 'https://open.feishu.cn'],
  ['lark', 'https://open.larksuite.com'],
])
const CREDENTIALS = ['FEISHU_APP_ID', 'FEISHU_APP_SECRET'] as const
const OF_AN_APP = [...CREDENTIALS, 'FEISHU_ENCRYPT_KEY', 'FEISHU_VERIFICATION_TOKEN'] as const

/** One sentence for each bad value, for the operator to read; secrets are never quoted. */
export function parseConfig(env: Environment): ParsedConfig {
  const reader = createReader(env)
  const isDemo = OF_AN_APP.every((name) => reader.text(name) === undefined)
  const isProduction = reader.text('NODE_ENV') === 'production'
  const common = readCommon(reader, isDemo, isProduction)
  const feishu = readFeishu(reader)
  if (isDemo && isProduction) {
    reader.problem(
      'NODE_ENV=production 时必须设置 FEISHU_APP_ID 和 FEISHU_APP_SECRET，演示模式不能用于生产',
    )
  }
  if (!isDemo) refuseIncomplete(reader, feishu)
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems }
  const config: Config = isDemo
    ? { mode: 'demo', ...common }
    : { mode: 'feishu', ...common, feishu }
  return { ok: true, config }
}

function readCommon(reader: Reader, isDemo: boolean, isProduction: boolean): Common {
  const port = reader.port('PORT', 3000)
  const databaseUrl = reader.url('DATABASE_URL', ['postgres:', 'postgresql:'])
  const heartbeatUrl = reader.url('HEARTBEAT_URL', ['http:', 'https:'])
  const publicUrl =
    reader.url('PUBLIC_URL', ['http:', 'https:']) ??
    (isDemo ? `http://localhost:${port}` : undefined)
  const devClock =
    reader.choice('DEV_CLOCK', ['0', '1'], isDemo && !isProduction ? '1' : '0') === '1'
  if (devClock && isProduction) {
    reader.problem('DEV_CLOCK=1 不能与 NODE_ENV=production 同时使用：生产环境的时钟不能被拨动')
  }
  return {
    host: reader.host('HOST', isDemo ? '127.0.0.1' : '0.0.0.0'),
    port,
    dataDir: reader.text('DATA_DIR') ?? '.data',
    // The demo has one line to say: its URL.
    logLevel: reader.choice('LOG_LEVEL', LOG_LEVELS, isDemo ? 'warn' : 'info'),
    devClock,
    ...(databaseUrl !== undefined && { databaseUrl }),
    ...(publicUrl !== undefined && { publicUrl: publicUrl.replace(/\/+$/, '') }),
    ...(heartbeatUrl !== undefined && { heartbeatUrl }),
  }
}

function readFeishu(reader: Reader): FeishuConfig['feishu'] {
  return {
    appId: reader.text('FEISHU_APP_ID') ?? '',
    appSecret: reader.text('FEISHU_APP_SECRET') ?? '',
    domain: readDomain(reader),
    transport: reader.choice('FEISHU_TRANSPORT', ['webhook', 'ws'], 'webhook'),
    encryptKeys: listOf(reader.text('FEISHU_ENCRYPT_KEY')),
    verificationTokens: listOf(reader.text('FEISHU_VERIFICATION_TOKEN')),
  }
}

function refuseIncomplete(reader: Reader, feishu: FeishuConfig['feishu']): void {
  for (const name of CREDENTIALS) {
    if (reader.text(name) === undefined) {
      reader.problem(`缺少 ${name}：FEISHU_APP_ID 和 FEISHU_APP_SECRET 必须同时设置`)
    }
  }
  if (feishu.transport === 'ws') {
    if (feishu.appId !== '' && !/^cli_[0-9a-fA-F]{16}$/.test(feishu.appId)) {
      reader.problem(
        `FEISHU_TRANSPORT=ws 时 FEISHU_APP_ID 必须是 cli_ 加 16 位十六进制，现在是 "${feishu.appId}"`,
      )
    }
    return
  }
  if (feishu.encryptKeys.length === 0) {
    reader.problem('缺少 FEISHU_ENCRYPT_KEY：webhook 方式没有它就无法验证请求来自飞书')
  }
  if (feishu.verificationTokens.length === 0) {
    reader.problem('缺少 FEISHU_VERIFICATION_TOKEN：webhook 方式没有它就无法核对请求属于本应用')
  }
}

function readDomain(reader: Reader): string {
  const text = reader.text('FEISHU_DOMAIN') ?? 'feishu'
  const known = DOMAINS.get(text.toLowerCase())
  if (known !== undefined) return known
  const url = URL.parse(text)
  if (url && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '') {
    return text.replace(/\/+$/, '')
  }
  reader.problem(`FEISHU_DOMAIN 必须是 feishu、lark 或以 http(s):// 开头的地址，现在是 "${text}"`)
  return text
}

function listOf(text: string | undefined): string[] {
  return text === undefined ? [] : [text]
}

type Reader = ReturnType<typeof createReader>

/** Reads one variable at a time and collects what is wrong with it; empty counts as missing. */
function createReader(env: Environment) {
  const problems: string[] = []
  const problem = (sentence: string) => void problems.push(sentence)
  const text = (name: string) => env[name]?.trim() || undefined
  return {
    problems,
    problem,
    text,
    port(name: string, fallback: number): number {
      const given = text(name)
      if (given === undefined) return fallback
      const port = /^\d{1,5}$/.test(given) ? Number(given) : 0
      if (port >= 1 && port <= 65_535) return port
      problem(`${name} 必须是 1–65535 的整数，现在是 "${given}"`)
      return fallback
    },
    host(name: string, fallback: string): string {
      const given = text(name)
      if (given === undefined || /^[\w.:-]+$/.test(given)) return given ?? fallback
      problem(`${name} 必须是主机名或 IP 地址，不带协议和路径，现在是 "${given}"`)
      return fallback
    },
    choice<const T extends string>(name: string, choices: readonly T[], fallback: T): T {
      const given = text(name)
      if (given === undefined) return fallback
      const found = choices.find((choice) => choice === given.toLowerCase())
      if (found === undefined) problem(`${name} 只能是 ${choices.join('、')}，现在是 "${given}"`)
      return found ?? fallback
    },
    /** Not quoted back: addresses carry passwords and tokens. */
    url(name: string, protocols: readonly string[]): string | undefined {
      const given = text(name)
      if (given === undefined) return undefined
      const url = URL.parse(given)
      if (url && protocols.includes(url.protocol)) return given
      problem(
        `${name} 必须是以 ${protocols.map((each) => `${each}//`).join(' 或 ')} 开头的完整地址`,
      )
      return undefined
    },
  }
}
