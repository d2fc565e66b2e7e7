import type { OpenId, Role } from './organisation.ts'
import type { Stage } from './slip.ts'
import type { Instant } from './time.ts'
import type { View } from './view.ts'

/** Where a message goes, before it is turned into a chat or a person. */
export type Audience = { chat: 'unit' | 'office' | 'leaders' } | { person: OpenId }

/** Lower goes first. */
export type Priority = 'click' | 'slip' | 'reminder'

/** One logical message to be sent. */
export interface Send {
  do: 'send'
  /** Unique for life: the same key is never sent twice, however often its cause is replayed. */
  key: string
  to: Audience
  view: View
  mention: readonly Role[]
  priority: Priority
  notBefore: Instant
  /** Re-checked just before sending; a slip that has left these stages makes the message void. */
  validIn?: readonly Stage[]
  /** D2: the acceptance of this message is the proof of service. */
  proof?: true
}

/** Bring every live copy of the slip's cards up to date. */
export interface Refresh {
  do: 'refresh'
}

export type Effect = Send | Refresh
