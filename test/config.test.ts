import { describe, expect, test } from 'vitest'

import { type Config, type Environment, parseConfig } from '../src/config.ts'

const WEBHOOK = {
  FEISHU_APP_ID: 'cli_a1b2c3d4e5f60718',
  FEISHU_APP_SECRET: 'sEcReT',
  FEISHU_ENCRYPT_KEY: 'eNcRyPt',
  FEISHU_VERIFICATION_TOKEN: 'tOkEn',
}

function config(env: Environment): Config {
  const parsed = parseConfig(env)
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'))
  return parsed.config
}

function problems(env: Environment): string[] {
  const parsed = parseConfig(env)
  return parsed.ok ? [] : parsed.problems
}

test('nothing configured is the demo, on this machine only, its clock movable', () => {
  expect(config({})).toEqual({
    mode: 'demo',
    host: '127.0.0.1',
    port: 3000,
    dataDir: '.data',
    logLevel: 'warn',
    devClock: true,
    publicUrl: 'http://localhost:3000',
  })
})

test('credentials make the real bot, reachable from outside, its clock its own', () => {
  expect(config(WEBHOOK)).toEqual({
    mode: 'feishu',
    host: '0.0.0.0',
    port: 3000,
    dataDir: '.data',
    logLevel: 'info',
    devClock: false,
    feishu: {
      appId: 'cli_a1b2c3d4e5f60718',
      appSecret: 'sEcReT',
      domain: 'https://open.feishu.cn',
      transport: 'webhook',
      encryptKeys: ['eNcRyPt'],
      verificationTokens: ['tOkEn'],
    },
  })
})

test('every variable is read', () => {
  const env = {
    ...WEBHOOK,
    NODE_ENV: 'production',
    FEISHU_DOMAIN: 'https://feishu.corp.example/',
    FEISHU_TRANSPORT: 'ws',
    DATABASE_URL: 'postgres://sanse:pw@db:5432/sanse',
    DATA_DIR: '/var/lib/sanse',
    HOST: '::1',
    PORT: '8080',
    PUBLIC_URL: 'https://sanse.example/',
    LOG_LEVEL: 'warn',
    HEARTBEAT_URL: 'https://hc.example/ping/1',
  }
  expect(config(env)).toMatchObject({
    databaseUrl: 'postgres://sanse:pw@db:5432/sanse',
    dataDir: '/var/lib/sanse',
    host: '::1',
    port: 8080,
    publicUrl: 'https://sanse.example',
    logLevel: 'warn',
    heartbeatUrl: 'https://hc.example/ping/1',
    devClock: false,
    feishu: { domain: 'https://feishu.corp.example', transport: 'ws' },
  })
})

test('empty and blank values count as missing', () => {
  expect(config({ FEISHU_APP_ID: '', PORT: ' ', DATABASE_URL: '', LOG_LEVEL: '' })).toEqual(
    config({}),
  )
})

