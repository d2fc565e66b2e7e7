import type { RuleBook } from '../domain/rule-book.ts'
import { contradictionsInRules } from './check-rules.ts'
import { isFields, overlay, RuleBookShape } from './rule-shape.ts'
import { type Judged, type ReadFile, readYaml, shaped } from './yaml-file.ts'

/**
 * Reads the YAML of a rule book: whole, or with `base` naming an earlier version and then only what differs.
 * Objects are laid over the base part by part, checklists line by line by their code; any other list replaces.
 */
export const readRules = (text: string, known: readonly RuleBook[]): ReadFile<RuleBook> =>
  readYaml(text, (raw): Judged<RuleBook> => {
    const whole = onBase(raw, known)
    if ('flaws' in whole) return whole
    const shape = shaped(RuleBookShape, whole.document)
    const flaws = 'value' in shape ? contradictionsInRules(shape.value, known) : shape.flaws
    const placed = flaws.map(({ path, sentence }) => ({
      path: placeIn(raw, whole.document, path),
      sentence,
    }))
    return 'value' in shape ? { value: shape.value, flaws: placed } : { flaws: placed }
  })

function onBase(
  raw: unknown,
  known: readonly RuleBook[],
): { document: unknown } | { flaws: { path: string[]; sentence: string }[] } {
  if (!isFields(raw) || raw['base'] === undefined) return { document: raw }
  const { base: named, subjects, ...parts } = raw
  const base = known.find(({ version }) => version === named)
  const versions = known.map(({ version }) => version).join('、')
  if (!base)
    return {
      flaws: [{ path: ['base'], sentence: `没有版本 ${JSON.stringify(named)}，现有 ${versions}` }],
    }
  const missing = ['version', 'effectiveFrom'].filter((name) => parts[name] === undefined)
  if (missing.length > 0)
    return { flaws: missing.map((name) => ({ path: [name], sentence: '新版本须写明这一项' })) }
  const merged = subjects === undefined ? base.subjects : mergedSubjects(base.subjects, subjects)
  return { document: { ...fieldsOf(overlay(base, parts)), subjects: merged } }
}

const fieldsOf = (value: unknown): object => (isFields(value) ? value : {})

/** Subjects by their rule, and in each the lines of its checklist by their code. */
const mergedSubjects = (base: RuleBook['subjects'], over: unknown): unknown =>
  mergedBy('rule', base, over, (subject, changed) => {
    const types = subject['types']
    const more = changed['types']
    const lines = more === undefined ? types : mergedBy('code', listOf(types), more, overlay)
    return { ...fieldsOf(overlay(subject, changed)), types: lines }
  })

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Entries of the same name are merged in their old place, new ones come last; what is not a list is left for the schema to refuse. */
function mergedBy(
  name: string,
  base: readonly unknown[],
  over: unknown,
  merge: (base: Record<string, unknown>, over: Record<string, unknown>) => unknown,
): unknown {
  if (!Array.isArray(over)) return over
  const named = (each: unknown) => (isFields(each) ? each[name] : undefined)
  const changed = base.map((each) => {
    const change: unknown = over.find((other: unknown) => named(other) === named(each))
    return isFields(each) && isFields(change) ? merge(each, change) : each
  })
  // One named twice stays twice, for the check to refuse.
  const again = (each: unknown, i: number) =>
    over.findIndex((other: unknown) => named(other) === named(each)) !== i
  const added = over.filter(
    (each: unknown, i) => again(each, i) || !base.some((other) => named(other) === named(each)),
  )
  return [...changed, ...added]
}

/** Where in the file something of the merged document stands: entries with a rule or code go by it, not by their place. */
function placeIn(raw: unknown, whole: unknown, path: readonly PropertyKey[]): PropertyKey[] {
  const [step, ...rest] = path
  if (step === undefined) return []
  if (Array.isArray(raw) && Array.isArray(whole) && typeof step === 'number') {
    const name = nameOf(whole[step])
    const found = name === undefined ? step : raw.findLastIndex((each) => nameOf(each) === name)
    return found < 0 ? [] : [found, ...placeIn(raw[found], whole[step], rest)]
  }
  if (!isFields(raw) || !isFields(whole)) return [...path]
  const key = String(step)
  return key in raw ? [key, ...placeIn(raw[key], whole[key], rest)] : [...path]
}

const nameOf = (each: unknown): unknown =>
  isFields(each) ? (each['code'] ?? each['rule']) : undefined
