import { pendingRounds } from '../../src/domain/findings.ts'
import { deskOf, nextStep } from '../../src/domain/next-step.ts'
import { inOfficeHours } from '../../src/domain/office-hours.ts'
import { isOpen, type Slip } from '../../src/domain/slip.ts'
import { CALENDAR, RULES } from './given.ts'
import type { Life, Moment } from './life.ts'
import { ORGANISATION } from './people.ts'
import { byTheRightHand } from './who-may.ts'

type Promised = [promise: string, kept: boolean]

const broken = (promises: readonly Promised[]): string[] =>
  promises.filter(([, kept]) => !kept).map(([promise]) => promise)

/** What must hold of a slip whenever nobody is in the middle of changing it. */
export function brokenBy(life: Life): string[] {
  const { slip } = life
  if (!slip) return []
  return broken([
    ['the version counts the facts', slip.version === life.moments.length],
    ['a card is not missed before it could leave', !missedTooSoon(life)],
    ...stepPromises(slip, life.now),
    ...clockPromises(slip),
    ...verdictPromises(slip),
  ])
}

/** D9: a request may have waited under a proposal or a signature while its clock went on; then it is urged at once. */
const OVERDUE_AT_ONCE = ['urgeExtension', 'urgeReturn', 'urgeVerdict']

function stepPromises(slip: Slip, now: number): Promised[] {
  const step = nextStep(slip)
  const desk = deskOf(slip)
  return [
    ['an open slip lies on a desk', isOpen(slip) === (desk !== undefined)],
    [
      'an open slip without a next step does not lie on the unit’s desk',
      !isOpen(slip) || step !== undefined || desk !== 'unit',
    ],
    [
      'a slip that is done has at most its look-back before it',
      isOpen(slip) || step === undefined || (slip.stage === 'closed' && step.kind === 'lookBack'),
    ],
    [
      'the next step does not lie in the past',
      step === undefined || step.at >= now || OVERDUE_AT_ONCE.includes(step.kind),
    ],
    ['the plan is finite', slip.reminded <= slip.plan.length],
  ]
}

function clockPromises(slip: Slip): Promised[] {
  const { stage, content, served, deadline, breachedAt } = slip
  const withOffice = stage === 'reviewing' || stage === 'rectifying'
  const waiting = pendingRounds(slip).length > 0
  return [
    [
      'the reviewer has a clock exactly while a feedback waits for them',
      !withOffice || waiting === (slip.verdictDueAt !== undefined),
    ],
    ['nothing is before the reviewer without a feedback', stage !== 'reviewing' || waiting],
    [
      'a proposal lies exactly on proposed and escalated slips',
      stage === 'voided' ||
        ['proposed', 'escalated'].includes(stage) === (slip.proposal !== undefined),
    ],
    [
      'no clock without service, no service without a clock but for green',
      (served === undefined || content.colour === 'green') === (deadline === undefined),
    ],
    [
      'a breach is never before the deadline',
      breachedAt === undefined || breachedAt >= (deadline?.dueAt ?? Infinity),
    ],
    ['a green slip is never asked anything', content.colour !== 'green' || !isAsked(slip)],
  ]
}

const isAsked = ({ stage }: Slip): boolean => !['unserved', 'closed', 'voided'].includes(stage)

/** D2: the watch on service has run out before the card was allowed to go. */
function missedTooSoon({ moments }: Life): boolean {
  const leaves = moments[0]?.said[0]?.notBefore ?? 0
  return moments.some(({ event }) => {
    return event.type === 'serviceFailed' && event.code === 0 && event.at <= leaves
  })
}

/** What may still become of a slip that is done (I7). */
const AFTERWARDS = ['lookBackPlanned', 'lookBackDue', 'orangeProposed']

/** What must hold of every single fact. */
export const brokenByMoment = (moment: Moment): string[] =>
  broken([...orderPromises(moment), ...deadlinePromises(moment), ...messagePromises(moment)])

