import type { Deadline } from '../src/domain/deadline.ts'
import type { Cell, Draft, DraftContent } from '../src/domain/draft.ts'
import type { OpenId, Unit } from '../src/domain/organisation.ts'
import type { ProblemType, Subject } from '../src/domain/rule-book.ts'
import type { Slip } from '../src/domain/slip.ts'
import type { Instant } from '../src/domain/time.ts'
import { CELL_LABEL } from './wording.ts'

/** What a card about a draft needs to know. */
export interface DraftReading {
  draft: Draft
  unit?: Unit | undefined
  /** Every unit, to choose from. */
  units: readonly Unit[]
  subjects: readonly Subject[]
  name: (id: OpenId) => string
  now: Instant
  /** The deadline if it were served now. */
  preview?: Deadline | undefined
  /** Somebody pressed 修改. */
  editing: boolean
  /** The slip it became. */
  issued?: Slip | undefined
  /** The slip it corrects. */
  corrects?: Slip | undefined
  /** D5: earlier slips of the unit with a problem of the same type; `full`: at the same site too. */
  earlier: readonly EarlierSlip[]
  /** How far back `earlier` looks. */
  repeatMonths?: number
  /** Alike by their words only: a hint that binds nobody. */
  similar: readonly { slip: Slip; unit: Unit }[]
}

export interface EarlierSlip {
  slip: Slip
  unit: Unit
  full: boolean
}

export const typeOf = (
  subjects: readonly Subject[],
  code: string | undefined,
): ProblemType | undefined =>
  subjects.flatMap(({ types }) => types).find((type) => type.code === code)

/** How a cell is called on this draft: a reason is asked for by what it is the reason of. */
export function cellLabel(cell: Cell, { corrects }: DraftContent): string {
  if (cell !== 'reason') return CELL_LABEL[cell]
  return corrects ? '更正原因' : '直接签发橙单的理由'
}

/** D5: before a draft with earlier slips is issued, somebody has to say whether it is the same problem. */
export const isUnjudged = ({ draft, earlier }: DraftReading): boolean =>
  earlier.length > 0 &&
  draft.content.repeat === undefined &&
  draft.content.corrects === undefined &&
  draft.content.colour !== 'green'
