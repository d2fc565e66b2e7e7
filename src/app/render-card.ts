import { draftCard } from '../../cards/draft.ts'
import { foundCard } from '../../cards/found.ts'
import { helpCard } from '../../cards/help.ts'
import { noticeCard } from '../../cards/notice.ts'
import { proposalCard } from '../../cards/proposal.ts'
import { reminderCard } from '../../cards/reminder.ts'
import { reviewCard } from '../../cards/review.ts'
import { saidCard } from '../../cards/said.ts'
import { slipCard } from '../../cards/slip.ts'
import { todoCard } from '../../cards/todo.ts'
import type { Conn } from '../db/connect.ts'
import { personOf } from '../domain/authority.ts'
import { holders, type OpenId, type Organisation } from '../domain/organisation.ts'
import { dayOf } from '../domain/time.ts'
import { rolesMentioned, type View } from '../domain/view.ts'
import type { Card } from '../feishu/port.ts'
import type { Deps } from './deps.ts'
import { readDraftCard } from './read-draft-card.ts'
import { readFound } from './read-found.ts'
import { readSlip } from './read-slip.ts'
import { readTodo } from './read-todo.ts'

/** A view as it looks now. Undefined when what it is about no longer exists. */
export async function renderCard(
  deps: Deps,
  conn: Conn,
  org: Organisation,
  view: View,
): Promise<Card | undefined> {
  const now = deps.clock.now()
  switch (view.card) {
    case 'said':
      return saidCard(view.text, view.tone)
    case 'help':
      return helpCard(personOf(org, view.person, dayOf(now)), view.inGroup)
    case 'todo':
      return todoCard(await readTodo(deps, conn, org, view.person))
    case 'found':
      return foundCard(await readFound(deps, conn, org, view))
    case 'draft': {
      const reading = await readDraftCard(deps, conn, org, view.draft)
      return reading && draftCard(reading)
    }
    case 'slip':
    case 'review':
    case 'proposal':
    case 'reminder':
    case 'notice':
      return renderSlipCard(deps, conn, org, view)
  }
}

type SlipView = Extract<View, { slip: string }>

async function renderSlipCard(
  deps: Deps,
  conn: Conn,
  org: Organisation,
  view: SlipView,
): Promise<Card | undefined> {
  const reading = await readSlip(deps, conn, org, view.slip)
  if (!reading) return undefined
  const mention = mentioned(org, view, reading.unit.code)
  switch (view.card) {
    case 'slip':
      return slipCard({ ...reading, ...readerOf(deps, org, view.reader) }, mention)
    case 'review':
      return reviewCard(reading, view.round, mention)
    case 'proposal':
      return proposalCard(reading, mention)
    case 'notice':
      return noticeCard(reading, view.about, mention)
    case 'reminder': {
      const planned = reading.slip.plan[view.index]
      return planned && reminderCard([{ reading, planned }], mention)
    }
  }
}

const readerOf = (deps: Deps, org: Organisation, reader: OpenId | undefined) =>
  reader ? { reader: personOf(org, reader, dayOf(deps.clock.now())) } : {}

function mentioned(org: Organisation, view: View, unitCode: string): OpenId[] {
  const unit = org.units.find(({ code }) => code === unitCode)
  return [...new Set(rolesMentioned(view).flatMap((role) => holders(org, role, unit)))]
}