test.each([
  [undefined, 'https://open.feishu.cn'],
  ['feishu', 'https://open.feishu.cn'],
  ['lark', 'https://open.larksuite.com'],
  ['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
  ['http://127.0.0.1:4010//', 'http://127.0.0.1:4010'],
])('FEISHU_DOMAIN %s', (domain, expected) => {
  expect(config({ ...WEBHOOK, FEISHU_DOMAIN: domain })).toMatchObject({
    feishu: { domain: expected },
  })
})

describe('a bad value gives one clear sentence', () => {
  test.each([
    ['PORT', 'abc', 'PORT 必须是 1–65535 的整数，现在是 "abc"'],
    ['PORT', '0', 'PORT 必须是 1–65535 的整数，现在是 "0"'],
    ['PORT', '65536', 'PORT 必须是 1–65535 的整数，现在是 "65536"'],
    ['PORT', '80.5', 'PORT 必须是 1–65535 的整数，现在是 "80.5"'],
    ['HOST', 'http://x/', 'HOST 必须是主机名或 IP 地址，不带协议和路径，现在是 "http://x/"'],
    ['DEV_CLOCK', 'yes', 'DEV_CLOCK 只能是 0、1，现在是 "yes"'],
    ['FEISHU_TRANSPORT', 'http', 'FEISHU_TRANSPORT 只能是 webhook、ws，现在是 "http"'],
    [
      'LOG_LEVEL',
      'loud',
      'LOG_LEVEL 只能是 trace、debug、info、warn、error、fatal、silent，现在是 "loud"',
    ],
    [
      'FEISHU_DOMAIN',
      'constructor',
      'FEISHU_DOMAIN 必须是 feishu、lark 或以 http(s):// 开头的地址，现在是 "constructor"',
    ],
    ['PUBLIC_URL', 'sanse.example', 'PUBLIC_URL 必须是以 http:// 或 https:// 开头的完整地址'],
    ['HEARTBEAT_URL', 'ftp://x', 'HEARTBEAT_URL 必须是以 http:// 或 https:// 开头的完整地址'],
    [
      'DATABASE_URL',
      'mysql://u:pw@db/x',
      'DATABASE_URL 必须是以 postgres:// 或 postgresql:// 开头的完整地址',
    ],
  ])('%s=%s', (name, value, sentence) => {
    expect(problems({ ...WEBHOOK, [name]: value })).toEqual([sentence])
  })

  test('all of them at once', () => {
    expect(problems({ ...WEBHOOK, PORT: 'x', HOST: 'a b', LOG_LEVEL: 'x' })).toHaveLength(3)
  })
})

describe('what would be unsafe does not start', () => {
  test('a movable clock in production', () => {
    const env = { ...WEBHOOK, DEV_CLOCK: '1', NODE_ENV: 'production' }
    expect(problems(env)).toEqual([
      'DEV_CLOCK=1 不能与 NODE_ENV=production 同时使用：生产环境的时钟不能被拨动',
    ])
  })

  test('the demo in production', () => {
    expect(problems({ NODE_ENV: 'production' })).toEqual([
      'NODE_ENV=production 时必须设置 FEISHU_APP_ID 和 FEISHU_APP_SECRET，演示模式不能用于生产',
    ])
  })

  test.each([
    ['FEISHU_APP_ID', '缺少 FEISHU_APP_ID：FEISHU_APP_ID 和 FEISHU_APP_SECRET 必须同时设置'],
    [
      'FEISHU_APP_SECRET',
      '缺少 FEISHU_APP_SECRET：FEISHU_APP_ID 和 FEISHU_APP_SECRET 必须同时设置',
    ],
    ['FEISHU_ENCRYPT_KEY', '缺少 FEISHU_ENCRYPT_KEY：webhook 方式没有它就无法验证请求来自飞书'],
    [
      'FEISHU_VERIFICATION_TOKEN',
      '缺少 FEISHU_VERIFICATION_TOKEN：webhook 方式没有它就无法核对请求属于本应用',
    ],
  ])('a webhook without %s', (name, sentence) => {
    expect(problems({ ...WEBHOOK, [name]: undefined })).toEqual([sentence])
  })

  test('a long connection with an app id the SDK would silently ignore', () => {
    expect(problems({ ...WEBHOOK, FEISHU_TRANSPORT: 'ws', FEISHU_APP_ID: 'cli_x' })).toEqual([
      'FEISHU_TRANSPORT=ws 时 FEISHU_APP_ID 必须是 cli_ 加 16 位十六进制，现在是 "cli_x"',
    ])
  })
})

test('a long connection needs neither key nor token: it is authenticated when it connects', () => {
  const { FEISHU_APP_ID, FEISHU_APP_SECRET } = WEBHOOK
  expect(config({ FEISHU_APP_ID, FEISHU_APP_SECRET, FEISHU_TRANSPORT: 'ws' })).toMatchObject({
    feishu: { transport: 'ws', encryptKeys: [] },
  })
})

test('DEV_CLOCK can be had with real credentials, and left out of the demo', () => {
  expect(config({ ...WEBHOOK, DEV_CLOCK: '1' }).devClock).toBe(true)
  expect(config({ DEV_CLOCK: '0' }).devClock).toBe(false)
})

test('no sentence quotes a secret', () => {
  const env = { ...WEBHOOK, DATABASE_URL: 'mysql://u:pw@db', HEARTBEAT_URL: 'pw', PUBLIC_URL: 'pw' }
  expect(problems({ ...env, FEISHU_APP_ID: '' }).join()).not.toMatch(/pw|sEcReT|eNcRyPt|tOkEn/)
})
