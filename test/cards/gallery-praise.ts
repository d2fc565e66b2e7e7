import { boardCard } from '../../cards/board.ts'
import { highlightCard } from '../../cards/highlight.ts'
import { slipCard } from '../../cards/slip.ts'
import { whyCard } from '../../cards/why.ts'
import type { SlipEvent } from '../../src/domain/events.ts'
import type { Gallery } from './gallery.ts'
import { corrected, servedGreen, withdrawn } from './more-facts.ts'
import { content, INSPECTOR, issued, reading } from './sample.ts'
import { CONTACTS, FRIDAY, MONDAY } from './stories.ts'

const GREEN = content({
  colour: 'green',
  subject: '',
  findings: [],
  highlights: '推出“一窗通办”，群众少跑一趟；老人专座旁放了放大镜。',
  remark: '可在各服务站推广。',
})
const BEGUN = [issued(GREEN)]
const SERVED = [...BEGUN, servedGreen()]

const slip = (history: readonly SlipEvent[]) => slipCard(reading(history, MONDAY), CONTACTS)

const greens: Gallery = {
  'not served yet': slip(BEGUN),
  served: slip(SERVED),
  'without a remark': slip([issued({ ...GREEN, remark: '' }), servedGreen()]),
  corrected: slip([...SERVED, corrected('漏写了备注。', GREEN)]),
  withdrawn: slip([...BEGUN, withdrawn()]),
  'for the inspector, not served yet': slipCard(
    { ...reading(BEGUN, MONDAY), reader: INSPECTOR },
    [],
  ),
  'for the office and the leaders': highlightCard(reading(SERVED, MONDAY)),
  'for the office, withdrawn': highlightCard(reading([...BEGUN, withdrawn()], MONDAY)),
  'why it has no deadline': whyCard(reading(SERVED, MONDAY)),
}

const entry = () => {
  const read = reading(SERVED, MONDAY)
  return { slip: read.slip, unit: read.unit }
}

const boards: Gallery = {
  'some praise': boardCard({ since: '2026-11-01', now: FRIDAY, slips: [entry()] }),
  'none yet': boardCard({ since: '2026-11-01', now: FRIDAY, slips: [] }),
}

export const PRAISE: Record<string, Gallery> = { green: greens, board: boards }
