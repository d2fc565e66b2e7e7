import { refuse, type Refusal } from './decision.ts'
import type { OpenId, UnitCode } from './organisation.ts'
import type { Finding, SlipContent, SlipId } from './slip.ts'
import type { Day, Instant } from './time.ts'

/** What an inspector has typed so far. Not a slip: nothing is official until they press 签发. */
export interface Draft {
  id: string
  inspector: OpenId
  version: number
  state: 'open' | 'issued' | 'cancelled'
  content: DraftContent
  /** The slip it became. */
  slip: SlipId | undefined
  createdAt: Instant
}

export interface DraftContent {
  colour: SlipContent['colour']
  unit?: UnitCode | undefined
  /** As typed, when no single unit fits it. */
  unitTyped?: string | undefined
  site?: string | undefined
  subject?: string | undefined
  inspectedOn?: Day | undefined
  findings: readonly Finding[]
}

/** The cells of A2 a draft may still lack. */
export type Cell = 'unit' | 'subject' | 'inspectedOn' | 'finding' | 'requirement'

/** What must be asked for before the draft can be issued; nothing is guessed silently. */
export function missingCells(content: DraftContent): Cell[] {
  const lacking: [Cell, boolean][] = [
    ['unit', !content.unit],
    ['subject', !content.subject],
    ['inspectedOn', !content.inspectedOn],
    ['finding', content.findings.length === 0 || content.findings.some((f) => !f.text)],
    ['requirement', content.findings.some((f) => !f.requirement)],
  ]
  return lacking.filter(([, lacks]) => lacks).map(([cell]) => cell)
}

/** The content of a complete draft, or undefined while a cell is missing. */
export function completed(content: DraftContent): SlipContent | undefined {
  const { colour, unit, site, subject, inspectedOn, findings } = content
  if (!unit || !subject || !inspectedOn || missingCells(content).length > 0) return undefined
  return { colour, unit, ...(site ? { site } : {}), subject, inspectedOn, findings }
}

/** Why somebody may not touch a draft. `version`: the one they had before their eyes. */
export function objectionToDraft(draft: Draft, by: OpenId, version?: number): Refusal | undefined {
  if (draft.inspector !== by) return refuse('D8', { is: 'draftNotYours' })
  if (draft.state !== 'open') return refuse('I1', { is: 'draftDone', state: draft.state })
  if (version !== undefined && version !== draft.version)
    return refuse('I1', { is: 'draftChanged' })
  return undefined
}
