import type { Browser, BrowserContextOptions } from 'playwright-core'
import { DESKTOP, launchBrowser } from '../support/browser.ts'
import { setStage, type Stage } from '../support/stage.ts'
import { type Screen, screenOf } from './screen.ts'

export interface World extends Windows {
  stage: Stage
}

/** Browser windows on one emulator. */
export interface Windows {
  /** A fresh browser window, played as this person. */
  open(person: string, look?: BrowserContextOptions): Promise<Screen>
  /** A window on `/` and this query. */
  visit(query: string, look?: BrowserContextOptions): Promise<Screen>
  /** Fails the test when a page has complained, or the bot. */
  close(): Promise<void>
}

const PATIENCE_MS = 8000

let browser: Promise<Browser> | undefined

/** A stage and windows on it. The browser behind them is one for all: `closeBrowser` when the last story is told. */
export async function openWorld(): Promise<World> {
  const stage = await setStage({ at: '2026-11-09T10:00:00+08:00' })
  return { stage, ...(await windowsOn(stage.feishu.url, () => stage.close())) }
}

/** The same on an emulator whose bot the test plays itself. */
export async function windowsOn(url: string, closeBelow: () => Promise<void>): Promise<Windows> {
  browser ??= launchBrowser()
  const running = await browser
  const complaints: string[] = []
  const closing: (() => Promise<void>)[] = []
  const visit = async (query: string, look = DESKTOP) => {
    const context = await running.newContext(look)
    closing.push(() => context.close())
    context.setDefaultTimeout(PATIENCE_MS)
    context.on('weberror', (fault) => complaints.push(String(fault.error())))
    context.on('console', (line) => {
      if (line.type() === 'error') complaints.push(line.text())
    })
    const page = await context.newPage()
    await page.goto(`${url}/${query}`)
    return screenOf(page)
  }
  return {
    visit,
    async open(person, look) {
      const screen = await visit(`?as=${encodeURIComponent(person)}`, look)
      await screen.page.getByRole('region', { name: `${person}的客户端` }).waitFor()
      return screen
    },
    async close() {
      await Promise.all(closing.map((close) => close()))
      await closeBelow()
      if (complaints.length > 0)
        throw new Error(`The browser complained:\n${complaints.join('\n')}`)
    },
  }
}

export async function closeBrowser(): Promise<void> {
  const running = browser
  browser = undefined
  await (await running)?.close()
}
