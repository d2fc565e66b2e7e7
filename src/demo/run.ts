import { join } from 'node:path'
import type { Emulator, EmulatorOptions } from '../../emulator/main.ts'
import * as organisations from '../db/organisations.ts'
import type { Db } from '../db/connect.ts'
import { explained } from '../serve.ts'
import { holdDemo } from './hold-demo.ts'
import { DEMO_APP, demoOrganisation, seedOf } from './seed.ts'

/** What the bot needs to know of the emulator it talks to. */
export interface Demo {
  url: string
  feishu: {
    appId: string
    appSecret: string
    encryptKeys: string[]
    verificationTokens: string[]
    domain: string
  }
  /** Tells the emulator where the bot listens. */
  connect(botUrl: string): Promise<void>
  close(): Promise<void>
}

export interface DemoOptions {
  db: Db
  databaseUrl: string
  dataDir: string
  port: number
  now: number
  organisation: URL
  /** Given by the entry: the emulator stays out of the bundle. */
  startEmulator: (options: EmulatorOptions) => Promise<Emulator>
}

/** A local Feishu with a made-up organisation, kept in the data folder from one start to the next. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { db, dataDir, port, now } = options
  const lock = await holdDemo(options.databaseUrl)
  const org = await demoOrganisation(options.organisation)
  if ((await organisations.currentVersion(db)) === 0)
    await organisations.add(db, {
      organisation: org,
      importedAt: now,
      importedBy: 'demo',
      note: undefined,
    })
  const dataFile = join(dataDir, 'feishu.json')
  const emulator = await options
    .startEmulator({ seed: seedOf(org), port, now, dataFile })
    .catch((error: unknown) => {
      throw error instanceof Error ? explained(error, '127.0.0.1', port, '本地飞书要用的') : error
    })
  const { id, secret, encryptKey, verificationToken } = DEMO_APP
  return {
    url: emulator.url,
    feishu: {
      appId: id,
      appSecret: secret,
      encryptKeys: [encryptKey],
      verificationTokens: [verificationToken],
      domain: emulator.url,
    },
    connect: async (url) => {
      const paths = { webhookPath: '/webhook/feishu', clockPath: '/__dev/clock' }
      await emulator.connectBot({ url, ...paths })
    },
    close: async () => {
      await emulator.close()
      await lock.release()
    },
  }
}
