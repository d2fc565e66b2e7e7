import * as calendars from '../db/calendars.ts'
import type { Db } from '../db/connect.ts'
import { lawVersions } from '../db/law-versions.ts'
import * as books from '../db/rule-books.ts'
import type { Calendar, DayNotice } from '../domain/calendar.ts'
import { RULE_BOOK_2026 } from '../domain/rule-book-2026.ts'
import type { RuleBook } from '../domain/rule-book.ts'
import type { Day } from '../domain/time.ts'
import { loadCalendar } from './load-calendar.ts'
import { overlay, RuleBookShape } from './rule-shape.ts'

/** Everything in force, or yet to come into force. */
export interface CurrentLaw {
  /** Every rule book a running slip may rest on, newest last. */
  ruleBooks: readonly RuleBook[]
  calendar: Calendar
  /** Every calendar a deadline may have been worked out with, as far as it is known; the one in force last. */
  calendars: readonly Calendar[]
}

export interface LawSource {
  /** One cheap query; the documents are read again only after an import. */
  current(): Promise<CurrentLaw>
}

/** The law the bot ships with plus what was imported beside it, by this process or any other. */
export function createLaw(db: Db): LawSource {
  let known: { versions: string; law: CurrentLaw } | undefined
  return {
    async current() {
      const versions = await lawVersions(db)
      if (known?.versions === versions) return known.law
      const law = await readLaw(db)
      known = { versions, law }
      return law
    },
  }
}

/** What is in force as this connection or transaction sees it. */
export async function readLaw(conn: Parameters<typeof books.all>[0]): Promise<CurrentLaw> {
  const imported = (await books.all(conn)).map(completed)
  const ruleBooks = [RULE_BOOK_2026, ...imported].toSorted((a, b) =>
    a.effectiveFrom < b.effectiveFrom ? -1 : 1,
  )
  const builtIn = loadCalendar()
  const stored = await calendars.all(conn)
  const calendar = upToDate(stored.at(-1) ?? builtIn, builtIn)
  const others = [builtIn, ...stored].filter(({ version }) => version !== calendar.version)
  return { ruleBooks, calendar, calendars: [...others, calendar] }
}

/** A part that the software did not know yet when the book was imported is as the built-in one has it. */
const completed = (rules: RuleBook): RuleBook => RuleBookShape.parse(overlay(RULE_BOOK_2026, rules))

/** A newer release may ship years that no imported calendar knows. */
function upToDate(calendar: Calendar, builtIn: Calendar): Calendar {
  const missing = builtIn.years.filter((year) => !calendar.years.includes(year))
  return missing.reduce(
    (grown, year) => withNotice(grown, year, noticesOf(builtIn, year)),
    calendar,
  )
}

const noticesOf = ({ notices }: Calendar, year: number): Calendar['notices'] =>
  Object.fromEntries(Object.entries(notices).filter(([day]) => isOfNotice(year, day)))

/** A notice speaks of its year but for the last three days, which the next one claims for its 元旦 (domain/calendar.ts). */
const isOfNotice = (year: number, day: Day): boolean =>
  day >= `${year - 1}-12-29` && day < `${year}-12-29`

/** The next version of a calendar: what it said of a year gives way to the notice, everything else stays. */
export function withNotice(
  before: Calendar,
  year: number,
  notices: Readonly<Record<Day, DayNotice>>,
): Calendar {
  const kept = Object.entries(before.notices).filter(([day]) => !isOfNotice(year, day))
  return {
    version: `${before.version}+${year}`,
    years: [...new Set([...before.years, year])].toSorted((a, b) => a - b),
    notices: { ...Object.fromEntries(kept), ...notices },
  }
}
