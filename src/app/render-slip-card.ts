import { countersignCard } from '../../cards/countersign.ts'
import { highlightCard } from '../../cards/highlight.ts'
import { lookBackCard } from '../../cards/look-back.ts'
import { moreCard } from '../../cards/more.ts'
import { movedCard } from '../../cards/moved.ts'
import { noticeCard } from '../../cards/notice.ts'
import { proposalCard } from '../../cards/proposal.ts'
import type { Reading } from '../../cards/reading.ts'
import { reviewCard } from '../../cards/review.ts'
import { rulingCard } from '../../cards/ruling.ts'
import { slipCard } from '../../cards/slip.ts'
import { whyCard } from '../../cards/why.ts'
import type { Conn } from '../db/connect.ts'
import { maySee, personOf } from '../domain/authority.ts'
import { deskOf, nextStep } from '../domain/next-step.ts'
import type { OpenId, Organisation } from '../domain/organisation.ts'
import { dayOf } from '../domain/time.ts'
import type { View } from '../domain/view.ts'
import type { Card } from '../feishu/port.ts'
import type { Deps } from './deps.ts'
import { mentionedIn } from './mentioned.ts'
import { readSlip } from './read-slip.ts'

type SlipView = Extract<View, { slip: string }>

/** A card about one slip. */
export async function renderSlipCard(
  deps: Deps,
  conn: Conn,
  org: Organisation,
  view: SlipView,
): Promise<Card | undefined> {
  const reading = await readSlip(deps, conn, org, view.slip)
  if (!reading) return undefined
  const today = dayOf(reading.now)
  const mention = mentionedIn(org, view, { today, unit: reading.unit, slip: reading.slip })
  const reader = 'reader' in view && view.reader ? personOf(org, view.reader, today) : undefined
  const { unit } = reading.slip.content
  // A private copy follows its slip only as long as its reader may see it (D8).
  if (reader && !maySee(reader, unit)) return movedCard(reading)
  // What was meant for the unit it was taken from (D7) is nobody's business there any more.
  if (view.card === 'notice' && view.unit && view.unit !== unit) return undefined
  return cardOf({ ...reading, ...(reader ? { reader } : {}) }, view, mention)
}

function cardOf(reading: Reading, view: SlipView, mention: readonly OpenId[]): Card {
  const { slip } = reading
  switch (view.card) {
    case 'slip':
      // D7: the card in the group of the unit it was taken from.
      return view.unit && view.unit !== slip.content.unit
        ? movedCard(reading)
        : slipCard(reading, mention)
    case 'review':
      return reviewCard(reading, view.round, mention)
    case 'proposal':
      return proposalCard(reading, mention)
    case 'ruling':
      return rulingCard(reading, view.about, mention)
    case 'countersign':
      return countersignCard(reading, mention)
    case 'lookBack':
      return lookBackCard(reading, view.visit, mention)
    case 'highlight':
      return highlightCard(reading)
    case 'more':
      return moreCard(reading)
    case 'why':
      return whyCard({ ...reading, ...nextOf(reading) })
    case 'notice':
      return noticeCard(reading, view.about, mention)
  }
}

function nextOf({ slip }: Reading) {
  const [next, desk] = [nextStep(slip), deskOf(slip)]
  return { ...(next ? { next } : {}), ...(desk ? { desk } : {}) }
}
