import type { PeriodRule } from './deadline.ts'
import type { ProblemType, RuleBook, Subject } from './rule-book.ts'
import type { SlipContent } from './slip.ts'

/** `R3.0`: fits no line of the checklist, so it is never the same as another (D5). */
export const isOther = (code: string): boolean => code.endsWith('.0')

export const typeByCode = (rules: RuleBook, code: string | undefined): ProblemType | undefined =>
  rules.subjects.flatMap(({ types }) => types).find((type) => type.code === code)

/** The line of a subject's checklist that what was typed hints at; 其他问题 when none does. Shown in the draft, never silent. */
export function guessType(subject: Subject, text: string): ProblemType | undefined {
  const scored = subject.types.map((type) => ({
    type,
    hits: type.hints.filter((hint) => text.includes(hint)).length,
  }))
  const [best] = scored.toSorted((a, b) => b.hits - a.hits)
  return best && best.hits > 0 ? best.type : subject.types.find(({ code }) => isOther(code))
}

/** D1: the shortest period among a slip's findings; the colour's own where a type names none. Green has none. */
export function periodOf(rules: RuleBook, content: SlipContent): PeriodRule | undefined {
  if (content.colour === 'green') return undefined
  const own = rules.period[content.colour]
  const periods = content.findings.map(({ type }) => typeByCode(rules, type)?.period ?? own)
  return periods.toSorted((a, b) => a.days - b.days)[0] ?? own
}
