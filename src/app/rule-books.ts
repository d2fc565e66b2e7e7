import type { RuleBook } from '../domain/rule-book.ts'
import type { Slip } from '../domain/slip.ts'
import { dayOf, type Instant } from '../domain/time.ts'

/** The rule book in force at a moment: what a slip issued now will rest on. */
export function rulesAt(books: readonly RuleBook[], at: Instant): RuleBook {
  const inForce = books.findLast((book) => book.effectiveFrom <= dayOf(at)) ?? books[0]
  if (!inForce) throw new Error('no rule book is loaded')
  return inForce
}

/** The rule book a running slip rests on, whatever has come into force since. */
export function rulesOf(books: readonly RuleBook[], slip: Slip): RuleBook {
  const own = books.find((book) => book.version === slip.rules)
  if (!own) throw new Error(`rule book ${slip.rules} of slip ${slip.id} is not loaded`)
  return own
}
