import { draftCard } from '../../cards/draft.ts'
import { foundCard } from '../../cards/found.ts'
import type { Card } from '../../cards/kit.ts'
import { noticeCard } from '../../cards/notice.ts'
import { proposalCard } from '../../cards/proposal.ts'
import { reminderCard } from '../../cards/reminder.ts'
import { reviewCard } from '../../cards/review.ts'
import { saidCard } from '../../cards/said.ts'
import { slipCard } from '../../cards/slip.ts'
import { todoCard } from '../../cards/todo.ts'
import { periodFrom } from '../../src/domain/deadline.ts'
import type { SlipEvent } from '../../src/domain/events.ts'
import type { Unit } from '../../src/domain/organisation.ts'
import { RULE_BOOK_2026 } from '../../src/domain/rule-book-2026.ts'
import type { FeedbackContent } from '../../src/domain/slip.ts'
import type { Gallery } from './gallery.ts'
import {
  answered,
  at,
  BLUE_HISTORY,
  breached,
  CALENDAR,
  closed,
  content,
  dismissed,
  draft,
  escalated,
  INSPECTOR,
  issued,
  judged,
  newDeadline,
  proposed,
  reading,
  served,
  signed,
  UNIT,
  unserved,
} from './sample.ts'

const NOW = at('2026-11-27', '09:00')

/** A text of a length, made of something that tries to be more than text. */
const filled = (seed: string, length: number): string =>
  seed.repeat(Math.ceil(length / seed.length)).slice(0, length)

const unitOf = (seed: string): Unit => ({
  ...UNIT,
  name: filled(seed, 60),
  sites: Array.from({ length: 40 }, (_, i) => `${filled(seed, 40)}${i}`),
  contacts: Array.from({ length: 12 }, (_, i) => `ou_contact${i}`),
})

const findings = (seed: string, count: number, length: number) =>
  Array.from({ length: count }, () => ({
    text: filled(seed, length),
    requirement: filled(seed, length),
  }))

function answerOf(seed: string, length: number): FeedbackContent {
  const text = filled(seed, length)
  return {
    cause: text.slice(0, 500),
    measures: text,
    result: text,
    finishedOn: '2026-11-24',
    responsible: text.slice(0, 50),
    meeting: { heldOn: '2026-11-24', chair: text.slice(0, 50), minutes: text, plan: text },
  }
}

/** Every card of every stage with texts of a kind, at a size. */
export function extremes(seed: string, count: number, length: number): Gallery {
  const answer = answerOf(seed, length)
  const reason = filled(seed, Math.min(length, 500))
  const unit = unitOf(seed)
  const name = () => filled(seed, 30)
  const read = (history: readonly SlipEvent[]) => ({ ...reading(history, NOW, unit), name })
  const given = answered(at('2026-11-24', '16:00'), answer)
  const back = (round: number) => judged('supplement', round, at('2026-11-25', '09:30'), reason)
  const begun = (colour: 'blue' | 'orange') => [
    colour === 'blue'
      ? issued(content({ site: filled(seed, 40), findings: findings(seed, count, length) }))
      : issued(content({ colour, findings: findings(seed, count, length) }), {
          ...BLUE_HISTORY,
          feedback: Array.from({ length: 6 }, () => ({
            ...answer,
            by: 'ou_contact',
            at: NOW,
            late: true,
          })),
          verdicts: Array.from({ length: 6 }, (_, i) => ({
            outcome: 'fail' as const,
            reason,
            by: 'ou_reviewer',
            at: NOW,
            round: i + 1,
          })),
        }),
    served(),
  ]
  const rounds = Array.from({ length: 9 }, (_, i) => [given, back(i + 1)]).flat()
  const stages = (colour: 'blue' | 'orange'): Record<string, SlipEvent[]> => ({
    unserved: begun(colour).slice(0, 1),
    failedService: [...begun(colour).slice(0, 1), unserved(99_999)],
    begun: begun(colour),
    rectifying: [...begun(colour), signed(), ...rounds],
    reviewing: [...begun(colour), signed(), ...rounds, given],
    proposed: [...begun(colour), signed(), ...rounds, breached(), proposed('I4a'), given],
    dismissed: [...begun(colour), breached(), proposed('I4b'), dismissed(), newDeadline()],
    escalated: [...begun(colour), ...rounds, proposed('I4b'), escalated('ou_director')],
    closed: [...begun(colour), ...rounds, given, judged('pass', 10, NOW, reason), closed()],
  })
  const shown = (['blue', 'orange'] as const).flatMap((colour) =>
    Object.entries(stages(colour)).flatMap(([stage, history]) =>
      about(read(history), history).map(
        ([card, made]) => [`${card}, ${colour} ${stage}`, made] as const,
      ),
    ),
  )
  return {
    ...Object.fromEntries(shown),
    ...lists(read(stages('blue')['begun'] ?? []), seed, count, length),
  }
}

