/** The `@…` being typed just before the cursor, if any. */
export interface Asking {
  from: number
  query: string
}

export const askingAt = (text: string, cursor: number): Asking | undefined => {
  const match = /(?:^|[\s\S])@([^\s@]{0,12})$/.exec(text.slice(0, cursor))
  if (!match) return undefined
  const query = match[1] ?? ''
  return { from: cursor - query.length - 1, query }
}

export const withMention = (text: string, asking: Asking, name: string): string => {
  const after = text.slice(asking.from + 1 + asking.query.length)
  return `${text.slice(0, asking.from)}@${name} ${after}`
}
