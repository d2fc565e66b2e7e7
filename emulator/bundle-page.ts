import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

export interface PageFiles {
  html: string
  js: string
  css: string
}

/** Beside this file when run from source; in `emulator/` when this module was bundled into `dist/`. */
const pageFolder = (): string => {
  const places = ['page', '../emulator/page'].map((place) =>
    fileURLToPath(new URL(place, import.meta.url)),
  )
  const found = places.find((place) => existsSync(join(place, 'main.tsx')))
  if (!found) throw new Error(`The emulator page is not in ${places.join(' nor in ')}`)
  return found
}

/** Bundles the page in memory; nothing is written and nothing inline is produced, so a strict CSP holds. */
export const bundlePage = async (): Promise<PageFiles> => {
  const folder = pageFolder()
  const [html, { outputFiles }] = await Promise.all([
    readFile(join(folder, 'index.html'), 'utf8'),
    build({
      absWorkingDir: folder,
      entryPoints: { app: 'main.tsx', look: 'styles/page.css' },
      outdir: folder,
      write: false,
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      charset: 'utf8',
      legalComments: 'none',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      logLevel: 'silent',
    }),
  ])
  const textOf = (name: string) => outputFiles.find(({ path }) => path.endsWith(name))?.text ?? ''
  return { html, js: textOf('app.js'), css: textOf('look.css') }
}
