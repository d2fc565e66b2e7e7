import { asc, sql } from 'drizzle-orm'
import type { RuleBook } from '../domain/rule-book.ts'
import type { Instant } from '../domain/time.ts'
import type { Conn, Tx } from './connect.ts'
import { ruleBooks } from './schema/rule-books.ts'

export interface RuleBookImport {
  rules: RuleBook
  importedAt: Instant
  importedBy: string
}

/** Every other import waits until the transaction ends: what was checked against the newest stays true. */
export async function lock(tx: Tx): Promise<void> {
  await tx.execute(sql`lock table ${ruleBooks} in share row exclusive mode`)
}

/** Adds a version for good; the database refuses one it has, and a second one for the same day. */
export async function add(tx: Tx, { rules, ...by }: RuleBookImport): Promise<void> {
  const { version, effectiveFrom } = rules
  await tx.insert(ruleBooks).values({ version, effectiveFrom, document: rules, ...by })
}

/** Those imported, in the order of their effect. */
export async function all(conn: Conn): Promise<RuleBook[]> {
  const rows = await conn
    .select({ rules: ruleBooks.document })
    .from(ruleBooks)
    .orderBy(asc(ruleBooks.effectiveFrom))
  return rows.map(({ rules }) => rules)
}
