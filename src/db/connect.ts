import type { ExtractTablesWithRelations } from 'drizzle-orm'
import type { PgDatabase, PgTransaction } from 'drizzle-orm/pg-core'
import {
  drizzle,
  type PostgresJsDatabase,
  type PostgresJsQueryResultHKT,
} from 'drizzle-orm/postgres-js'
import postgres from 'postgres'

type NoSchema = Record<string, never>

export type Db = PostgresJsDatabase
/** A transaction: what several statements must share. */
export type Tx = PgTransaction<
  PostgresJsQueryResultHKT,
  NoSchema,
  ExtractTablesWithRelations<NoSchema>
>
/** Either of them: enough for a single statement. */
export type Conn = PgDatabase<PostgresJsQueryResultHKT, NoSchema>

export interface Database {
  db: Db
  /** Lets statements under way finish for a few seconds, then cuts. */
  close(): Promise<void>
}

const CLOSE_SECONDS = 5

/** Connects lazily: nothing is sent before the first statement. */
export function openDatabase(url: string, { max = 10 }: { max?: number } = {}): Database {
  const client = connect(url, max)
  return { db: drizzle(client), close: () => client.end({ timeout: CLOSE_SECONDS }) }
}

/**
 * A bare postgres.js client. Once drizzle has wrapped it, its own json and date serialisers are gone:
 * raw statements on it take strings only.
 */
export const connect = (url: string, max: number): postgres.Sql =>
  postgres(url, {
    max,
    // Array types are not used; looking them up would cost every new connection a round trip.
    fetch_types: false,
    onnotice: () => {},
    connection: { application_name: 'sanse', TimeZone: 'UTC' },
  })
