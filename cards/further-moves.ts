import { isOffice, type Person } from '../src/domain/authority.ts'
import { isLate } from '../src/domain/feedback.ts'
import { owed } from '../src/domain/findings.ts'
import type { OpenId } from '../src/domain/organisation.ts'
import { isOpen, type Stage } from '../src/domain/slip.ts'
import { HOUR } from '../src/domain/time.ts'
import { notIssuer } from '../src/domain/who.ts'
import { isAnswerable, isOfUnit } from './moves.ts'
import type { Reading } from './reading.ts'

/** The less frequent things somebody may do with a slip now; they stand on a card of their own. */
export type FurtherMove =
  | 'replyInterim'
  | 'requestExtension'
  | 'requestReturn'
  | 'handOver'
  | 'urge'
  | 'correct'
  | 'retryService'
  | 'withdraw'

const CORRECTABLE: readonly Stage[] = ['unserved', 'rectifying', 'proposed']

/** In the order of the card: the unit's first, the grave last. */
export function furtherMoves(reading: Reading, reader: Person): FurtherMove[] {
  const may: Record<FurtherMove, boolean> = {
    ...unitMay(reading, reader),
    ...officeMay(reading, reader),
  }
  return ORDER.filter((move) => may[move])
}

const ORDER: readonly FurtherMove[] = [
  'replyInterim',
  'requestExtension',
  'requestReturn',
  'handOver',
  'urge',
  'retryService',
  'correct',
  'withdraw',
]

function unitMay(reading: Reading, reader: Person) {
  const { slip, now } = reading
  const answers = isOfUnit(slip, reader) && isAnswerable(slip)
  const inTime = answers && slip.stage === 'rectifying' && !isLate(slip, now)
  return {
    replyInterim: answers,
    requestExtension: inTime && slip.extension === undefined,
    requestReturn: inTime && slip.returned === undefined && otherUnits(reading).length > 0,
    handOver: answers && colleagues(reading).length > 0,
  }
}

function officeMay({ slip, now, rules }: Reading, reader: Person) {
  const office = isOffice(reader)
  const urgedLately = now < (slip.urgedAt ?? -Infinity) + rules.urgeEveryHours * HOUR
  const issuer = !notIssuer(slip, reader)
  return {
    urge: office && isAnswerable(slip) && owed(slip).length > 0 && !urgedLately,
    retryService: office && slip.stage === 'unserved' && slip.serviceFailure !== undefined,
    correct: issuer && CORRECTABLE.includes(slip.stage),
    withdraw: issuer && isOpen(slip),
  }
}

/** Whom a slip can be handed to: the unit's people, but for the one who has it. */
export const colleagues = ({ unit, slip }: Reading): OpenId[] =>
  [...new Set([...unit.contacts, unit.head])].filter((id) => id !== '' && id !== slip.handler)

export const otherUnits = ({ units, slip }: Reading) =>
  units.filter(({ code }) => code !== slip.content.unit)
