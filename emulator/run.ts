import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { startEmulator } from './main.ts'
import { parseSeed } from './seed.ts'

/** The local Feishu by itself: `node emulator/run.ts [seed.json] [--bot URL] [--port 4310] [--data FILE]`. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    bot: { type: 'string', default: 'http://127.0.0.1:3000' },
    port: { type: 'string', default: '4310' },
    data: { type: 'string' },
  },
})

const FALLBACK = {
  app: {
    id: 'cli_0123456789abcdef',
    secret: 'local-feishu-secret',
    encryptKey: 'local-feishu-encrypt-key',
    verificationToken: 'local-feishu-verification-token',
    name: '机器人',
  },
  people: [{ name: '张三' }, { name: '李四' }],
  groups: [{ name: '测试群', members: ['张三', '李四'] }],
}

const [file] = positionals
const seed = parseSeed(file === undefined ? FALLBACK : JSON.parse(await readFile(file, 'utf8')))
const emulator = await startEmulator({
  seed,
  port: Number(values.port),
  ...(values.data === undefined ? {} : { dataFile: values.data }),
})

// What the bot has to be told; production differs by exactly these.
console.log(`本地飞书  ${emulator.url}
FEISHU_DOMAIN=${emulator.url}
FEISHU_APP_ID=${seed.app.id}
FEISHU_APP_SECRET=${seed.app.secret}
FEISHU_ENCRYPT_KEY=${seed.app.encryptKey}
FEISHU_VERIFICATION_TOKEN=${seed.app.verificationToken}`)
const echoed = await emulator.connectBot({ url: values.bot })
console.log(
  echoed
    ? `机器人 ${values.bot} 已应答`
    : `机器人 ${values.bot} 还没有应答，事件会按飞书的节奏重推`,
)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void emulator.close())
}
