import { customType } from 'drizzle-orm/pg-core'
import type { Instant } from '../domain/time.ts'

/** timestamptz in the database, epoch milliseconds everywhere else. Millisecond precision, so nothing is lost in between. */
export const instant = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamp (3) with time zone',
  toDriver: (at) => new Date(at).toISOString(),
  fromDriver: (text) => Date.parse(text),
})
