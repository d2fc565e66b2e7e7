import { customType } from 'drizzle-orm/pg-core'

/** jsonb refuses NUL and lone surrogates; one such character in a chat message must not make an event unstorable for ever. */
export const storableText = (text: string): string => text.replaceAll('\0', '').toWellFormed()

const storable = (_key: string, value: unknown) =>
  typeof value === 'string' ? storableText(value) : value

/** jsonb; give it its type with `.$type<T>()`. */
export const json = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (value) => JSON.stringify(value, storable),
})
