import { countersignCard } from '../../cards/countersign.ts'
import { foundCard } from '../../cards/found.ts'
import { highlightCard } from '../../cards/highlight.ts'
import type { Card } from '../../cards/kit.ts'
import { lookBackCard } from '../../cards/look-back.ts'
import { moreCard } from '../../cards/more.ts'
import { movedCard } from '../../cards/moved.ts'
import { noticeCard } from '../../cards/notice.ts'
import { proposalCard } from '../../cards/proposal.ts'
import { reminderCard } from '../../cards/reminder.ts'
import { reviewCard } from '../../cards/review.ts'
import { rulingCard } from '../../cards/ruling.ts'
import { slipCard } from '../../cards/slip.ts'
import { whyCard } from '../../cards/why.ts'
import type { SlipEvent } from '../../src/domain/events.ts'
import { nextStep } from '../../src/domain/next-step.ts'
import type { Unit } from '../../src/domain/organisation.ts'
import type { FeedbackContent } from '../../src/domain/slip.ts'
import type { Notice } from '../../src/domain/view.ts'
import { lists } from './extreme-lists.ts'
import { filled, findings } from './filled.ts'
import type { Gallery } from './gallery.ts'
import {
  closingProposed,
  corrected,
  extensionAsked,
  extensionRuled,
  handedOver,
  interim,
  lookBackDue,
  lookBackPlanned,
  lookedBack,
  returnAsked,
  returnRuled,
  servedGreen,
  transferred,
  withdrawn,
} from './more-facts.ts'
import {
  answered,
  at,
  BLUE_HISTORY,
  breached,
  closed,
  content,
  dismissed,
  escalated,
  issued,
  judged,
  newDeadline,
  person,
  proposed,
  reading,
  served,
  signed,
  UNIT,
  unserved,
} from './sample.ts'

const NOW = at('2026-11-27', '09:00')

const unitOf = (seed: string): Unit => ({
  ...UNIT,
  name: filled(seed, 60),
  sites: Array.from({ length: 40 }, (_, i) => `${filled(seed, 40)}${i}`),
  contacts: Array.from({ length: 12 }, (_, i) => `ou_contact${i}`),
})

