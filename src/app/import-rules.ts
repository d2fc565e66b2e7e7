import type { Db } from '../db/connect.ts'
import * as ruleBooks from '../db/rule-books.ts'
import type { RuleBook } from '../domain/rule-book.ts'
import { dayOf, type Instant } from '../domain/time.ts'
import { readLaw } from './current-law.ts'
import { rulesChanged } from './rule-diff.ts'
import { readRules } from './rule-file.ts'
import { inLines } from './yaml-file.ts'

/** A file as it was handed over. */
export interface GivenFile {
  text: string
  /** Its name, for the error list. */
  file: string
}

export interface RulesImport extends GivenFile {
  by: string
  at: Instant
  dryRun: boolean
}

/** The rule book of a file, checked against all there are. Throws the list of what is wrong, each with its line. */
export function rulesIn({ text, file }: GivenFile, known: readonly RuleBook[]): RuleBook {
  const read = readRules(text, known)
  if (!read.ok) throw new Error(inLines(file, read.problems))
  return read.value
}

/** `rules check`. */
export async function checkRules(db: Db, given: GivenFile): Promise<string[]> {
  const { ruleBooks: known } = await readLaw(db)
  const { version, effectiveFrom, subjects } = rulesIn(given, known)
  const lines = subjects.reduce((sum, { types }) => sum + types.length, 0)
  return [
    `规则 ${version} 无误，自 ${effectiveFrom} 起生效：${subjects.length} 个督办项目，${lines} 种问题`,
  ]
}

/** `rules diff`: against the newest. */
export async function diffRules(db: Db, given: GivenFile): Promise<string[]> {
  const { ruleBooks: known } = await readLaw(db)
  return against(known, rulesIn(given, known))
}

/** `rules import`: for slips issued from its day on; a running slip keeps the rules it was issued under. */
export const importRules = (db: Db, { by, at, dryRun, ...given }: RulesImport): Promise<string[]> =>
  db.transaction(async (tx) => {
    await ruleBooks.lock(tx)
    const { ruleBooks: known } = await readLaw(tx)
    const rules = rulesIn(given, known)
    const today = dayOf(at)
    if (rules.effectiveFrom < today)
      throw new Error(
        `生效日期 ${rules.effectiveFrom} 已过：规则不溯及既往，最早从今天 ${today} 起`,
      )
    const changes = against(known, rules)
    if (dryRun) return [...changes, '（只是预览，没有导入）']
    await ruleBooks.add(tx, { rules, importedAt: at, importedBy: by })
    return [
      ...changes,
      `已导入规则 ${rules.version}，自 ${rules.effectiveFrom} 起签发的落实单适用；已签发的不变`,
    ]
  })

function against(known: readonly RuleBook[], rules: RuleBook): string[] {
  const newest = known.at(-1)
  const changes = newest ? rulesChanged(newest, rules) : []
  return changes.length > 0 ? changes : [`与现行最新版本 ${newest?.version} 内容相同`]
}
