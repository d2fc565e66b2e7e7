import { alignClocks } from './advance.ts'
import type { PageFiles } from './bundle-page.ts'
import { verifyUrl } from './deliver.ts'
import { createDriver, type Driver } from './driver.ts'
import type { BotAddress } from './link.ts'
import { keepOnDisk, readSaved, restore, type Keeper } from './persist.ts'
import { createPlatform, type Platform } from './platform.ts'
import { FEISHU_LIMITS, type Limits } from './rates.ts'
import { parseSeed, type SeedInput } from './seed.ts'
import { createApp, listen } from './server.ts'

export interface EmulatorOptions {
  seed: SeedInput
  /** May be given later with `connectBot`: the bot wants our URL, we want the bot's. */
  bot?: BotAddress
  /** Default 0: any free one. */
  port?: number
  /** Where the virtual clock starts; default now. Ignored when `dataFile` remembers a later moment. */
  now?: number
  /** Default true. A story that must repeat to the millisecond lets time pass by `clock.advance` alone. */
  ticking?: boolean
  /** Keeps everything over a restart: this JSON file and a folder of pictures beside it. */
  dataFile?: string
  /** Default true: the app holds `im:message.group_msg`. */
  readAllGroupMessages?: boolean
  /** Default: Feishu's ceilings. `false` for tests that are not about them. */
  limits?: Limits
  /** Default 3000, as the platform. */
  answerWithinMs?: number
  /** How long the driver's waits last before they fail. Default 5000. */
  waitMs?: number
  page?: () => Promise<PageFiles>
}

/** A running local Feishu: its server, and hands to drive it with. */
export interface Emulator extends Driver {
  url: string
  platform: Platform
  /** Verifies the request URL and aligns the clocks; answers whether the bot echoed the challenge. */
  connectBot(bot: BotAddress): Promise<boolean>
  close(): Promise<void>
}

export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const saved = options.dataFile === undefined ? undefined : await readSaved(options.dataFile)
  const platform = createPlatform({
    seed: parseSeed(options.seed),
    settings: {
      readAllGroupMessages: options.readAllGroupMessages ?? true,
      limits: options.limits ?? FEISHU_LIMITS,
      ticking: options.ticking ?? true,
      answerWithinMs: options.answerWithinMs ?? 3000,
    },
    now: Math.max(saved?.now ?? 0, options.now ?? Date.now()),
    ...(saved === undefined ? {} : { mintFrom: saved.minted }),
  })
  if (saved !== undefined) restore(platform, saved)
  const keeper = options.dataFile === undefined ? undefined : keepOnDisk(platform, options.dataFile)
  const server = await listen(createApp(platform, options.page ?? bundledOnce()), options.port ?? 0)

  const connectBot = async (bot: BotAddress): Promise<boolean> => {
    platform.link.connect(bot)
    await alignClocks(platform, { fresh: saved === undefined })
    return verifyUrl(platform)
  }
  if (options.bot !== undefined) await connectBot(options.bot)

  return {
    ...createDriver(platform, options.waitMs ?? 5000),
    url: server.url,
    platform,
    connectBot,
    close: () => close(platform, server, keeper),
  }
}

async function close(platform: Platform, server: { close(): Promise<void> }, keeper?: Keeper) {
  clearTimeout(platform.retries.timer)
  await server.close()
  await keeper?.flush()
}

/** esbuild is loaded with the first visit to the page: tests and headless runs never pay for it. */
function bundledOnce(): () => Promise<PageFiles> {
  let files: Promise<PageFiles> | undefined
  return () => {
    files ??= import('./bundle-page.ts').then(({ bundlePage }) => bundlePage())
    // A page that failed to build is built again with the next visit.
    files.catch(() => (files = undefined))
    return files
  }
}
