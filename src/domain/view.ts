import type { Role } from './organisation.ts'
import type { SlipId } from './slip.ts'

/**
 * Which card to show: a name and what it is about. Cards are rendered from state when they are sent or patched,
 * so this is all a message has to remember.
 */
export type View =
  | { card: 'draft'; draft: string }
  | { card: 'slip'; slip: SlipId }
  | { card: 'review'; slip: SlipId; round: number }
  | { card: 'proposal'; slip: SlipId }
  | { card: 'reminder'; slip: SlipId; index: number; to: readonly Role[] }
  | { card: 'notice'; slip: SlipId; about: Notice }
  | { card: 'todo'; person: string }
  | { card: 'found'; slips: readonly SlipId[]; words: string }
  | { card: 'help'; person: string }
  | { card: 'said'; text: string }

/** Short messages to a group about something that happened to a slip. */
export type Notice = 'supplement' | 'failed' | 'dismissed' | 'passed' | 'unserved' | 'verdictLate'

/** The slip a view is about, when there is one. */
export const slipOf = (view: View): SlipId | undefined => ('slip' in view ? view.slip : undefined)
