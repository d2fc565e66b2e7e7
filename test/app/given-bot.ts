import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { type Emulator, startEmulator } from '../../emulator/main.ts'
import type { Message } from '../../emulator/wire.ts'
import { type SettableClock, standingClock } from '../../src/app/clock.ts'
import { type Bot, createBot } from '../../src/bot.ts'
import type { Db } from '../../src/db/connect.ts'
import * as organisations from '../../src/db/organisations.ts'
import * as outbox from '../../src/db/outbox.ts'
import { outbox as table } from '../../src/db/schema/outbox.ts'
import { demoOrganisation, seedOf } from '../../src/demo/seed.ts'
import type { Organisation } from '../../src/domain/organisation.ts'
import { createTestDatabase } from '../support/database.ts'

/** A bot whose pump turns only when told to, its clock in the test's hand: for what lies between two turns. */
export interface GivenBot {
  feishu: Emulator
  bot: Bot
  db: Db
  org: Organisation
  clock: SettableClock
  complaints: string[]
  /** Moves bot and Feishu without a turn, as if the bot had been dead meanwhile. */
  pass(ms: number): void
  /** Turns until nothing is left to do; whatever waits for another attempt is tried now. */
  turn(): Promise<void>
  enqueue(message: Partial<outbox.Message> & Pick<outbox.Message, 'key'>): Promise<void>
  row(key: string): Promise<typeof table.$inferSelect>
  /** What the bot has said in a chat. */
  said(chatId: string): Message[]
  close(): Promise<void>
}

const ORGANISATION = new URL('../../src/demo/organisation.yaml', import.meta.url)

export async function givenBot(at: string): Promise<GivenBot> {
  const now = Date.parse(at)
  const database = await createTestDatabase()
  const { db } = database
  const org = await demoOrganisation(ORGANISATION)
  const imported = { importedAt: now, importedBy: 'test', note: undefined }
  await organisations.add(db, { organisation: org, ...imported })
  const seed = { ...seedOf(org), app: { ...seedOf(org).app, secret: randomUUID() } }
  const feishu = await startEmulator({ seed, now, limits: false, ticking: false })
  const clock = standingClock(now)
  const complaints: string[] = []
  const complain = (fields: Record<string, unknown>, sentence: string) =>
    void complaints.push(`${sentence} ${JSON.stringify(fields)}`)
  const bot = createBot({
    db,
    clock,
    devClock: clock,
    log: { debug: () => {}, info: () => {}, warn: complain, error: complain },
    feishu: {
      appId: seed.app.id,
      appSecret: seed.app.secret,
      encryptKeys: [seed.app.encryptKey ?? ''],
      verificationTokens: [seed.app.verificationToken],
      domain: feishu.url,
    },
  })
  await feishu.connectBot({ url: 'http://bot.test', fetch: (r) => bot.app.fetch(r) })
  return {
    feishu,
    bot,
    db,
    org,
    clock,
    complaints,
    pass(ms) {
      clock.set(clock.now() + ms)
      feishu.platform.clock.set(clock.now())
    },
    async turn() {
      await db.execute(sql`update outbox set lease_until = null where state = 'pending'`)
      await bot.pump.run()
    },
    async enqueue({ key, ...change }) {
      const lane = org.office.chat
      const message: outbox.Message = {
        key,
        lane,
        kind: 'send',
        destination: { type: 'chat_id', id: lane },
        view: { card: 'said', text: key, tone: 'note' },
        slipId: undefined,
        priority: 1,
        notBefore: clock.now(),
        ...change,
      }
      await outbox.enqueue(db, message, clock.now())
    },
    async row(key) {
      const [row] = await db.select().from(table).where(eq(table.key, key))
      if (!row) throw new Error(`no message ${key}`)
      return row
    },
    said: (chatId) =>
      [...feishu.platform.state.messages.values()].filter(
        ({ chat, from }) => chat === chatId && from.kind === 'bot',
      ),
    async close() {
      await feishu.close()
      await database.drop()
    },
  }
}
