import type { Organisation } from '../domain/organisation.ts'

/** What an import changes, a line each: `+ units.rl1.contacts ou_…`, `- …`, `~ office.director a → b`. */
export function changesBetween(before: Organisation | undefined, after: Organisation): string[] {
  const old = before ? leavesOf(before) : new Map<string, string>()
  const now = leavesOf(after)
  const gone = [...old]
    .filter(([path]) => !now.has(path))
    .map(([path, value]) => `- ${path} ${value}`)
  const come = [...now]
    .filter(([path]) => !old.has(path))
    .map(([path, value]) => `+ ${path} ${value}`)
  const moved = [...now].flatMap(([path, value]) => {
    const was = old.get(path)
    return was === undefined || was === value ? [] : [`~ ${path} ${was} → ${value}`]
  })
  return [...gone, ...moved, ...come]
}

/** Every value by its path. Units go by their code and members of a list by themselves, so that order is no change. */
function leavesOf(value: unknown, path: readonly string[] = []): Map<string, string> {
  if (typeof value !== 'object' || value === null) return new Map([[path.join('.'), String(value)]])
  const entries = Array.isArray(value)
    ? value.map((each: unknown) => [nameOf(each), each])
    : Object.entries(value)
  return new Map(entries.flatMap(([name, each]) => [...leavesOf(each, [...path, String(name)])]))
}

function nameOf(each: unknown): string {
  if (typeof each !== 'object' || each === null) return String(each)
  if ('code' in each) return String(each.code)
  return JSON.stringify(each)
}
