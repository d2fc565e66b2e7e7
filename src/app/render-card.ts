import { boardCard } from '../../cards/board.ts'
import { draftApprovalCard } from '../../cards/draft-approval.ts'
import { draftCard } from '../../cards/draft.ts'
import { foundCard } from '../../cards/found.ts'
import { helpCard } from '../../cards/help.ts'
import { receiptCard } from '../../cards/receipt.ts'
import { saidCard } from '../../cards/said.ts'
import { todoCard } from '../../cards/todo.ts'
import type { Conn } from '../db/connect.ts'
import * as heads from '../db/heads.ts'
import { personOf } from '../domain/authority.ts'
import type { Organisation } from '../domain/organisation.ts'
import { dayOf } from '../domain/time.ts'
import type { View } from '../domain/view.ts'
import type { Card } from '../feishu/port.ts'
import type { Deps } from './deps.ts'
import { mentionedIn } from './mentioned.ts'
import { readBoard } from './read-board.ts'
import { readDraftCard } from './read-draft-card.ts'
import { readFound } from './read-found.ts'
import { readTodo } from './read-todo.ts'
import { renderReminder } from './render-reminder.ts'
import { renderSlipCard } from './render-slip-card.ts'

/** A view as it looks now. Undefined when what it is about no longer exists, or is no longer worth saying. */
export async function renderCard(
  deps: Deps,
  conn: Conn,
  org: Organisation,
  view: View,
): Promise<Card | undefined> {
  const now = deps.clock.now()
  if ('slip' in view) return renderSlipCard(deps, conn, org, view)
  switch (view.card) {
    case 'said':
      return saidCard(view.text, view.tone)
    case 'help':
      return helpCard(personOf(org, view.person, dayOf(now)), view.inGroup, exampleOf(org))
    case 'todo':
      return todoCard(await readTodo(deps, conn, org, view.person))
    case 'found':
      return foundCard(await readFound(deps, conn, org, view))
    case 'board':
      return boardCard(await readBoard(deps, conn, org, view.since))
    case 'receipt': {
      const head = await heads.find(conn, view.day)
      return head && receiptCard({ ...head, now })
    }
    case 'draft': {
      const reading = await readDraftCard(deps, conn, org, view.draft)
      return reading && draftCard(reading)
    }
    case 'draftApproval': {
      const reading = await readDraftCard(deps, conn, org, view.draft)
      return reading && draftApprovalCard(reading, mentionedIn(org, view, { today: dayOf(now) }))
    }
    case 'reminder':
      return renderReminder(deps, conn, org, view)
  }
}

/** A unit and a site of this organisation, so that the help's examples can be copied as they stand. */
function exampleOf({ units: [unit] }: Organisation): { unit: string; site?: string } | undefined {
  const [site] = unit?.sites ?? []
  return unit && { unit: unit.name, ...(site ? { site } : {}) }
}
