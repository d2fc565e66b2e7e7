import { inOfficeHours } from '../../src/domain/office-hours.ts'
import { deskOf, nextStep } from '../../src/domain/next-step.ts'
import { isOpen, type Slip } from '../../src/domain/slip.ts'
import type { Life, Moment } from './life.ts'
import { CALENDAR, RULES } from './given.ts'
import { ORGANISATION } from './people.ts'

type Promised = [promise: string, kept: boolean]

const broken = (promises: readonly Promised[]): string[] =>
  promises.filter(([, kept]) => !kept).map(([promise]) => promise)

/** What must hold of a slip whenever nobody is in the middle of changing it. */
export function brokenBy(life: Life): string[] {
  const { slip } = life
  if (!slip) return []
  const step = nextStep(slip)
  const desk = deskOf(slip)
  return broken([
    ['the version counts the facts', slip.version === life.moments.length],
    ['an open slip lies on a desk', isOpen(slip) === (desk !== undefined)],
    [
      'an open slip without a next step does not lie on the unit’s desk',
      !isOpen(slip) || step !== undefined || desk !== 'unit',
    ],
    ['a closed slip has no next step', isOpen(slip) || step === undefined],
    ['the next step does not lie in the past', step === undefined || step.at >= life.now],
    [
      'the reviewer has a clock exactly while reviewing',
      (slip.stage === 'reviewing') === (slip.verdictDueAt !== undefined),
    ],
    [
      'a proposal lies exactly on proposed and escalated slips',
      ['proposed', 'escalated'].includes(slip.stage) === (slip.proposal !== undefined),
    ],
    ['a card is not missed before it could leave', !missedTooSoon(life)],
    ['no clock without service', (slip.served === undefined) === (slip.deadline === undefined)],
    [
      'a breach is never before the deadline',
      slip.breachedAt === undefined || slip.breachedAt >= (slip.deadline?.dueAt ?? Infinity),
    ],
    ['the plan is finite', slip.reminded <= slip.plan.length],
    ...verdictPromises(slip),
  ])
}

/** D2: the watch on service has run out before the card was allowed to go. */
function missedTooSoon({ moments }: Life): boolean {
  const leaves = moments[0]?.said[0]?.notBefore ?? 0
  return moments.some(({ event }) => {
    return event.type === 'serviceFailed' && event.code === 0 && event.at <= leaves
  })
}

/** What must hold of every single fact. */
export const brokenByMoment = ({ before, event, after, said }: Moment): string[] =>
  broken([
    ['a slip that is done takes no facts', before === undefined || isOpen(before)],
    ['every fact names a person or a rule that is known', event.rule !== undefined],
    ['time does not run backwards', before === undefined || event.at >= before.issuedAt],
    [
      'a deadline moves only by service or a recorded decision',
      after.deadline === before?.deadline ||
        event.type === 'served' ||
        event.type === 'deadlineSet',
    ],
    [
      'late means past the deadline',
      event.type !== 'feedbackSubmitted' ||
        event.late === event.at >= (before?.deadline?.dueAt ?? Infinity),
    ],
    [
      'supplements are asked for before the deadline only',
      event.type !== 'verdictGiven' ||
        event.outcome !== 'supplement' ||
        event.at < (before?.deadline?.dueAt ?? 0),
    ],
    [
      'a proposal is not made twice',
      event.type !== 'orangeProposed' || before?.proposal === undefined,
    ],
    [
      'what the bot says of its own accord keeps office hours',
      said.every(
        (send) =>
          event.by.kind === 'person' || inOfficeHours(RULES.officeHours, CALENDAR, send.notBefore),
      ),
    ],
    ['nothing is said before it happened', said.every((send) => send.notBefore >= event.at)],
  ])

function verdictPromises(slip: Slip): Promised[] {
  const unit = ORGANISATION.units.find(({ code }) => code === slip.content.unit)
  const members = [unit?.head, ...(unit?.contacts ?? []), 'ou_standInOfUnit']
  const rounds = slip.verdicts.map((verdict) => verdict.round)
  return [
    [
      'no verdict by the author of the feedback',
      slip.verdicts.every(({ by, round }) => slip.feedback[round - 1]?.by !== by),
    ],
    ['no verdict by a member of the unit', slip.verdicts.every(({ by }) => !members.includes(by))],
    [
      'one verdict per feedback, in order',
      rounds.every((round, i) => round > (rounds[i - 1] ?? 0) && round <= slip.feedback.length),
    ],
    ['only the unit answers', slip.feedback.every(({ by }) => members.includes(by))],
  ]
}
