import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'

/** One thing wrong with a file, with the line it stands on (1-based; 0 when it belongs to the whole file). */
export interface Problem {
  line: number
  sentence: string
}

/** The same before it has a line: where in the document it stands. */
export interface Flaw {
  path: readonly PropertyKey[]
  sentence: string
}

export type ReadFile<T> = { ok: true; value: T } | { ok: false; problems: Problem[] }

/** What a reader makes of the bare document; with flaws the value counts for nothing. */
export type Judged<T> = { value: T; flaws: readonly Flaw[] } | { flaws: readonly Flaw[] }

/** Reads a YAML file that a person wrote; every problem comes with its line. */
export function readYaml<T>(text: string, judge: (raw: unknown) => Judged<T>): ReadFile<T> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ linePos, message }) => ({
      line: linePos?.[0].line ?? 0,
      sentence: `不是合法的 YAML：${message.split('\n')[0]}`,
    }))
    return { ok: false, problems }
  }
  const judged = judge(document.toJS())
  if ('value' in judged && judged.flaws.length === 0) return { ok: true, value: judged.value }
  const problems = judged.flaws.map(({ path, sentence }) => ({
    line: lineOf(document, lines, path),
    sentence: `${path.join('.') || '文件'}：${sentence}`,
  }))
  return { ok: false, problems: problems.toSorted((a, b) => a.line - b.line) }
}

/** Whether a document has the shape of a schema, in Chinese. A key that nobody knows is named by itself. */
export function shaped<T>(schema: z.ZodType<T>, raw: unknown): Judged<T> {
  const parsed = schema.safeParse(raw, { error: inChinese })
  if (parsed.success) return { value: parsed.data, flaws: [] }
  const flaws = parsed.error.issues.flatMap((issue): Flaw[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path, key], sentence: '没有这一项' }))
      : [{ path: issue.path, sentence: issue.message }],
  )
  return { flaws }
}

const { localeError } = z.locales.zhCN()

const inChinese: z.core.$ZodErrorMap = (issue) => {
  if (issue.code !== 'invalid_type') return localeError(issue)
  if (issue.input === undefined) return '缺少这一项'
  return issue.expected === 'string' ? '应是文字' : localeError(issue)
}

/** The error list of an import, the way editors and terminals link it: `rules.yaml:7 …`. */
export const inLines = (file: string, problems: readonly Problem[]): string =>
  problems.map(({ line, sentence }) => `${file}:${line} ${sentence}`).join('\n')

type Document = ReturnType<typeof parseDocument>

/** The line of what a path names, or of the nearest thing around it that stands in the file. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const offset = offsetOf(document, path.slice(0, depth))
    if (offset !== undefined) return lines.linePos(offset).line
  }
  return 0
}

/** A named value begins at its name: its block may begin a line later. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  const name = String(path.at(-1))
  const key = isMap(parent)
    ? parent.items
        .map((pair) => pair.key)
        .find((each) => isScalar(each) && String(each.value) === name)
    : undefined
  const node = key ?? document.getIn(path, true)
  return isNode(node) ? node.range?.[0] : undefined
}