/** Every card there is about one slip. */
function about(read: ReturnType<typeof reading>, history: readonly SlipEvent[]): [string, Card][] {
  const { slip, unit, name, now } = read
  const mention = unit.contacts
  const [planned] = slip.plan
  const notices = [
    'supplement',
    'failed',
    'dismissed',
    'passed',
    'unserved',
    'verdictLate',
  ] as const
  return [
    ['slip', slipCard(read, mention)],
    ['review', reviewCard(read, Math.max(1, slip.feedback.length), mention)],
    ['old review', reviewCard(read, 1, mention)],
    ['proposal', proposalCard(read, mention)],
    ['found', foundCard({ words: unit.name, slips: [{ slip, unit }], history, name, now })],
    ...notices.map((notice): [string, Card] => [notice, noticeCard(read, notice, mention)]),
    ...(planned
      ? [['reminder', reminderCard([{ reading: read, planned }], mention)] satisfies [string, Card]]
      : []),
  ]
}

function lists(
  read: ReturnType<typeof reading>,
  seed: string,
  count: number,
  length: number,
): Gallery {
  const { slip, unit, name, now } = read
  const [planned] = slip.plan
  const many = Array.from({ length: 45 }, (_, i) => ({
    slip: { ...slip, id: `${slip.id}${i}` },
    unit,
  }))
  const mine = many.map((entry) => ({
    ...entry,
    slip: { ...entry.slip, stage: 'unserved' as const },
  }))
  const drafts = Array.from({ length: 25 }, (_, i) =>
    draft({ id: `${slip.id}${i}` }, { unit: undefined, unitTyped: filled(seed, 60) }),
  )
  const units = Array.from({ length: 120 }, (_, i) => ({ ...unit, code: `u${i}` }))
  const cells = { site: filled(seed, 40), findings: findings(seed, count, length) }
  const drafting = {
    draft: draft({}, cells),
    unit,
    subjects: RULE_BOOK_2026.subjects,
    name,
    now,
    preview: periodFrom(RULE_BOOK_2026.period.blue, CALENDAR, now),
  }
  return {
    todo: todoCard({ person: INSPECTOR, name, now, slips: [...many, ...mine], drafts, units }),
    found: foundCard({ words: filled(seed, 500), slips: many, history: [], name, now }),
    reminders: reminderCard(
      planned ? many.map((entry) => ({ reading: { ...read, slip: entry.slip }, planned })) : [],
      unit.contacts,
    ),
    draft: draftCard({ ...drafting, units, editing: false }),
    'draft form': draftCard({ ...drafting, units, editing: true }),
    'draft form, 60 units': draftCard({ ...drafting, units: units.slice(0, 60), editing: true }),
    'draft cancelled': draftCard({
      ...drafting,
      draft: draft({ state: 'cancelled' }, cells),
      units,
      editing: false,
    }),
    said: saidCard(filled(seed, 5000), 'note'),
  }
}
