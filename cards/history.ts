import type { SlipEvent } from '../src/domain/events.ts'

type Of<T extends SlipEvent['type']> = Extract<SlipEvent, { type: T }>

const isOf =
  <T extends SlipEvent['type']>(type: T) =>
  (event: SlipEvent): event is Of<T> =>
    event.type === type

/** The latest decision not to turn a slip orange. */
export const dismissalOf = (history: readonly SlipEvent[]): Of<'orangeDismissed'> | undefined =>
  history.findLast(isOf('orangeDismissed'))

/** The latest day the director gave an overdue slip. */
export const resetOf = (history: readonly SlipEvent[]): Of<'deadlineReset'> | undefined =>
  history.findLast(isOf('deadlineReset'))

/** The decision that turned it. */
export const escalationOf = (history: readonly SlipEvent[]): Of<'escalated'> | undefined =>
  history.findLast(isOf('escalated'))
