import { setTimeout as pause } from 'node:timers/promises'
import { connect } from '../src/db/connect.ts'
import { DEMO_APP } from '../src/demo/seed.ts'
import { type Contender, type Lap, type Shoot, startContender, startLoad } from './contender.ts'
import { messageEvents } from './envelopes.ts'
import { type GivenBot, startBot } from './given-bot.ts'
import type { Measurement } from './measurement.ts'
import type { SdkSettings } from './serve/sdk.ts'
import { isSteady } from './statistics.ts'
import { type Laps, NAMES, reportOf } from './webhook-report.ts'

const CONNECTIONS = 32
const EVENTS = 3_000
const WARM_UP = 2_000
const ROUNDS = { least: 5, most: 8 }
const PACED = { perSecond: 300, seconds: 6, rounds: 5 }

/** Design §6: signed, encrypted message event → stored → 200. */
export const webhook: Measurement = {
  name: 'webhook',
  async run(stage) {
    const contenders = {
      empty: await startContender('empty', 'empty', {}),
      sdk: await startContender('sdk', 'sdk', sdkSettings()),
      sdkInsert: await startContender(
        'sdk with INSERT',
        'sdk',
        sdkSettings(await stage.cluster.create('webhook_sdk', { migrated: false })),
      ),
      intake: await startBot(stage, 'webhook_intake', false),
      bot: await startBot(stage, 'webhook_bot', true),
    }
    const load = await startLoad()
    const lap = lapOf(load.shoot, contenders.bot)
    const full: Laps = { empty: [], sdk: [], sdkInsert: [], intake: [], bot: [] }
    const paced: Laps = structuredClone(full)
    for (const each of Object.values(contenders)) await lap(each, WARM_UP)
    while (!isEnough(full)) {
      await round(contenders, full, (each) => lap(each, EVENTS))
      stage.say(`webhook: round ${full.sdk.length}`)
    }
    const { empty, sdkInsert, bot } = contenders
    while (paced.bot.length < PACED.rounds) {
      await round({ empty, sdkInsert, bot }, paced, (each) =>
        lap(each, PACED.perSecond * PACED.seconds, PACED.perSecond),
      )
      stage.say(`webhook: paced round ${paced.bot.length}`)
    }
    const resident = (await bot.usage()).residentMb
    await load.stop()
    for (const each of Object.values(contenders)) await each.stop()
    return reportOf({
      settled: full.sdk.length < ROUNDS.most,
      full,
      paced,
      resident,
      connections: CONNECTIONS,
      events: EVENTS,
      pace: PACED.perSecond,
    })
  },
}

const sdkSettings = (databaseUrl?: string): SdkSettings => ({
  encryptKey: DEMO_APP.encryptKey,
  verificationToken: DEMO_APP.verificationToken,
  ...(databaseUrl === undefined ? {} : { databaseUrl }),
})

async function round(
  contenders: Partial<Record<keyof Laps, Contender>>,
  laps: Laps,
  lap: (contender: Contender) => Promise<Lap>,
): Promise<void> {
  for (const name of NAMES) {
    const contender = contenders[name]
    if (contender) laps[name].push(await lap(contender))
  }
}

/** What the bot has still to work off must not run beside the next contender. */
const lapOf =
  (shoot: Shoot, bot: GivenBot) =>
  async (to: Contender, count: number, perSecond?: number): Promise<Lap> => {
    const pace = perSecond === undefined ? {} : { perSecond }
    const lap = await shoot(to, messageEvents(count), { connections: CONNECTIONS, ...pace })
    if (to === bot) await untilWorkedOff(bot.databaseUrl)
    return lap
  }

async function untilWorkedOff(url: string): Promise<void> {
  const client = connect(url, 1)
  while ((await client`select from inbox where state = 'stored' limit 1`).length > 0)
    await pause(100)
  await client.end()
}

function isEnough({ intake, sdk, sdkInsert }: Laps): boolean {
  if (sdk.length < ROUNDS.least) return false
  if (sdk.length >= ROUNDS.most) return true
  return [sdk, sdkInsert].every((peer) =>
    isSteady(intake.map((lap, i) => lap.perSecond / (peer[i]?.perSecond ?? Number.NaN))),
  )
}
