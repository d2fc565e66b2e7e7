import { z } from 'zod'
import { type Essentials, UNTITLED } from '../../cards/late.ts'
import * as slips from '../db/slips.ts'
import type { Serial } from '../domain/serial.ts'
import { slipOf, type View } from '../domain/view.ts'
import type { Card } from '../feishu/port.ts'
import type { Deps } from './deps.ts'

const Text = z.object({ content: z.string() })
const Frame = z.object({
  config: z.object({ summary: Text }),
  header: z.object({ title: Text }),
})

/** What is left of a card without its dress. */
export function essentialsOf(card: Card): Essentials {
  const { header, config } = Frame.safeParse(card).data ?? {}
  const title = header?.title.content ?? UNTITLED
  return { title, summary: config?.summary.content ?? title }
}

/** The serial of the slip a message is about, to ask for it by 查. */
export async function serialOf(
  { db }: Deps,
  { view, slipId }: { view: View; slipId: string | undefined },
): Promise<Serial | undefined> {
  const id = slipId ?? slipOf(view)
  return id === undefined ? undefined : (await slips.find(db, id))?.serial
}
