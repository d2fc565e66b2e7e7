import type { OpenId, Role, UnitCode } from './organisation.ts'
import type { SlipId } from './slip.ts'
import type { Day } from './time.ts'

/**
 * Which card to show: a name and what it is about. Cards are rendered from state when they are sent or patched,
 * so this is all a message has to remember.
 */
export type View =
  | { card: 'draft'; draft: string }
  /** The director's copy of a draft that waits for their signature (I4). */
  | { card: 'draftApproval'; draft: string }
  /**
   * `reader`: a private copy, with the buttons that this person may use and nobody mentioned.
   * `unit`: whose group it stands in; once the slip has moved on to another unit (D7) it only says so.
   */
  | { card: 'slip'; slip: SlipId; reader?: OpenId; unit?: UnitCode }
  | { card: 'review'; slip: SlipId; round: number }
  | { card: 'proposal'; slip: SlipId }
  /** D6, D7: a request the office has to rule on. */
  | { card: 'ruling'; slip: SlipId; about: 'extension' | 'return' }
  | { card: 'countersign'; slip: SlipId }
  /** I7: the visit after closing; `visit` counts from 1. */
  | { card: 'lookBack'; slip: SlipId; visit: number }
  /** I2: a green slip where all can see it. */
  | { card: 'highlight'; slip: SlipId }
  /** Merged per room; `to`: those of its receivers who sit there. */
  | { card: 'reminder'; items: readonly ReminderItem[]; to: readonly Role[] }
  /** `unit`: whose group it is meant for; void once the slip has moved on to another. */
  | { card: 'notice'; slip: SlipId; about: Notice; unit?: UnitCode }
  | { card: 'more'; slip: SlipId; reader: OpenId }
  | { card: 'why'; slip: SlipId }
  | { card: 'board'; since: Day }
  /** The morning's account of the promises; `day`: of its head. */
  | { card: 'receipt'; day: Day }
  | { card: 'todo'; person: OpenId }
  | { card: 'found'; slips: readonly SlipId[]; words: string }
  | { card: 'help'; person: OpenId; inGroup: boolean }
  | { card: 'said'; text: string; tone: Tone }

/** One line of somebody's reminder plan (D11). */
export interface ReminderItem {
  slip: SlipId
  index: number
  /** Whose it was when it was planned. */
  unit?: UnitCode
}

/** Short messages to a group about something that happened to a slip. */
export type Notice =
  | 'supplement'
  | 'failed'
  | 'dismissed'
  | 'deadlineReset'
  | 'passed'
  | 'partlyPassed'
  | 'unserved'
  | 'verdictLate'
  | 'rulingLate'
  | 'extensionGranted'
  | 'extensionDenied'
  | 'returnGranted'
  | 'returnDenied'
  | 'handedOver'
  | 'urged'
  | 'corrected'
  | 'withdrawn'
  | 'lookedBack'

export type Tone = 'done' | 'note' | 'refused'

/** The slip a view is about, when there is one. */
export const slipOf = (view: View): SlipId | undefined => ('slip' in view ? view.slip : undefined)

const LIVE: readonly View['card'][] = [
  'draft',
  'draftApproval',
  'slip',
  'review',
  'proposal',
  'ruling',
  'countersign',
  'lookBack',
  'more',
]

/** Cards that follow their slip or draft as it changes. The others say something once and stay as they are. */
export const isLive = ({ card }: View): boolean => LIVE.includes(card)

const TOLD: Record<Notice, readonly Role[]> = {
  supplement: ['contact'],
  failed: ['contact', 'head'],
  dismissed: ['contact'],
  deadlineReset: ['contact', 'head'],
  passed: [],
  partlyPassed: [],
  unserved: ['inspector'],
  verdictLate: ['reviewer', 'director'],
  rulingLate: ['reviewer', 'director'],
  extensionGranted: ['contact'],
  extensionDenied: ['contact'],
  returnGranted: ['contact'],
  returnDenied: ['contact'],
  handedOver: ['contact'],
  urged: ['contact', 'head'],
  corrected: ['contact'],
  withdrawn: ['contact'],
  lookedBack: ['contact'],
}

/** Whom a card calls by @. */
export function rolesMentioned(view: View): readonly Role[] {
  switch (view.card) {
    case 'slip':
      return view.reader ? [] : ['contact']
    case 'review':
      return ['reviewer']
    case 'ruling':
      return ['reviewer']
    case 'proposal':
    case 'countersign':
    case 'draftApproval':
      return ['director']
    case 'lookBack':
      return ['inspector']
    case 'reminder':
      return view.to
    case 'notice':
      return TOLD[view.about]
    case 'draft':
    case 'highlight':
    case 'more':
    case 'why':
    case 'board':
    case 'receipt':
    case 'todo':
    case 'found':
    case 'help':
    case 'said':
      return []
  }
}
