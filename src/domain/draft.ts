import { refuse, type Refusal } from './decision.ts'
import type { OpenId, UnitCode } from './organisation.ts'
import type { Colour, Finding, Grounds, RepeatVerdict, SlipContent, SlipId } from './slip.ts'
import type { Day, Instant } from './time.ts'

/** What an inspector has typed so far. Not a slip: nothing is official until they press 签发. */
export interface Draft {
  id: string
  inspector: OpenId
  version: number
  /** `awaiting`: an orange that no blue led to, on the director's desk (I4). `declined`: they did not sign. */
  state: 'open' | 'awaiting' | 'issued' | 'cancelled' | 'declined'
  content: DraftContent
  /** The slip it became. */
  slip: SlipId | undefined
  createdAt: Instant
}

export interface DraftContent {
  colour: Colour
  unit?: UnitCode | undefined
  /** As typed, when no single unit fits it. */
  unitTyped?: string | undefined
  site?: string | undefined
  subject?: string | undefined
  inspectedOn?: Day | undefined
  findings: readonly Finding[]
  highlights?: string | undefined
  remark?: string | undefined
  /** Why it is an orange at once, or why a slip is corrected. */
  reason?: string | undefined
  /** The slip this is a correction of. */
  corrects?: SlipId | undefined
  /** D5: what was said of the earlier slips about these problems. */
  repeat?: RepeatVerdict | undefined
  /** What the director wrote on declining it. */
  declined?: string | undefined
}

/** The cells of A1–A3 a draft may still lack. */
export type Cell =
  | 'unit'
  | 'subject'
  | 'inspectedOn'
  | 'finding'
  | 'requirement'
  | 'highlights'
  | 'reason'

/** What must be asked for before the draft can be issued; nothing is guessed silently. */
export function missingCells(content: DraftContent): Cell[] {
  const green = content.colour === 'green'
  const { findings, repeat } = content
  const explained = content.reason || repeat?.same
  const lacking: [Cell, boolean][] = [
    ['unit', !content.unit],
    ['subject', !green && !content.subject],
    ['inspectedOn', !content.inspectedOn],
    ['finding', !green && (findings.length === 0 || findings.some(({ text }) => !text))],
    [
      'requirement',
      !green && (findings.length === 0 || findings.some(({ requirement }) => !requirement)),
    ],
    ['highlights', green && !content.highlights],
    ['reason', (content.colour === 'orange' || content.corrects !== undefined) && !explained],
  ]
  return lacking.filter(([, lacks]) => lacks).map(([cell]) => cell)
}

/** The content of a complete draft, or undefined while a cell is missing. */
export function completed(content: DraftContent): SlipContent | undefined {
  const { colour, unit, site, subject, inspectedOn, findings, highlights, remark } = content
  if (!unit || !inspectedOn || missingCells(content).length > 0) return undefined
  const praise = { ...(highlights ? { highlights } : {}), ...(remark ? { remark } : {}) }
  return { colour, unit, site, subject: subject ?? '', inspectedOn, findings, ...praise }
}

/** I4, D5: why a draft is orange at once; undefined for the other colours. */
export function groundsOf({ colour, reason = '', repeat }: DraftContent): Grounds | undefined {
  if (colour !== 'orange') return undefined
  return repeat?.same
    ? { rule: 'I4c', earlier: repeat.earlier, because: repeat.because }
    : { rule: 'I4', because: reason }
}

/** Why somebody may not touch a draft. `version`: the one they had before their eyes. */
export function objectionToDraft(draft: Draft, by: OpenId, version?: number): Refusal | undefined {
  if (draft.inspector !== by) return refuse('D8', { is: 'draftNotYours' })
  if (draft.state !== 'open') return refuse('I1', { is: 'draftDone', state: draft.state })
  if (version !== undefined && version !== draft.version)
    return refuse('I1', { is: 'draftChanged' })
  return undefined
}
