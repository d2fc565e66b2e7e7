import { setTimeout as pause } from 'node:timers/promises'
import { DEMO_APP } from '../src/demo/seed.ts'
import { type Contender, type Lap, startContender, startLoad } from './contender.ts'
import { type CardPress, pressEvent } from './envelopes.ts'
import { startBot } from './given-bot.ts'
import type { Measurement, Stage } from './measurement.ts'
import { reportOf } from './press-report.ts'
import { type IssuedSlip, isQuiet, issueSlips, servedSlips } from './press-slips.ts'
import type { SdkSettings } from './serve/sdk.ts'

const PER_SECOND = 50
const CONNECTIONS = 32
/** 40 inspectors, each so many. */
const SLIPS_EACH = 14
/** Presses per contender and round. */
const LAP = 250
const QUIET_EVERY_MS = 250

/** Design §6: card press → decided, committed, new card in the answer. */
export const press: Measurement = {
  name: 'press',
  async run(stage) {
    const { feishu, org } = stage
    const bot = await startBot(stage, 'press', true)
    const url = bot.databaseUrl
    await feishu.connectBot({ url: `http://127.0.0.1:${bot.port}` })
    stage.say(`press: issuing ${SLIPS_EACH * org.office.inspectors.length} slips`)
    await issueSlips(feishu, org, SLIPS_EACH)
    while (!(await isQuiet(url))) await pause(QUIET_EVERY_MS)
    const slips = await servedSlips(url, org)
    const sdk = await startContender('sdk', 'sdk', floorSettings(stage, slips[0]))
    const laps = await race({ bot, sdk }, slips, stage)
    await bot.stop()
    await sdk.stop()
    return reportOf({ ...laps, perSecond: PER_SECOND, slips: slips.length })
  },
}

/** The floor: the SDK's adaptor answering every press with the same card, a real one of ours. */
function floorSettings({ feishu }: Stage, slip: IssuedSlip | undefined): SdkSettings {
  const body = feishu.platform.state.messages.get(slip?.messageId ?? '')?.body
  if (body?.type !== 'interactive') throw new Error('no slip has reached its group')
  const { encryptKey, verificationToken } = DEMO_APP
  const pressAnswer = { card: { type: 'raw', data: body.card } }
  return { encryptKey, verificationToken, pressAnswer }
}

/** First every slip is signed for, then each is answered; the slips left over of whole laps are the warm-up. */
async function race(
  { bot, sdk }: Record<'bot' | 'sdk', Contender>,
  slips: readonly IssuedSlip[],
  stage: Stage,
) {
  const load = await startLoad()
  const lap = (to: Contender, presses: readonly CardPress[], expects: string[]) =>
    load.shoot(to, presses.map(pressEvent), {
      connections: CONNECTIONS,
      perSecond: PER_SECOND,
      expects,
    })
  const laps = { signed: [] as Lap[], answered: [] as Lap[], floor: [] as Lap[] }
  const warm = slips.length % LAP
  for (const [name, make, toast] of [
    ['signed', signing, '已签收'],
    ['answered', answering, '反馈已提交'],
  ] as const) {
    const presses = slips.map(make)
    await lap(sdk, presses.slice(0, warm), ['"card":'])
    await lap(bot, presses.slice(0, warm), ['"card":', toast])
    for (let i = warm; i < presses.length; i += LAP) {
      laps.floor.push(await lap(sdk, presses.slice(i, i + LAP), ['"card":']))
      laps[name].push(await lap(bot, presses.slice(i, i + LAP), ['"card":', toast]))
      stage.say(`press: ${name} ${i + LAP - warm}`)
    }
  }
  await load.stop()
  return laps
}

const signing = ({ slip, clerk, ...card }: IssuedSlip): CardPress => ({
  ...card,
  by: clerk,
  value: { do: 'signFor', slip },
})

const answering = ({ slip, clerk, ...card }: IssuedSlip): CardPress => ({
  ...card,
  by: clerk,
  value: { do: 'submitFeedback', slip },
  form: {
    cause: '公示栏更换后没有及时张贴',
    measures: '重新制作收费公示，专人每周检查',
    result: '已上墙，现场已核对',
    finishedOn: '2026-11-09 +0800',
    responsible: '联络员',
  },
})
