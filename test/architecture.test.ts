import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join, normalize, sep } from 'node:path'
import { describe, expect, test } from 'vitest'

/** Who may import whom besides itself. Reading this table top to bottom is reading the architecture. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/domain': [],
  cards: ['src/domain'],
  'src/db': ['src/domain'],
  'src/feishu': ['src/domain'],
  'src/app': ['src/domain', 'cards', 'src/db', 'src/feishu'],
  'src/http': ['src/app', 'src/feishu', 'src/domain', 'cards'],
  emulator: [],
  // The entries src/*.ts and the demo they can start: composed of everything, imported by nothing.
  src: [
    'src/demo',
    'src/http',
    'src/app',
    'cards',
    'src/feishu',
    'src/db',
    'src/domain',
    'emulator',
  ],
  'src/demo': ['src', 'src/app', 'src/feishu', 'src/db', 'src/domain', 'emulator'],
}

/** `from 'x'`, `import 'x'`, `import('x')`, `export … from 'x'`, `require('x')`, whatever the quotes. */
const SPECIFIER = /(?:(?<!\.)\bfrom|\bimport\s*\(?|\brequire\s*\()\s*['"`]([^'"`\s]+)['"`]/g
const COMMENT = /\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm

const importsIn = (code: string): string[] =>
  [...code.replace(COMMENT, '').matchAll(SPECIFIER)].map(([, specifier = '']) => specifier)

/** The row of the table a path belongs to: the longest that fits, `src` for the entries alone. */
function rowOf(path: string): string | undefined {
  const folder = dirname(path)
  const fits = (row: string) => folder === row || (row !== 'src' && folder.startsWith(`${row}/`))
  return Object.keys(MAY_IMPORT).find(fits)
}

const slashes = (path: string) => path.split(sep).join('/')
const files = globSync('{src,cards,emulator}/**/*.{ts,tsx}')
  .map(slashes)
  .map((path) => ({ path, code: readFileSync(path, 'utf8') }))
const tests = globSync('{test,bench,docs}/**/*.{ts,tsx}').map(slashes)

const arrows = files.flatMap(({ path, code }) =>
  importsIn(code).map((specifier) => ({
    path,
    specifier,
    to: specifier.startsWith('.') ? slashes(normalize(join(dirname(path), specifier))) : undefined,
  })),
)
const pure = files.filter(({ path }) => /^(src\/domain|cards)\//.test(path))

describe('imports', () => {
  test('point inward, as the table says', () => {
    const outward = arrows.filter(({ path, to }) => {
      if (to === undefined) return false
      const [from, target] = [rowOf(path), rowOf(to)]
      if (!from || !target) return true
      return from !== target && !MAY_IMPORT[from]?.includes(target)
    })
    expect(outward).toEqual([])
  })

  test('of the core and the cards are files of ours, never packages', () => {
    const packages = arrows.filter(
      ({ path, to }) => to === undefined && pure.some((file) => file.path === path),
    )
    expect(packages).toEqual([])
  })

  test('name their file with its suffix', () => {
    const bare = arrows.filter(({ to }) => to !== undefined && !/\.(tsx?|css|json)$/.test(to))
    expect(bare).toEqual([])
  })
})

test('the core and the cards know no clock, no chance, no network and no process', () => {
  const WORLD =
    /\bDate\.now\b|\bnew Date\(\s*\)|\bnew Date\b(?!\()|\bperformance\b|\bMath\.random\b|\bcrypto\b|\bfetch\(|\bprocess\b|\bglobalThis\b|\bset(Timeout|Interval|Immediate)\b|\bconsole\b|\bimport\(|\bimport\.meta\b/
  const reaching = pure
    .map(({ path, code }) => ({ path, found: WORLD.exec(code.replace(COMMENT, ''))?.[0] }))
    .filter(({ found }) => found !== undefined)
  expect(reaching).toEqual([])
})

describe('folders and files', () => {
  const paths = [...files.map(({ path }) => path), ...tests]

  test('are named after what is in them: no utils, no helpers, no types, no index', () => {
    const drawers = paths.filter((path) =>
      /(^|\/)(utils?|helpers?|common|shared|misc|lib|types|index)(\/|\.tsx?$)/.test(path),
    )
    expect(drawers).toEqual([])
  })

  test('are written in kebab-case', () => {
    const odd = paths.filter(
      (path) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.d)?\.tsx?$/.test(basename(path)),
    )
    expect(odd).toEqual([])
  })

  test('pass nothing on that they did not make: no barrels', () => {
    const barrels = files
      .map(({ path, code }) => ({
        path,
        found: /^export\s+(type\s+)?(\*|\{[^}]*\})[^;\n]*\bfrom\b/m.exec(code)?.[0],
      }))
      .filter(({ found }) => found !== undefined)
    expect(barrels).toEqual([])
  })
})

describe('this test itself', () => {
  test.each([
    ["import { a } from './a.ts'", './a.ts'],
    ["import type { A } from '../a.ts'", '../a.ts'],
    ["import {\n  a,\n  b,\n} from './a.ts'", './a.ts'],
    ["import './a.ts'", './a.ts'],
    ["const a = await import('./a.ts')", './a.ts'],
    ["type A = import('./a.ts').A", './a.ts'],
    ['const a = await import(\n  `./a.ts`,\n)', './a.ts'],
    ["export { a } from './a.ts'", './a.ts'],
    ["export * from './a.ts'", './a.ts'],
    ["import a from 'x/a.json' with { type: 'json' }", 'x/a.json'],
  ])('sees %j', (code, specifier) => {
    expect(importsIn(code)).toEqual([specifier])
  })

  test.each([
    "// import './a.ts'",
    "/* from './a.ts' */",
    "const url = 'https://from.cn'",
    "Buffer.from('abc', 'hex')",
    "const verb = 'import'\nconst noun = 'x'",
  ])('looks past %j', (code) => {
    expect(importsIn(code)).toEqual([])
  })

  test('finds the whole house', () => {
    expect(new Set(files.map(({ path }) => rowOf(path)))).toEqual(new Set(Object.keys(MAY_IMPORT)))
    expect(rowOf('emulator/page/card/x.tsx')).toBe('emulator')
    expect(rowOf('src/main.ts')).toBe('src')
    expect(rowOf('src/elsewhere/x.ts')).toBeUndefined()
  })
})
