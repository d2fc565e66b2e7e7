import { reminderCard } from '../../cards/reminder.ts'
import type { Conn } from '../db/connect.ts'
import type { Organisation } from '../domain/organisation.ts'
import { dayOf } from '../domain/time.ts'
import type { ReminderItem, View } from '../domain/view.ts'
import type { Card } from '../feishu/port.ts'
import type { Deps } from './deps.ts'
import { mentionedIn } from './mentioned.ts'
import { readSlip } from './read-slip.ts'

/** D11: what is still worth reminding of, merged into one card; undefined when nothing is left. */
export async function renderReminder(
  deps: Deps,
  conn: Conn,
  org: Organisation,
  view: Extract<View, { card: 'reminder' }>,
): Promise<Card | undefined> {
  const read = await Promise.all(view.items.map((item) => stillDue(deps, conn, org, item)))
  const items = read.filter((item) => item !== undefined)
  if (items.length === 0) return undefined
  const today = dayOf(deps.clock.now())
  const mention = items.flatMap(({ reading: { unit, slip } }) =>
    mentionedIn(org, view, { today, unit, slip }),
  )
  return reminderCard(items, [...new Set(mention)], view.to)
}

/** The unit still has the move, and no later reminder or new deadline has overtaken this one. */
async function stillDue(
  deps: Deps,
  conn: Conn,
  org: Organisation,
  { slip: id, index, unit }: ReminderItem,
) {
  const reading = await readSlip(deps, conn, org, id)
  if (!reading) return undefined
  const { stage, reminded, plan, content } = reading.slip
  const planned = plan[index]
  const open = stage === 'rectifying' || stage === 'proposed'
  if (unit && unit !== content.unit) return undefined
  return open && planned && reminded === index + 1 ? { reading, planned } : undefined
}
