import * as slips from '../db/slips.ts'
import { maySee, type Person } from '../domain/authority.ts'
import { refuse } from '../domain/decision.ts'
import { pendingRounds } from '../domain/findings.ts'
import type { Slip, SlipId } from '../domain/slip.ts'
import type { Instant } from '../domain/time.ts'
import type { View } from '../domain/view.ts'
import type { Result } from './answer-press.ts'
import type { Scene } from './handle-command.ts'
import { sendPrivately } from './send-privately.ts'

interface Showing {
  by: Person
  at: Instant
  /** Makes the message one of its kind. */
  key: string
}

/** 打开, 更多办理, 为什么: a private copy of the card that this person asked for. */
export async function showPrivately(
  { tx }: Pick<Scene, 'tx'>,
  { do: what, slip: id }: { do: 'open' | 'more' | 'why'; slip: SlipId },
  { by, at, key }: Showing,
): Promise<Result> {
  const slip = await slips.find(tx, id)
  if (!slip || !maySee(by, slip.content.unit))
    return { refused: refuse('D8', { is: 'notVisible' }) }
  const message = { view: VIEW[what](slip, by), to: by.id, key: `${what}/${key}`, slipId: id }
  await sendPrivately({ tx }, message, at)
  return { show: 'same' }
}

const VIEW: Record<'open' | 'more' | 'why', (slip: Slip, by: Person) => View> = {
  open: viewFor,
  more: ({ id }, by) => ({ card: 'more', slip: id, reader: by.id }),
  why: ({ id }) => ({ card: 'why', slip: id }),
}

/** The card on which this person can act now. */
export function viewFor(slip: Slip, { id: reader, roles }: Person): View {
  const { id, stage, extension, returned, lookedBack } = slip
  const director = roles.includes('director')
  const reviewer = roles.includes('reviewer')
  const round = pendingRounds(slip).at(-1)
  if (stage === 'proposed' && director) return { card: 'proposal', slip: id }
  if (stage === 'countersigning' && director) return { card: 'countersign', slip: id }
  if (stage === 'lookingBack' && roles.includes('inspector'))
    return { card: 'lookBack', slip: id, visit: lookedBack.length + 1 }
  if (reviewer && extension && !extension.ruling)
    return { card: 'ruling', slip: id, about: 'extension' }
  if (reviewer && returned && !returned.ruling) return { card: 'ruling', slip: id, about: 'return' }
  if (reviewer && round !== undefined && stage !== 'proposed')
    return { card: 'review', slip: id, round }
  return { card: 'slip', slip: id, reader }
}
