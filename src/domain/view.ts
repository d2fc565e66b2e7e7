import type { OpenId, Role } from './organisation.ts'
import type { SlipId } from './slip.ts'

/**
 * Which card to show: a name and what it is about. Cards are rendered from state when they are sent or patched,
 * so this is all a message has to remember.
 */
export type View =
  | { card: 'draft'; draft: string }
  /** `reader`: a private copy, with the buttons that this person may use and nobody mentioned. */
  | { card: 'slip'; slip: SlipId; reader?: OpenId }
  | { card: 'review'; slip: SlipId; round: number }
  | { card: 'proposal'; slip: SlipId }
  /** `to`: those of its receivers who sit in the room it goes to. */
  | { card: 'reminder'; slip: SlipId; index: number; to: readonly Role[] }
  | { card: 'notice'; slip: SlipId; about: Notice }
  | { card: 'todo'; person: OpenId }
  | { card: 'found'; slips: readonly SlipId[]; words: string }
  | { card: 'help'; person: OpenId; inGroup: boolean }
  | { card: 'said'; text: string; tone: Tone }

/** Short messages to a group about something that happened to a slip. */
export type Notice = 'supplement' | 'failed' | 'dismissed' | 'passed' | 'unserved' | 'verdictLate'

export type Tone = 'done' | 'note' | 'refused'

/** The slip a view is about, when there is one. */
export const slipOf = (view: View): SlipId | undefined => ('slip' in view ? view.slip : undefined)

/** Cards that follow their slip or draft as it changes. The others say something once and stay as they are. */
export const isLive = ({ card }: View): boolean =>
  card === 'draft' || card === 'slip' || card === 'review' || card === 'proposal'

const TOLD: Record<Notice, readonly Role[]> = {
  supplement: ['contact'],
  failed: ['contact', 'head'],
  dismissed: ['contact'],
  passed: [],
  unserved: ['inspector'],
  verdictLate: ['reviewer', 'director'],
}

/** Whom a card calls by @. */
export function rolesMentioned(view: View): readonly Role[] {
  switch (view.card) {
    case 'slip':
      return view.reader ? [] : ['contact']
    case 'review':
      return ['reviewer']
    case 'proposal':
      return ['director']
    case 'reminder':
      return view.to
    case 'notice':
      return TOLD[view.about]
    case 'draft':
    case 'todo':
    case 'found':
    case 'help':
    case 'said':
      return []
  }
}