const NOTICES: readonly Notice[] = [
  'supplement',
  'failed',
  'dismissed',
  'deadlineReset',
  'passed',
  'partlyPassed',
  'unserved',
  'verdictLate',
  'rulingLate',
  'extensionGranted',
  'extensionDenied',
  'returnGranted',
  'returnDenied',
  'handedOver',
  'urged',
  'corrected',
  'withdrawn',
  'lookedBack',
]

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
  const units = Array.from({ length: 120 }, (_, i) => ({ ...unit, code: `u${i}` }))
  const read = (history: readonly SlipEvent[]) => ({ ...reading(history, NOW, unit), units, name })
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
  const text = filled(seed, Math.min(length, 500))
  const wording = content({ site: filled(seed, 40), findings: findings(seed, count, length) })
  const closing = (colour: 'blue' | 'orange') => [
    ...begun(colour),
    ...rounds,
    given,
    judged('pass', 10, NOW, reason),
    closed(),
  ]
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
    asked: [
      ...begun(colour),
      signed(),
      ...Array.from({ length: 9 }, () => interim(text)),
      extensionAsked(reason),
      returnAsked(reason),
      handedOver(),
      corrected(reason, { ...wording, colour }),
    ],
    ruled: [
      ...begun(colour),
      extensionAsked(reason),
      extensionRuled(false, reason),
      returnAsked(reason),
      returnRuled(true, reason),
      transferred(),
    ],
    'partly answered': [
      ...begun(colour),
      answered(at('2026-11-24', '16:00'), answer, false, [0]),
      judged('pass', 1, NOW, reason),
      answered(at('2026-11-24', '17:00'), answer, false, [1]),
    ],
    countersigning: [
      ...begun(colour),
      ...rounds,
      given,
      judged('pass', 10, NOW, reason),
      closingProposed(NOW),
    ],
    lookingBack: [...closing(colour), lookBackPlanned(), lookBackDue()],
    'looking back again': [
      ...closing(colour),
      ...Array.from({ length: 5 }, () => [
        lookBackPlanned('again'),
        lookBackDue(),
        lookedBack('partly', reason),
      ]).flat(),
      lookBackPlanned('again'),
      lookBackDue(),
    ],
    relapsed: [
      ...closing(colour),
      lookBackPlanned(),
      lookBackDue(),
      lookedBack('relapsed', reason),
      proposed('I7'),
    ],
    voided: [...begun(colour), withdrawn(reason)],
  })
  const green = {
    ...wording,
    colour: 'green' as const,
    findings: [],
    highlights: text,
    remark: text,
  }
  const grounds = Array.from({ length: 60 }, (_, i) => ({
    id: `${i}`,
    serial: { colour: 'blue' as const, year: 2026, number: i + 1 },
  }))
  const others: Record<string, SlipEvent[]> = {
    'green, not served yet': [issued(green)],
    'green, served': [issued(green), servedGreen(), corrected(reason, green)],
    'green, withdrawn': [issued(green), withdrawn(reason)],
    'orange, signed for at once': [
      issued({ ...wording, colour: 'orange' }, undefined, { rule: 'I4', because: reason }),
      served(),
    ],
    'orange, the same again': [
      issued({ ...wording, colour: 'orange' }, undefined, {
        rule: 'I4c',
        earlier: grounds,
        because: reason,
      }),
      served(),
    ],
  }
  const told = {
    ...labelled('blue', stages('blue')),
    ...labelled('orange', stages('orange')),
    ...others,
  }
  const shown = Object.entries(told).flatMap(([stage, history]) =>
    about(read(history), history).map(([card, made]) => [`${card}, ${stage}`, made] as const),
  )
  return {
    ...Object.fromEntries(shown),
    ...lists(read(stages('blue')['begun'] ?? []), { seed, count, length }),
  }
}

const labelled = (colour: string, stages: Record<string, SlipEvent[]>) =>
  Object.fromEntries(Object.entries(stages).map(([stage, told]) => [`${colour} ${stage}`, told]))

/** Everybody at once: the card with the most to do. */
const ALL = person('ou_director', ['inspector', 'reviewer', 'director'])
const MEMBER = person('ou_head', ['head', 'inspector', 'director'], ['rl1'])

/** Every card there is about one slip. */
function about(read: ReturnType<typeof reading>, history: readonly SlipEvent[]): [string, Card][] {
  const { slip, unit, units, now } = read
  const mention = unit.contacts
  const [planned] = slip.plan
  return [
    ['slip', slipCard(read, mention)],
    ['review', reviewCard(read, Math.max(1, slip.feedback.length), mention)],
    ['old review', reviewCard(read, 1, mention)],
    ['proposal', proposalCard(read, mention)],
    ['extension', rulingCard(read, 'extension', mention)],
    ['return', rulingCard(read, 'return', mention)],
    ['countersign', countersignCard(read, mention)],
    ['look-back', lookBackCard(read, slip.lookedBack.length + 1, mention)],
    ['old look-back', lookBackCard(read, 1, mention)],
    ['office copy', slipCard({ ...read, reader: ALL }, [])],
    ['unit copy', slipCard({ ...read, reader: MEMBER }, [])],
    ['office more', moreCard({ ...read, reader: ALL })],
    ['unit more', moreCard({ ...read, reader: MEMBER })],
    ['unit more, 60 units', moreCard({ ...read, units: units.slice(0, 60), reader: MEMBER })],
    ['moved', movedCard(read)],
    ['highlight', highlightCard(read)],
    ['why', whyCard({ ...read, next: nextStep(slip) })],
    ['found', foundCard({ ...read, words: unit.name, slips: [{ slip, unit }], history, now })],
    ...NOTICES.map((notice): [string, Card] => [notice, noticeCard(read, notice, mention)]),
    ...(planned
      ? [['reminder', reminderCard([{ reading: read, planned }], mention)] satisfies [string, Card]]
      : []),
  ]
}
