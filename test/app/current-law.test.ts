import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createLaw, readLaw, withNotice } from '../../src/app/current-law.ts'
import { loadCalendar } from '../../src/app/load-calendar.ts'
import { rulesAt } from '../../src/app/rule-books.ts'
import * as calendars from '../../src/db/calendars.ts'
import * as ruleBooks from '../../src/db/rule-books.ts'
import { dayStatus } from '../../src/domain/calendar.ts'
import { RULE_BOOK_2026 } from '../../src/domain/rule-book-2026.ts'
import type { RuleBook } from '../../src/domain/rule-book.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

const NOW = Date.parse('2026-11-23T10:00:00+08:00')
const BY = { importedAt: NOW, importedBy: 'cli:test' }
const NEXT: RuleBook = {
  ...RULE_BOOK_2026,
  version: '2026-2',
  effectiveFrom: '2027-01-01',
  silenceHours: 48,
}

describe('the law in force', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())

  const addRules = (rules: RuleBook) =>
    database.db.transaction((tx) => ruleBooks.add(tx, { rules, ...BY }))
  const addYear = (year: number, before = loadCalendar()) =>
    database.db.transaction((tx) =>
      calendars.add(tx, {
        calendar: withNotice(before, year, { [`${year}-01-02`]: { kind: 'off', name: '元旦' } }),
        ...BY,
      }),
    )

  test('is what the bot ships with until something is imported', async () => {
    const law = createLaw(database.db)
    const first = await law.current()
    expect(first.ruleBooks).toEqual([RULE_BOOK_2026])
    expect(first.calendar).toEqual(loadCalendar())
    expect(await law.current()).toBe(first)
  })

  test('sees what another process imports, and a later rule book waits for its day', async () => {
    const law = createLaw(database.db)
    await law.current()
    await addRules(NEXT)
    await addYear(2027)
    const { ruleBooks: books, calendar, calendars: all } = await law.current()
    expect(books).toEqual([RULE_BOOK_2026, NEXT])
    expect(rulesAt(books, Date.parse('2026-12-31T23:59:59+08:00')).version).toBe('2026-1')
    expect(rulesAt(books, Date.parse('2027-01-01T00:00:00+08:00')).version).toBe('2026-2')
    expect(calendar.version).toBe(`${loadCalendar().version}+2027`)
    expect(calendar.years).toContain(2027)
    expect(dayStatus(calendar, '2027-01-02').reason).toBe('holiday')
    expect(all.map(({ version }) => version)).toEqual([loadCalendar().version, calendar.version])
  })

  test('cannot be altered or taken back once a slip may rest on it', async () => {
    const because = (message: string) => ({
      cause: { message: expect.stringContaining(message) },
    })
    const { db } = database
    await expect(addRules(NEXT)).rejects.toMatchObject(because('duplicate key'))
    const changes = [
      `update rule_books set document = '{}'`,
      'delete from rule_books',
      `update calendars set document = '{}'`,
      'delete from calendars',
      'truncate calendars',
    ]
    for (const change of changes)
      await expect(db.execute(change)).rejects.toMatchObject(because('append-only'))
  })

  test('completes a book that an older release stored without a part of today', async () => {
    const { silenceHours: _, ...older } = {
      ...NEXT,
      version: '2026-3',
      effectiveFrom: '2027-06-01',
    }
    await addRules(JSON.parse(JSON.stringify(older)))
    const { ruleBooks: books } = await readLaw(database.db)
    expect(books.at(-1)).toMatchObject({
      version: '2026-3',
      silenceHours: RULE_BOOK_2026.silenceHours,
    })
  })

  test('adds the years a newer release ships to a calendar that was imported before it', async () => {
    const { version, years, notices } = loadCalendar()
    const older = { version: 'older', years: years.filter((year) => year !== 2026), notices: {} }
    await database.db.transaction((tx) =>
      calendars.add(tx, { calendar: older, importedAt: NOW + 1, importedBy: 'cli:test' }),
    )
    const { calendar } = await readLaw(database.db)
    expect(calendar.version).toBe('older+2026')
    expect(calendar.years).toEqual(years)
    expect(calendar.notices['2026-10-01']).toEqual(notices['2026-10-01'])
    expect(version).not.toBe(calendar.version)
  })
})
