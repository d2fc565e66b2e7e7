import type { OpenId } from '../src/domain/organisation.ts'
import { blueHistoryPanel } from './blue-history.ts'
import { fit, type Room } from './budget.ts'
import { CLOSING_ASK, closingChoice } from './closing-choice.ts'
import { deadlineLine, isRunning, workingPanel } from './deadline-working.ts'
import { duty, onlooking } from './duty.ts'
import { findingCount, slipFacts, slipFindings } from './facts.ts'
import { feedbackForm } from './feedback-form.ts'
import { footer } from './footer.ts'
import { greenCard } from './green.ts'
import { groundsPanel } from './grounds.ts'
import { button, type Card, type Element, fact, grey, hr, markdown, mentions } from './kit.ts'
import { visitAsk, visitForm } from './visit-form.ts'
import { isOfUnit, type Moves, movesOf } from './moves.ts'
import { dismissalForm, orangeAsk, orangeButton } from './orange-choice.ts'
import type { Reading } from './reading.ts'
import { resetForm } from './reset-form.ts'
import { rounds } from './rounds.ts'
import { rulingAsk, rulingForm } from './ruling-form.ts'
import { corrections, standing, withdrawal } from './standing.ts'
import { slipHeading } from './state.ts'
import { verdictAsk, verdictForm } from './verdict-form.ts'
import { dueText } from './when.ts'

/** 督查落实单: what is asked, until when, what was answered, and what may be done now. */
export function slipCard(reading: Reading, mention: readonly OpenId[]): Card {
  const { slip } = reading
  if (slip.content.colour === 'green') return greenCard(reading, mention)
  const moves = movesOf(slip, reading.reader)
  return fit((room) => ({
    ...heading(reading),
    elements: [
      markdown([mentions(mention), opening(reading, moves)].filter(Boolean).join('\n')),
      ...(moves.decide ? [orangeButton(slip)] : []),
      ...withdrawal(reading, room),
      ...deadline(reading),
      hr,
      slipFacts(reading, room),
      ...corrections(reading, room),
      ...(slip.blue ? [blueHistoryPanel(slip.blue, reading, room)] : []),
      ...(slip.grounds ? [groundsPanel(slip.grounds, room)] : []),
      slipFindings(reading, room),
      ...rounds(slip, reading, room),
      ...standing(reading, room),
      ...controls(reading, moves, room),
      footer(reading),
    ],
  }))
}

function controls(reading: Reading, moves: Moves, room: Room): Element[] {
  const { slip, now } = reading
  const sign = button('签收', { do: 'signFor', slip: slip.id }, { type: 'primary_filled' })
  return [
    ...(moves.sign ? [hr, sign, markdown(grey('签收后在这里填写反馈'))] : []),
    ...(moves.answer ? [hr, feedbackForm(slip, now, room)] : []),
    ...(moves.judge === undefined ? [] : [hr, verdictForm(reading, moves.judge)]),
    ...moves.rulings.flatMap((about) => [hr, rulingForm(reading, about, about)]),
    ...(moves.decide ? [hr, dismissalForm(slip)] : []),
    ...(moves.reset ? [hr, resetForm(slip)] : []),
    ...(moves.countersign ? closingChoice(slip) : []),
    ...(moves.lookBack ? [hr, visitForm(slip)] : []),
  ]
}

/** The unit's duty to the unit, the office's to the office; to others only how things stand. */
function opening(reading: Reading, moves: Moves): string {
  const { slip, reader } = reading
  if (moves.judge !== undefined) return verdictAsk(reading)
  if (moves.decide) return orangeAsk(reading)
  if (moves.countersign) return CLOSING_ASK
  if (moves.lookBack) return visitAsk(reading)
  if (moves.rulings.length > 0) return rulingAsk(moves.rulings)
  return reader && !isOfUnit(slip, reader) ? onlooking(reading) : duty(reading)
}

/** In the group the first sight of it is its service; the record of that follows within a second. */
function heading(reading: Reading) {
  const usual = slipHeading(reading)
  if (reading.slip.stage !== 'unserved' || reading.reader) return usual
  const { content } = reading.slip
  const summary = `${usual.title} ${reading.unit.name} ${findingCount(content)}`
  return { ...usual, tag: { text: '新下达', colour: content.colour }, summary }
}

function deadline({ slip, now }: Reading): Element[] {
  if (!slip.deadline) return []
  const line = isRunning(slip)
    ? deadlineLine(slip.deadline, now)
    : markdown(fact('整改期限', dueText(slip.deadline.dueAt, now)))
  return [line, workingPanel(slip.deadline, now)]
}
