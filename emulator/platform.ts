import { createBus, type Bus } from './bus.ts'
import { createClock, type Clock } from './clock.ts'
import { createFaults, type Faults } from './faults.ts'
import { createMint, type Mint } from './ids.ts'
import { createLink, type Link } from './link.ts'
import { oneAtATime, type OneAtATime } from './one-at-a-time.ts'
import { createRates, type Limits, type Rates } from './rates.ts'
import { createRetries, type Retries } from './retries.ts'
import type { Seed } from './seed.ts'
import { createState, type State } from './state.ts'
import { createTokens, type Tokens } from './tokens.ts'
import { createTrafficLog, type TrafficLog } from './traffic.ts'
import { createPresses, type Presses } from './presses.ts'

interface Settings {
  /** Whether the app holds `im:message.group_msg`: without it a group message reaches the bot only when it is @-mentioned. */
  readAllGroupMessages: boolean
  limits: Limits
  /** Whether time passes by itself. */
  ticking: boolean
  /** How long the bot may take to answer an event or a press. */
  answerWithinMs: number
}

/** One tenant with one app in it; every part of the emulator is a function of this. */
export interface Platform {
  readonly seed: Seed
  readonly tenantKey: string
  readonly bot: { openId: string; unionId: string; name: string }
  readonly settings: Settings
  readonly clock: Clock
  readonly bus: Bus
  readonly mint: Mint
  readonly rates: Rates
  readonly link: Link
  readonly traffic: TrafficLog
  readonly tokens: Tokens
  readonly retries: Retries
  readonly presses: Presses
  readonly faults: Faults
  /** Two walks at once would set the bot's clock back and forth. */
  readonly oneWalk: OneAtATime
  state: State
}

export interface PlatformOptions {
  seed: Seed
  settings: Settings
  now: number
  mintFrom?: number
}

export function createPlatform({ seed, settings, now, mintFrom }: PlatformOptions): Platform {
  const mint = createMint(seed.app.id, mintFrom)
  const bus = createBus()
  const { secret, encryptKey, verificationToken } = seed.app
  return {
    seed,
    tenantKey: mint.named('', 'tenant').slice(0, 16),
    bot: {
      openId: mint.named('ou_', `bot ${seed.app.id}`),
      unionId: mint.named('on_', `bot ${seed.app.id}`),
      name: seed.app.name,
    },
    settings,
    clock: createClock(now, settings.ticking),
    bus,
    mint,
    rates: createRates(settings.limits),
    link: createLink(bus),
    traffic: createTrafficLog(bus, [secret, encryptKey, verificationToken]),
    tokens: createTokens(),
    retries: createRetries(),
    presses: createPresses(),
    faults: createFaults(),
    oneWalk: oneAtATime(),
    state: createState(seed, mint),
  }
}
