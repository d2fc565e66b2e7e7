import { z } from 'zod'
import type { Organisation } from '../domain/organisation.ts'
import { isDay } from '../domain/time.ts'
import { contradictionsIn } from './organisation-check.ts'
import { type Judged, type Problem, readYaml, shaped } from './yaml-file.ts'

export type ReadOrganisation =
  | { ok: true; organisation: Organisation }
  | { ok: false; problems: Problem[] }

const person = z.string().regex(/^ou_\w+$/, '应是 ou_ 开头的 open_id')
const chat = z.string().regex(/^oc_\w+$/, '应是 oc_ 开头的群 id')
const named = z.string().trim().min(1, '不能为空')
const day = z.string().refine(isDay, '应是 2026-11-23 这样的日期')

const Unit = z.strictObject({
  code: named,
  name: named,
  aliases: z.array(named).default([]),
  chat,
  head: person,
  contacts: z.array(person).min(1, '至少要有一名联络员'),
  sites: z.array(named).default([]),
})

const File = z.strictObject({
  office: z.strictObject({
    chat,
    director: person,
    inspectors: z.array(person).min(1, '至少要有一名督查员'),
    reviewers: z.array(person).min(1, '至少要有一名审核人'),
  }),
  leaders: z.strictObject({ chat, members: z.array(person).default([]) }),
  units: z.array(Unit).min(1, '至少要有一个责任单位'),
  people: z.record(person, named).default({}),
  substitutes: z.array(z.strictObject({ for: person, by: person, from: day, to: day })).default([]),
})

/** Reads the YAML of `org import` (design §4); every problem comes with its line. */
export function readOrganisation(text: string): ReadOrganisation {
  const read = readYaml(text, (raw): Judged<Organisation> => {
    const judged = shaped(File, raw)
    return 'value' in judged ? { ...judged, flaws: contradictionsIn(judged.value) } : judged
  })
  return read.ok ? { ok: true, organisation: read.value } : read
}
