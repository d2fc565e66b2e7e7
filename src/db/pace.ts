import { sql } from 'drizzle-orm'
import type { Conn } from './connect.ts'
import { pace } from './schema/pace.ts'

/**
 * GCRA: books the next free slot of a key and says how many milliseconds to wait for it. In any second at most
 * `perSecond + burst` slots fall, over all instances, because the database's clock is the only one asked.
 * Call it outside of longer transactions: the row is locked until the end of its own.
 */
export async function reserve(
  conn: Conn,
  key: string,
  perSecond: number,
  burst: number,
): Promise<number> {
  const interval = sql`${1 / perSecond}::float8 * interval '1 second'`
  const [row] = await conn
    .insert(pace)
    .values({ key, tat: sql`clock_timestamp() + ${interval}` })
    .onConflictDoUpdate({
      target: pace.key,
      set: { tat: sql`greatest(${pace.tat}, clock_timestamp()) + ${interval}` },
    })
    .returning({
      ahead: sql`extract(epoch from ${pace.tat} - clock_timestamp()) * 1000`.mapWith(Number),
    })
  return Math.max(0, Math.ceil((row?.ahead ?? 0) - (burst * 1000) / perSecond))
}
