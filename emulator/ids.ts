import { createHash } from 'node:crypto'

/** Lengths as Feishu mints them; the SDK refuses an app id that is not `cli_` + 16 hex. */
const HEX_LENGTH = {
  ou_: 32,
  on_: 32,
  oc_: 32,
  om_: 32,
  omt_: 16,
  img_v3_: 32,
  file_v3_: 32,
  '': 32,
}

export type IdPrefix = keyof typeof HEX_LENGTH

/** Ids that repeat exactly from run to run: a screenshot or a snapshot test never changes by itself. */
export interface Mint {
  next(prefix: IdPrefix): string
  /** The same name always gets the same id, whatever was minted before. */
  named(prefix: IdPrefix, name: string): string
  /** To go on after a restart without minting an id twice. */
  count(): number
}

export function createMint(seed: string, from = 0): Mint {
  let count = from
  const hex = (text: string) => createHash('sha256').update(`${seed}:${text}`).digest('hex')
  const cut = (prefix: IdPrefix, text: string) => prefix + hex(text).slice(0, HEX_LENGTH[prefix])
  return {
    next: (prefix) => cut(prefix, `#${++count}`),
    named: (prefix, name) => cut(prefix, prefix + name),
    count: () => count,
  }
}
