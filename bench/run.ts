import process from 'node:process'
import { startEmulator } from '../emulator/main.ts'
import { DEMO_APP, seedOf } from '../src/demo/seed.ts'
import { startCluster } from './cluster.ts'
import { describeMachine } from './machine.ts'
import type { Measurement, Stage } from './measurement.ts'
import { largeOrganisation } from './organisation.ts'
import { press } from './press.ts'
import { printed, record } from './record.ts'
import { webhook } from './webhook.ts'

/** `npm run bench [name…]`: measures side by side with the peers and writes docs/performance.md. */
const MEASUREMENTS: readonly Measurement[] = [webhook, press]

/** A Monday morning, inside the years the calendar knows. */
const OPENING = Date.parse('2026-11-09T10:00:00+08:00')

const asked = process.argv.slice(2)
const chosen = MEASUREMENTS.filter(({ name }) => asked.length === 0 || asked.includes(name))
if (chosen.length < asked.length) {
  console.error(`known: ${MEASUREMENTS.map(({ name }) => name).join(' ')}`)
  process.exit(1)
}

const cluster = await startCluster()
const org = largeOrganisation()
const feishu = await startEmulator({
  seed: seedOf(org),
  now: OPENING,
  limits: false,
  waitMs: 120_000,
})
const stage: Stage = {
  cluster,
  org,
  feishu,
  credentials: {
    appId: DEMO_APP.id,
    appSecret: DEMO_APP.secret,
    encryptKeys: [DEMO_APP.encryptKey],
    verificationTokens: [DEMO_APP.verificationToken],
    domain: feishu.url,
  },
  at: OPENING,
  say: (line) => console.error(line),
}
try {
  for (const measurement of chosen) {
    const machine = describeMachine(cluster.version)
    const report = await measurement.run(stage)
    console.log(printed(report))
    await record(measurement.name, report, machine)
  }
} finally {
  await feishu.close()
  await cluster.close()
}
