import type { LookBackFinding, Outcome, SlipId } from '../src/domain/slip.ts'

/** What a button asks for. Encoded into the button's value and read back from the press: both directions stand here. */
export type Action =
  | { do: 'issueDraft'; draft: string; version: number }
  | { do: 'editDraft'; draft: string }
  | { do: 'saveDraft'; draft: string }
  | { do: 'cancelDraft'; draft: string }
  /** D5: whether the earlier slips are about the same problem. */
  | { do: 'judgeRepeat'; draft: string; same: boolean }
  /** I4: the director's signature under an orange that no blue led to. */
  | { do: 'approveDraft'; draft: string; version: number }
  | { do: 'declineDraft'; draft: string }
  | { do: 'signFor'; slip: SlipId }
  | { do: 'submitFeedback'; slip: SlipId }
  | { do: 'replyInterim'; slip: SlipId }
  | { do: 'requestExtension'; slip: SlipId }
  | { do: 'requestReturn'; slip: SlipId }
  | { do: 'handOver'; slip: SlipId }
  | { do: 'judge'; slip: SlipId; outcome: Outcome; round: number }
  | { do: 'ruleExtension'; slip: SlipId; granted: boolean }
  | { do: 'ruleReturn'; slip: SlipId; granted: boolean }
  | { do: 'countersign'; slip: SlipId; agreed: boolean }
  | { do: 'confirmOrange'; slip: SlipId }
  | { do: 'dismissOrange'; slip: SlipId }
  | { do: 'resetDeadline'; slip: SlipId }
  | { do: 'lookBack'; slip: SlipId; finding: LookBackFinding }
  | { do: 'urge'; slip: SlipId }
  | { do: 'withdraw'; slip: SlipId }
  /** Starts a correction as a draft. */
  | { do: 'correctSlip'; slip: SlipId }
  | { do: 'retryService'; slip: SlipId }
  /** Sends the presser a private copy. */
  | { do: 'open'; slip: SlipId }
  /** Sends the presser the less frequent things they may do. */
  | { do: 'more'; slip: SlipId }
  | { do: 'why'; slip: SlipId }

type Shape = Readonly<Record<string, 'uuid' | 'number' | 'boolean' | readonly string[]>>

const SLIP: Shape = { slip: 'uuid' }
const DRAFT: Shape = { draft: 'uuid' }

/** What each action carries besides its verb, in the order of the button's name. */
const SHAPES: Readonly<Record<Action['do'], Shape>> = {
  issueDraft: { draft: 'uuid', version: 'number' },
  editDraft: DRAFT,
  saveDraft: DRAFT,
  cancelDraft: DRAFT,
  judgeRepeat: { draft: 'uuid', same: 'boolean' },
  approveDraft: { draft: 'uuid', version: 'number' },
  declineDraft: DRAFT,
  signFor: SLIP,
  submitFeedback: SLIP,
  replyInterim: SLIP,
  requestExtension: SLIP,
  requestReturn: SLIP,
  handOver: SLIP,
  judge: { slip: 'uuid', outcome: ['pass', 'supplement', 'fail'], round: 'number' },
  ruleExtension: { slip: 'uuid', granted: 'boolean' },
  ruleReturn: { slip: 'uuid', granted: 'boolean' },
  countersign: { slip: 'uuid', agreed: 'boolean' },
  confirmOrange: SLIP,
  dismissOrange: SLIP,
  resetDeadline: SLIP,
  lookBack: { slip: 'uuid', finding: ['held', 'partly', 'relapsed'] },
  urge: SLIP,
  withdraw: SLIP,
  correctSlip: SLIP,
  retryService: SLIP,
  open: SLIP,
  more: SLIP,
  why: SLIP,
}

/**
 * The name a submit button carries: a client that drops `value` on form submit still says which button it was.
 * Feishu wants it unique inside the card; ids are UUIDs and fit.
 */
export const buttonName = (action: Action): string => {
  const fields: Record<string, unknown> = action
  return ['do', ...Object.keys(SHAPES[action.do])].map((field) => String(fields[field])).join('|')
}

/** The action of a press, from its value or, when that was dropped, from the button's name. */
export const parseAction = (value: Record<string, unknown>, name?: string): Action | undefined =>
  fromRecord(value) ?? (name ? fromRecord(fromName(name)) : undefined)

const isVerb = (verb: unknown): verb is Action['do'] => typeof verb === 'string' && verb in SHAPES

function fromName(name: string): Record<string, unknown> {
  const [verb, ...parts] = name.split('|')
  if (!isVerb(verb)) return {}
  const fields = Object.entries(SHAPES[verb]).map(([field, kind], i) => [
    field,
    read(kind, parts[i]),
  ])
  return { do: verb, ...Object.fromEntries(fields) }
}

function read(kind: Shape[string], text: string | undefined): unknown {
  if (kind === 'number') return Number(text)
  return kind === 'boolean' ? text === 'true' : text
}

function fromRecord(value: Record<string, unknown>): Action | undefined {
  const verb = value['do']
  if (!isVerb(verb)) return undefined
  const shape = Object.entries(SHAPES[verb])
  if (!shape.every(([field, kind]) => fits(kind, value[field]))) return undefined
  const fields = shape.map(([field]) => [field, value[field]])
  // Checked against its shape just now, field by field.
  return { do: verb, ...Object.fromEntries(fields) } as Action
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function fits(kind: Shape[string], value: unknown): boolean {
  if (typeof kind !== 'string') return typeof value === 'string' && kind.includes(value)
  // Anything else would only be refused by the database, again and again.
  if (kind === 'uuid') return typeof value === 'string' && UUID.test(value)
  return kind === 'number' ? Number.isInteger(value) : typeof value === 'boolean'
}
