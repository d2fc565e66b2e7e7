import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core'

/** Nothing but the page: no calls home, Chinese date pickers, and a start that works for root in a container. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=zh-CN',
]

const READER = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai', colorScheme: 'light' } as const

export const DESKTOP: BrowserContextOptions = { ...READER, viewport: { width: 1280, height: 800 } }

export const PHONE: BrowserContextOptions = {
  ...READER,
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
}

/** The browser of the machine, else the one that npm brought. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = installedChromium()
  return executablePath === undefined
    ? launchPacked()
    : chromium.launch({ executablePath, args: ARGS })
}

const LINUX = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const MAC = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

const WINDOWS = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']

/** `CHROME_PATH` names one; set but empty it asks for the packed one. */
function installedChromium(): string | undefined {
  const { CHROME_PATH: named, ...env } = process.env
  if (named !== undefined) return named === '' ? undefined : named
  const programs = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
  const places = [
    ...LINUX.map((name) => `/usr/bin/${name}`),
    ...MAC.map((app) => `/Applications/${app}`),
    ...programs.flatMap((folder) => (folder ? WINDOWS.map((exe) => `${folder}/${exe}`) : [])),
  ]
  return places.find((place) => existsSync(place))
}

/** Beside it the unpacked files lie, and go with it at the next upgrade. */
const PACKAGE = '@sparticuz/chromium'

async function launchPacked(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('No Chromium on this machine: install Chrome, or name one in CHROME_PATH')
  const folder = await unpacked()
  // The package's own arguments are Lambda's: one process that dies with its first context, and no web security.
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: ARGS,
    env: { ...process.env, ...bareMachine(folder) },
  })
}

/** Libraries and fonts that a machine without any desktop lacks, and that the package brings. */
function bareMachine(folder: string): Record<string, string> {
  const { LD_LIBRARY_PATH: before } = process.env
  const libraries = [before, join(folder, 'al2023', 'lib')].filter(Boolean).join(delimiter)
  const fonts = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_PATH: join(folder, 'fonts') }
  return { LD_LIBRARY_PATH: libraries, ...fonts }
}

/**
 * The package unpacks into the temporary folder, takes whatever lies there for whole, and the libraries only for
 * Lambda: so it gets a temporary folder of its own and believes to be there, and the result is moved in one piece.
 */
async function unpacked(): Promise<string> {
  const folder = fileURLToPath(new URL('../unpacked', import.meta.resolve(PACKAGE)))
  if (existsSync(folder)) return folder
  const half = await mkdtemp(`${folder}-`)
  const script = `await (await import('${PACKAGE}')).default.executablePath()`
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...process.env, TMPDIR: half, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  })
  // Another run may have been faster; its copy is as good.
  await rename(half, folder).catch(() => rm(half, { recursive: true, force: true }))
  return folder
}
