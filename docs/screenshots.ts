import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { type Emulator, startEmulator } from '../emulator/main.ts'
import { standingClock } from '../src/app/clock.ts'
import { createBot } from '../src/bot.ts'
import { openDatabase } from '../src/db/connect.ts'
import { startEmbedded } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import * as organisations from '../src/db/organisations.ts'
import { DEMO_APP, demoOrganisation, seedOf } from '../src/demo/seed.ts'
import { createLog } from '../src/log.ts'
import { DESKTOP, launchBrowser, PHONE } from '../test/support/browser.ts'

/** Plays one story on the local Feishu and takes the pictures of the docs on the way. */

const OPENING = '2026-11-09T10:00:00+08:00'
const UNIT = '滨河热力公司服务督查群'
const OFFICE = '督查办公室'
const BLUE = /^督查蓝〔2026〕001号/
const ORANGE = /^督查橙〔2026〕001号/
const IMAGES = fileURLToPath(new URL('images', import.meta.url))
const MIGRATIONS = fileURLToPath(new URL('../drizzle', import.meta.url))
const ORGANISATION = new URL('../src/demo/organisation.yaml', import.meta.url)
const SETTLE_MS = 10_000
/** Holds a whole slip with its form. */
const TALL = { ...DESKTOP, viewport: { width: 1280, height: 1400 } }

/** Things to be closed, the last opened first. */
const open: (() => Promise<unknown>)[] = []

async function main(): Promise<void> {
  if (!(await canWriteChinese())) {
    console.error('这台机器没有中文字体，截图会全是方框；请先安装一种，例如 fonts-noto-cjk。')
    process.exitCode = 1
    return
  }
  try {
    const feishu = await setStage()
    const browser = await launchBrowser()
    open.push(() => browser.close())
    await mkdir(IMAGES, { recursive: true })
    await play(feishu, photographer(browser, feishu.url))
  } finally {
    for (const close of open.splice(0).toReversed()) await close().catch(() => {})
  }
}

/** Only fontconfig can say it; macOS and Windows bring such a font themselves. */
async function canWriteChinese(): Promise<boolean> {
  if (process.platform !== 'linux') return true
  const found = await promisify(execFile)('fc-list', [':lang=zh']).catch(() => ({ stdout: '' }))
  return found.stdout.trim() !== ''
}

/** The demo organisation, a bot and a PostgreSQL of its own, on one clock that stands still between two moments of the story. */
async function setStage(): Promise<Emulator> {
  const now = Date.parse(OPENING)
  // Named like those of the tests, whose next run sweeps away what an interrupted one has left.
  const dataDir = await mkdtemp(join(tmpdir(), `sanse-test-${process.pid}-`))
  open.push(() => rm(dataDir, { recursive: true, force: true }))
  const server = await startEmbedded({ dataDir, fsync: false })
  open.push(() => server.stop())
  await migrate(server.url, MIGRATIONS)
  const database = openDatabase(server.url)
  open.push(() => database.close())
  const organisation = await demoOrganisation(ORGANISATION)
  await organisations.add(database.db, {
    organisation,
    importedAt: now,
    importedBy: 'demo',
    note: undefined,
  })
  const feishu = await startEmulator({
    seed: seedOf(organisation),
    now,
    ticking: false,
    limits: false,
  })
  open.push(() => feishu.close())
  const clock = standingClock(now)
  const bot = createBot({
    db: database.db,
    clock,
    devClock: clock,
    log: createLog('warn'),
    feishu: {
      appId: DEMO_APP.id,
      appSecret: DEMO_APP.secret,
      encryptKeys: [DEMO_APP.encryptKey],
      verificationTokens: [DEMO_APP.verificationToken],
      domain: feishu.url,
    },
  })
  bot.pump.start()
  open.push(() => bot.pump.stop())
  await feishu.connectBot({ url: 'http://bot.local', fetch: (request) => bot.app.fetch(request) })
  return feishu
}

