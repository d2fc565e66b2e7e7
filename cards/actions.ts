import type { Outcome, SlipId } from '../src/domain/slip.ts'

/** What a button asks for. Encoded into the button's value and read back from the press: both directions stand here. */
export type Action =
  | { do: 'signFor'; slip: SlipId }
  | { do: 'submitFeedback'; slip: SlipId }
  | { do: 'judge'; slip: SlipId; outcome: Outcome; round: number }
  | { do: 'confirmOrange'; slip: SlipId }
  | { do: 'dismissOrange'; slip: SlipId }
  | { do: 'open'; slip: SlipId }
  | { do: 'issueDraft'; draft: string; version: number }
  | { do: 'editDraft'; draft: string }
  | { do: 'saveDraft'; draft: string }
  | { do: 'cancelDraft'; draft: string }

const WITH_SLIP = ['signFor', 'submitFeedback', 'confirmOrange', 'dismissOrange', 'open'] as const
const WITH_DRAFT = ['editDraft', 'saveDraft', 'cancelDraft'] as const
const OUTCOMES = ['pass', 'supplement', 'fail'] as const

/**
 * The name a submit button carries: a client that drops `value` on form submit still says which button it was.
 * Feishu wants it unique inside the card; ids are UUIDs and fit.
 */
export const buttonName = (action: Action): string => Object.values(action).map(String).join('|')

/** The action of a press, from its value or, when that was dropped, from the button's name. */
export function parseAction(value: Record<string, unknown>, name?: string): Action | undefined {
  return fromRecord(value) ?? (name ? fromRecord(fromName(name)) : undefined)
}

function fromName(name: string): Record<string, unknown> {
  const [verb, id, ...rest] = name.split('|')
  if (verb === 'judge') return { do: verb, slip: id, outcome: rest[0], round: Number(rest[1]) }
  if (verb === 'issueDraft') return { do: verb, draft: id, version: Number(rest[0]) }
  return { do: verb, slip: id, draft: id }
}

function fromRecord(value: Record<string, unknown>): Action | undefined {
  const { slip, draft, round, version } = value
  const plain = WITH_SLIP.find((verb) => verb === value['do'])
  if (plain && typeof slip === 'string') return { do: plain, slip }
  const drafting = WITH_DRAFT.find((verb) => verb === value['do'])
  if (drafting && typeof draft === 'string') return { do: drafting, draft }
  const outcome = OUTCOMES.find((known) => known === value['outcome'])
  if (value['do'] === 'judge' && typeof slip === 'string' && typeof round === 'number' && outcome)
    return { do: 'judge', slip, outcome, round }
  if (value['do'] === 'issueDraft' && typeof draft === 'string' && typeof version === 'number')
    return { do: 'issueDraft', draft, version }
  return undefined
}
