import { globSync, readFileSync } from 'node:fs'
import { sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What the sources themselves say of a rule: the files that decide by it, the tests that name it. */

const ROOT = fileURLToPath(new URL('..', import.meta.url))

interface Source {
  path: string
  code: string
}

const sources = (pattern: string): Source[] =>
  globSync(pattern, { cwd: ROOT })
    .map((path) => path.split(sep).join('/'))
    .toSorted()
    .map((path) => ({ path, code: readFileSync(`${ROOT}/${path}`, 'utf8') }))

/** Lists and types decide nothing. */
const LISTS = ['src/domain/rule-book.ts', 'src/domain/slip.ts']
const CORE = sources('src/domain/*.ts').filter(({ path }) => !LISTS.includes(path))
const USE_CASES = sources('src/app/*.ts')

/** The files that name a rule as theirs; the core where it is decided there, else the use cases. */
export function decidedIn(rule: string): string[] {
  const naming = (among: Source[]) =>
    among.filter(({ code }) => code.includes(`'${rule}'`)).map(({ path }) => path)
  const core = naming(CORE)
  return core.length > 0 ? core : naming(USE_CASES)
}

/** One test: the rules its title begins with, and what it says of them. */
export interface Case {
  rules: readonly string[]
  title: string
  path: string
  /** 准: it lets something happen; 拒: it forbids. */
  way: '准' | '拒' | undefined
}

const ID = String.raw`[A-Z]\d+[abc]?`
const TITLE = new RegExp(String.raw`(['\x60])(${ID}(?:(?:, |、|–)${ID})*) · ((?:(?!\1).)+)\1`, 'g')

/** `D6 · …`, `I4, A3 · …`, `R1–R6 · …`: the rules before the dot. */
function rulesIn(ids: string): string[] {
  return ids.split(/, |、/).flatMap((id) => {
    const [from = '', to] = id.split('–')
    if (!to) return [from]
    const [first, last] = [from, to].map((end) => Number(end.replace(/\D/g, '')))
    const count = (last ?? 0) - (first ?? 0) + 1
    return Array.from({ length: count }, (_, i) => `${from[0]}${(first ?? 0) + i}`)
  })
}

export const CASES: readonly Case[] = sources('test/domain/**/*.ts').flatMap(({ path, code }) =>
  [...code.matchAll(TITLE)].map(([, , ids = '', title = '']) => {
    const [, said] = /^(准|拒)：/.exec(title) ?? []
    const way = said === '准' || said === '拒' ? said : undefined
    return { rules: rulesIn(ids), title, path, way }
  }),
)

export const casesOf = (rule: string): readonly Case[] =>
  CASES.filter(({ rules }) => rules.includes(rule))
