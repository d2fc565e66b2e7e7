import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { type Emulator, startEmulator } from '../../emulator/main.ts'
import { standingClock } from '../../src/app/clock.ts'
import { type Bot, createBot } from '../../src/bot.ts'
import * as organisations from '../../src/db/organisations.ts'
import type { Db } from '../../src/db/connect.ts'
import { demoOrganisation, seedOf } from '../../src/demo/seed.ts'
import type { Organisation } from '../../src/domain/organisation.ts'
import { createTestDatabase } from './database.ts'

/** A whole small world: the demo organisation on the emulator, a bot on a database of its own, one clock that the story moves. */
export interface Stage {
  feishu: Emulator
  bot: Bot
  db: Db
  org: Organisation
  /** Resolves when the bot has nothing left to do. */
  settled(): Promise<void>
  /** Fails the test when the bot has complained. */
  close(): Promise<void>
}

export interface StageOptions {
  /** Where the story begins, e.g. `2026-11-09T10:00:00+08:00`. */
  at: string
  /** Warnings this story provokes on purpose. */
  expectLogs?: RegExp
}

const ORGANISATION = new URL('../../src/demo/organisation.yaml', import.meta.url)

export async function setStage({ at, expectLogs }: StageOptions): Promise<Stage> {
  const now = Date.parse(at)
  const database = await createTestDatabase()
  const org = await demoOrganisation(ORGANISATION)
  await organisations.add(database.db, {
    organisation: org,
    importedAt: now,
    importedBy: 'test',
    note: undefined,
  })
  const seed = { ...seedOf(org), app: { ...seedOf(org).app, secret: randomUUID() } }
  const feishu = await startEmulator({ seed, now, limits: false })
  const complaints = complaintLog()
  const clock = standingClock(now)
  const { app } = seed
  const bot = createBot({
    db: database.db,
    clock,
    devClock: clock,
    log: complaints.log,
    feishu: {
      appId: app.id,
      appSecret: app.secret,
      encryptKeys: [app.encryptKey ?? ''],
      verificationTokens: [app.verificationToken],
      domain: feishu.url,
    },
  })
  bot.pump.start()
  const connected = await feishu.connectBot({
    url: 'http://bot.test',
    fetch: (r) => bot.app.fetch(r),
  })
  expect(connected).toBe(true)
  return {
    feishu,
    bot,
    db: database.db,
    org,
    settled: () => bot.pump.run(),
    async close() {
      await bot.pump.stop()
      await feishu.close()
      await database.drop()
      const unexpected = complaints.lines.filter((line) => !expectLogs?.test(line))
      expect(unexpected, 'complaints in the log').toEqual([])
    },
  }
}

function complaintLog() {
  const lines: string[] = []
  const note = (level: string) => (fields: Record<string, unknown>, sentence: string) => {
    // What the SDK mutters of a card that is in somebody's hand comes before our own word on it, and only ours counts.
    if (sentence !== 'feishu sdk') lines.push(`${level} ${sentence} ${JSON.stringify(fields)}`)
  }
  const quiet = () => {}
  return { lines, log: { debug: quiet, info: quiet, warn: note('warn'), error: note('error') } }
}
