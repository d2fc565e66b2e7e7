import type { Db } from '../db/connect.ts'
import * as organisations from '../db/organisations.ts'
import { livesSince, type RecordedLife } from '../db/recorded-lives.ts'
import type { RuleBook } from '../domain/rule-book.ts'
import type { SlipId } from '../domain/slip.ts'
import { type Day, type Instant, isDay, startOf } from '../domain/time.ts'
import { whatIf, type WhatIf } from '../domain/what-if.ts'
import { type CurrentLaw, readLaw } from './current-law.ts'
import { type GivenFile, rulesIn } from './import-rules.ts'
import { rulesOf } from './rule-books.ts'
import { type Compared, reportOn } from './what-if-report.ts'

export interface WhatIfQuestion extends GivenFile {
  since: Day
  /** Up to when both lives are lived. */
  until: Instant
}

/** `rules what-if`: every slip issued since a day, lived again under the rules of a file. Nothing is changed. */
export async function askWhatIf(
  db: Db,
  { since, until, ...given }: WhatIfQuestion,
): Promise<string[]> {
  if (!isDay(since)) throw new Error(`--since ${since} 不是日期，应是 2026-09-01 这样`)
  const law = await readLaw(db)
  const rules = rulesIn(given, law.ruleBooks)
  const compared: Compared[] = []
  for await (const life of livesSince(db, startOf(since)))
    compared.push(compare(life, { law, rules, until }))
  const org = (await organisations.current(db))?.organisation
  return reportOn(withoutSparedOranges(compared), {
    version: rules.version,
    since,
    until,
    units: org?.units ?? [],
  })
}

/** Both lives under the calendar the slip's deadline was worked out with, so that whatever differs is the rules' doing. */
function compare(
  { slip, events }: RecordedLife,
  { law, rules, until }: { law: CurrentLaw; rules: RuleBook; until: Instant },
): Compared {
  const named = law.calendars.find(({ version }) => version === slip.deadline?.calendar)
  const calendar = named ?? law.calendar
  const own = { rules: rulesOf(law.ruleBooks, slip), calendar }
  return { slip, ...whatIf(slip.id, events, { own, other: { rules, calendar }, until }) }
}

/** The orange of a blue that would not have turned orange would never have been. */
function withoutSparedOranges(compared: readonly Compared[]): Compared[] {
  const spared = new Set<SlipId>(compared.filter(isSpared).map(({ slip }) => slip.id))
  return compared.map((one) =>
    one.slip.blue && spared.has(one.slip.blue.id) ? { ...one, would: undefined } : one,
  )
}

const isSpared = ({ was, would }: WhatIf | Compared): boolean =>
  was.escalated && would !== undefined && !would.escalated
