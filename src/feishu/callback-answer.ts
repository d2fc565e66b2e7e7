import type { Card } from './port.ts'

/** What the person sees at once after a press: both missing means nothing changes. */
export interface CallbackAnswer {
  toast?: { type: 'info' | 'success' | 'warning' | 'error'; content: string }
  /** Replaces the card for everyone who has it on the screen. */
  card?: Card
}

/** The HTTP body of the answer. Feishu takes an object only, `{}` for nothing to do; anything else shows 200672. */
export function callbackBody({ toast, card }: CallbackAnswer): Record<string, unknown> {
  return { ...(toast && { toast }), ...(card && { card: { type: 'raw', data: card } }) }
}
