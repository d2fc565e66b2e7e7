export type Json = Record<string, unknown>

export const isRecord = (node: unknown): node is Json =>
  typeof node === 'object' && node !== null && !Array.isArray(node)

/** Every object of a card with the tags above it, outermost first. */
function* walk(node: unknown, above: readonly string[] = []): Generator<[Json, readonly string[]]> {
  if (Array.isArray(node)) {
    for (const child of node) yield* walk(child, above)
  } else if (isRecord(node)) {
    yield [node, above]
    const inside = typeof node['tag'] === 'string' ? [...above, node['tag']] : above
    for (const child of Object.values(node)) yield* walk(child, inside)
  }
}

/** The tagged objects: what Feishu counts. */
export const tagged = (card: Json): [Json, readonly string[]][] =>
  [...walk(card)].filter(([node]) => typeof node['tag'] === 'string')

export const ofTag = (card: Json, ...tags: readonly string[]): Json[] =>
  tagged(card)
    .map(([node]) => node)
    .filter((node) => tags.includes(String(node['tag'])))