function orderPromises({ before, event, after }: Moment): Promised[] {
  return [
    [
      'a slip that is done takes no facts but those of its look-back',
      before === undefined ||
        isOpen(before) ||
        (before.stage === 'closed' && AFTERWARDS.includes(event.type)),
    ],
    ['every fact names the rule it rests on', event.rule !== undefined],
    ['nobody does what is not theirs to do', byTheRightHand(before ?? after, event)],
    ['time does not run backwards', before === undefined || event.at >= before.issuedAt],
    [
      'serial, colour and inspector stay',
      before === undefined ||
        (before.serial === after.serial &&
          before.content.colour === after.content.colour &&
          before.inspector === after.inspector),
    ],
    [
      'the unit changes only by transfer',
      before === undefined ||
        before.content.unit === after.content.unit ||
        event.type === 'transferred',
    ],
    [
      'a proposal is not made twice',
      event.type !== 'orangeProposed' || before?.proposal === undefined,
    ],
    ['a slip turns orange into one other', event.type !== 'escalated' || after.escalatedTo !== ''],
    ['withdrawn is voided, never gone', event.type !== 'withdrawn' || after.stage === 'voided'],
  ]
}

function deadlinePromises({ before, event, after, previous }: Moment): Promised[] {
  const dueAt = before?.deadline?.dueAt
  return [
    [
      'a deadline moves only by service, a transfer or a recorded decision',
      after.deadline === before?.deadline ||
        ['served', 'transferred'].includes(event.type) ||
        (event.type === 'deadlineSet' && previous !== undefined && decides(previous)),
    ],
    [
      'late means past the deadline',
      event.type !== 'feedbackSubmitted' || event.late === event.at >= (dueAt ?? Infinity),
    ],
    [
      'supplements are asked for before the deadline only',
      event.type !== 'verdictGiven' || event.outcome !== 'supplement' || event.at < (dueAt ?? 0),
    ],
    [
      'more time is asked for before the deadline only',
      !['extensionRequested', 'returnRequested'].includes(event.type) || event.at < (dueAt ?? 0),
    ],
    [
      'more time is never less time',
      event.type !== 'deadlineSet' || event.rule !== 'D6' || event.deadline.dueAt > (dueAt ?? 0),
    ],
    [
      'a new deadline does not lie in the past',
      event.type !== 'deadlineSet' || event.deadline.dueAt > event.at,
    ],
    [
      'a feedback is judged once while it waits, or overturned by the second signature',
      event.type !== 'verdictGiven' ||
        before === undefined ||
        before.stage === 'countersigning' ||
        pendingRounds(before).includes(event.round),
    ],
  ]
}

/** The decisions that a new deadline may follow. */
const decides = (event: Moment['event']): boolean =>
  ['orangeDismissed', 'deadlineReset'].includes(event.type) ||
  (event.type === 'extensionRuled' && event.granted) ||
  (event.type === 'verdictGiven' && event.outcome === 'fail')

function messagePromises({ event, said }: Moment): Promised[] {
  const hours = RULES.officeHours
  return [
    [
      'what the bot says of its own accord keeps office hours, and 催办 too',
      said.every(
        ({ notBefore }) =>
          (event.by.kind === 'person' && event.type !== 'urged') ||
          inOfficeHours(hours, CALENDAR, notBefore),
      ),
    ],
    ['nothing is said before it happened', said.every((send) => send.notBefore >= event.at)],
  ]
}

function verdictPromises(slip: Slip): Promised[] {
  const unit = ORGANISATION.units.find(({ code }) => code === slip.content.unit)
  const standIns = slip.content.unit === 'rl1' ? ['ou_standInOfUnit'] : []
  const members = [unit?.head, ...(unit?.contacts ?? []), ...standIns]
  return [
    [
      'no verdict by the author of the feedback',
      slip.verdicts.every(({ by, round }) => slip.feedback[round - 1]?.by !== by),
    ],
    ['no verdict by a member of the unit', slip.verdicts.every(({ by }) => !members.includes(by))],
    [
      'every verdict is on a feedback there is',
      slip.verdicts.every(({ round }) => round >= 1 && round <= slip.feedback.length),
    ],
    ['only the unit answers', slip.feedback.every(({ by }) => members.includes(by))],
  ]
}
