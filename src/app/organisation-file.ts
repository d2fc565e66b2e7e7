import { isNode, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import type { Organisation } from '../domain/organisation.ts'
import { isDay } from '../domain/time.ts'
import { contradictionsIn } from './organisation-check.ts'

/** One thing wrong with an organisation file, with the line it stands on (1-based; 0 when it belongs to the whole file). */
export interface Problem {
  line: number
  sentence: string
}

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
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const lineAt = (path: readonly PropertyKey[]): number => {
    for (let depth = path.length; depth > 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true)
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
    }
    return 0
  }
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ linePos, message }) => ({
      line: linePos?.[0].line ?? 0,
      sentence: `不是合法的 YAML：${message.split('\n')[0]}`,
    }))
    return { ok: false, problems }
  }
  const parsed = File.safeParse(document.toJS())
  const problems = parsed.success
    ? contradictionsIn(parsed.data)
    : parsed.error.issues.map(({ path, message }) => ({ path, sentence: message }))
  if (parsed.success && problems.length === 0) return { ok: true, organisation: parsed.data }
  return {
    ok: false,
    problems: problems.map(({ path, sentence }) => ({
      line: lineAt(path),
      sentence: `${path.join('.') || '文件'}：${sentence}`,
    })),
  }
}