interface Picture {
  as: string
  chat: string
  /** A second person beside the first. */
  beside?: { as: string; chat: string }
  look?: BrowserContextOptions
  dark?: boolean
  /** The heading of the card to bring to the top; otherwise the end of the chat is shown. */
  top?: RegExp
}

type Take = (name: string, picture: Picture) => Promise<void>

const photographer =
  (browser: Browser, url: string): Take =>
  async (name, { as, chat, beside, look = DESKTOP, dark, top }) => {
    const context = await browser.newContext({ ...look, reducedMotion: 'reduce' })
    context.setDefaultTimeout(SETTLE_MS)
    const page = await context.newPage()
    const query = new URLSearchParams({ as, chat, tab: 'none', theme: dark ? 'dark' : 'light' })
    if (beside) query.set('beside', beside.as)
    if (beside) query.set('besideChat', beside.chat)
    await page.goto(`${url}/?${query.toString()}`)
    const log = page.getByRole('log').last()
    await log.getByRole('article').last().waitFor()
    const heading = log.getByRole('heading', { name: top ?? /./ }).last()
    if (top) await heading.evaluate(bringToTop)
    await page.screenshot({ path: join(IMAGES, `${name}.png`) })
    await context.close()
  }

/** Runs in the page. */
interface InPage {
  closest(selector: string): { scrollIntoView(): void } | null
}

const bringToTop = (node: InPage): void => node.closest('.message')?.scrollIntoView()

async function play(feishu: Emulator, take: Take): Promise<void> {
  const to = (moment: string) => feishu.clock.advance({ to: `2026-11-${moment}:00+08:00` })
  const clerk = feishu.as('穆晓棠').in(UNIT)

  const inspector = feishu.as('沈念慈').inDm()
  await inspector.say(
    '蓝单 滨河热力公司/柳荫路服务站 服务窗口 收费公示未上墙；要求：三日内上墙公示',
  )
  const draft = await inspector.card(/蓝单草稿/)
  await take('issue-draft', { as: '沈念慈', chat: 'bot' })

  await to('09T10:04')
  await draft.press('签发', { confirm: true })
  await draft.update(/已送达/)
  const slip = await clerk.card(BLUE)
  const group = { as: '穆晓棠', chat: UNIT, top: BLUE }
  await take('unit-group', { ...group, look: TALL })
  await take('phone-clerk', { ...group, look: PHONE })
  await take('two-personas', {
    ...group,
    as: '沈念慈',
    chat: 'bot',
    beside: { as: '穆晓棠', chat: UNIT },
  })

  await to('10T15:30')
  await slip.press('签收')
  slip
    .fill('问题原因', '公示栏更换后没有及时张贴')
    .fill('整改措施', '重新制作收费公示，专人每周检查')
  slip.fill('整改结果', '11月10日已上墙').fill('责任人', '穆晓棠').pick('完成日期', '2026-11-10')
  await slip.press('提交反馈', { confirm: true })
  const office = feishu.as('顾清源').in(OFFICE)
  const review = await office.card(/11月10日已上墙/)
  await take('review', { as: '顾清源', chat: OFFICE })

  await to('11T09:10')
  review.fill('审核意见', '公示内容是去年的收费标准')
  await review.press('整改不达标', { confirm: true })
  const proposal = await feishu
    .as('邢怀瑾')
    .in(OFFICE)
    .card(/提请转橙/)
  await take('proposal', { as: '邢怀瑾', chat: OFFICE, top: /提请转橙/ })

  await to('11T09:40')
  await proposal.press('确认转橙', { confirm: true })
  await (await clerk.card(ORANGE)).update(/整改期限/)
  await take('orange', { as: '穆晓棠', chat: UNIT, top: ORANGE })
  await take('dark', { as: '穆晓棠', chat: UNIT, top: ORANGE, dark: true })
}

await main()
