import { search } from '../db/slip-lists.ts'
import * as slips from '../db/slips.ts'
import { isOffice, maySee, type Person } from '../domain/authority.ts'
import { parseSerial } from '../domain/serial.ts'
import type { Slip } from '../domain/slip.ts'
import type { Scene } from './handle-command.ts'
import { type Asked, replyPrivately } from './reply.ts'

/** One more than a card lists, so that it can say there are more. */
const FOUND_MAX = 21

/** 查 …: by serial, or by words in it; only what this person may see, so a foreign serial finds nothing. */
export async function findSlips(
  { tx }: Pick<Scene, 'tx'>,
  asked: Asked,
  words: string,
): Promise<void> {
  const found = await look(tx, asked.person, words)
  const ids = found.map(({ id }) => id)
  await replyPrivately({ tx }, asked, { card: 'found', slips: ids, words })
}

async function look(tx: Scene['tx'], person: Person, words: string): Promise<Slip[]> {
  const serial = parseSerial(words)
  if (serial) {
    const slip = await slips.findBySerial(tx, serial)
    return slip && maySee(person, slip.content.unit) ? [slip] : []
  }
  const seesAll = isOffice(person) || person.roles.includes('leader')
  return search(tx, words, seesAll ? {} : { units: person.units }, FOUND_MAX)
}
