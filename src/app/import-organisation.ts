import { stringify } from 'yaml'
import type { Db } from '../db/connect.ts'
import * as organisations from '../db/organisations.ts'
import type { Organisation } from '../domain/organisation.ts'
import type { Instant } from '../domain/time.ts'
import { changesBetween } from './organisation-diff.ts'
import { readOrganisation } from './organisation-file.ts'

export interface Import {
  text: string
  /** Its name, for the error list. */
  file: string
  by: string
  at: Instant
  dryRun: boolean
}

/** `org import`: what would change, and that it has. Throws the list of what is wrong, each with its line; then nothing is changed. */
export async function importOrganisation(
  db: Db,
  { text, file, by, at, dryRun }: Import,
): Promise<string[]> {
  const read = readOrganisation(text)
  if (!read.ok)
    throw new Error(
      read.problems.map(({ line, sentence }) => `${file}:${line} ${sentence}`).join('\n'),
    )
  const before = (await organisations.current(db))?.organisation
  const changes = changesBetween(before, read.organisation)
  if (changes.length === 0) return ['与现行名册相同，没有改变']
  if (dryRun) return [...changes, '（只是预览，没有导入）']
  const note = undefined
  const version = await organisations.add(db, {
    organisation: read.organisation,
    importedAt: at,
    importedBy: by,
    note,
  })
  return [...changes, `已导入，名册版本 ${version}`]
}

/** `org export`: the organisation in force, as YAML that imports to the same. */
export async function exportOrganisation(db: Db): Promise<string> {
  const current = await organisations.current(db)
  if (!current) throw new Error('还没有导入组织名册')
  return yamlOf(current.organisation)
}

const yamlOf = (org: Organisation): string => stringify(org, { lineWidth: 0 })
