import { sql } from 'drizzle-orm'
import type { Conn } from './connect.ts'
import { calendars } from './schema/calendars.ts'
import { ruleBooks } from './schema/rule-books.ts'

/** Names every rule book and calendar that has been imported, in one cheap query: another answer means another law. */
export async function lawVersions(conn: Conn): Promise<string> {
  const [row] = await conn.execute<{ versions: string | null }>(
    sql`select concat_ws('|',
      (select string_agg(${ruleBooks.version}, ',' order by ${ruleBooks.version}) from ${ruleBooks}),
      (select string_agg(${calendars.version}, ',' order by ${calendars.version}) from ${calendars})
    ) as versions`,
  )
  return row?.versions ?? ''
}
