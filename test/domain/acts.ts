import fc from 'fast-check'
import type { Actor } from '../../src/domain/authority.ts'
import type { Order } from '../../src/domain/commands.ts'
import { addDays } from '../../src/domain/time.ts'
import { at } from './given.ts'
import { TWO_FINDINGS } from './later-facts.ts'
import type { Act } from './life.ts'
import {
  answerOn,
  answerOrange,
  askExtension,
  askReturn,
  confirm,
  correct,
  countersign,
  handOver,
  judge,
  lookBack,
  recordFailure,
  recordService,
  replyInterim,
  resetDeadline,
  retryService,
  ruleExtension,
  ruleReturn,
  signFor,
  step,
  urge,
  withdraw,
} from './orders.ts'
import { BY_RULE, CONTACT, DIRECTOR, INSPECTOR, REVIEWER, who } from './people.ts'
import { ANSWER } from './stories.ts'

const NAMES = `ou_inspector ou_otherInspector ou_standInInspector ou_contact ou_head ou_otherContact
  ou_reviewer ou_reviewerOfUnit ou_standInOfUnit ou_standInReviewer ou_deputy ou_director ou_leader
  ou_stranger`.split(/\s+/)
const ANYBODY: Actor[] = [...NAMES.map((id) => who(id)), BY_RULE]

type Asked = [what: Order, by: Actor]

/** Mostly the right person, often enough a wrong one. */
const asked = (right: Actor, ...orders: Order[]): fc.Arbitrary<Asked> =>
  fc.tuple(
    fc.constantFrom(...orders),
    fc.oneof({ weight: 6, arbitrary: fc.constant(right) }, fc.constantFrom(...ANYBODY)),
  )

const DAYS = Array.from({ length: 18 }, (_, i) => addDays('2026-11-17', i))

const ofUnit = (unit: Actor) => [
  { weight: 3, arbitrary: asked(unit, answerOrange, answerOn([0]), answerOn([1])) },
  { weight: 1, arbitrary: asked(unit, { type: 'submitFeedback', feedback: ANSWER }) },
  { weight: 1, arbitrary: asked(unit, signFor, replyInterim(), replyInterim(' '), handOver()) },
  { weight: 1, arbitrary: asked(unit, ...DAYS.map((day) => askExtension(day))) },
  { weight: 1, arbitrary: asked(unit, askReturn(), askReturn('rl1')) },
]

const ROUNDS = [1, 2, 3]
const ofReviewer = [
  { weight: 5, arbitrary: asked(REVIEWER, ...ROUNDS.map((round) => judge('pass', round))) },
  { weight: 2, arbitrary: asked(REVIEWER, ...ROUNDS.map((round) => judge('supplement', round))) },
  { weight: 1, arbitrary: asked(REVIEWER, ...ROUNDS.map((round) => judge('fail', round))) },
  { weight: 2, arbitrary: asked(REVIEWER, ruleExtension(true), ruleExtension(false)) },
  { weight: 2, arbitrary: asked(REVIEWER, ruleReturn(true), ruleReturn(false)) },
]

const dismissals = DAYS.map((until): Order => ({
  type: 'dismissOrange',
  reason: '材料在途',
  until,
}))
const ofDirector = [
  { weight: 1, arbitrary: asked(DIRECTOR, confirm) },
  { weight: 2, arbitrary: asked(DIRECTOR, ...dismissals) },
  { weight: 1, arbitrary: asked(DIRECTOR, ...DAYS.map((day) => resetDeadline(day))) },
  { weight: 2, arbitrary: asked(DIRECTOR, countersign(true), countersign(false)) },
]

const ofInspector = [
  { weight: 1, arbitrary: asked(INSPECTOR, urge, retryService) },
  { weight: 1, arbitrary: asked(INSPECTOR, correct(), correct({ findings: TWO_FINDINGS })) },
  {
    weight: 2,
    arbitrary: asked(INSPECTOR, lookBack('held'), lookBack('partly'), lookBack('relapsed')),
  },
  {
    weight: 1,
    arbitrary: fc.nat({ max: 3 }).chain((n) => asked(INSPECTOR, n ? urge : withdraw())),
  },
]

const timers = (
  ['watchService', 'remind', 'breach', 'urgeVerdict', 'urgeReturn', 'confirmBySilence'] as const
).map((kind) => step(kind))
const byItself = [
  { weight: 3, arbitrary: asked(BY_RULE, recordService) },
  { weight: 1, arbitrary: asked(BY_RULE, recordFailure) },
  { weight: 1, arbitrary: asked(BY_RULE, ...timers) },
]

const order = fc.oneof(
  ...ofUnit(CONTACT),
  ...ofUnit(who('ou_otherContact')),
  ...ofReviewer,
  ...ofDirector,
  ...ofInspector,
  ...byItself,
)

/** Hours, mostly few; sometimes days, seldom weeks. */
const hours = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: 0, max: 6, noNaN: true }) },
  { weight: 3, arbitrary: fc.double({ min: 6, max: 40, noNaN: true }) },
  { weight: 1, arbitrary: fc.double({ min: 40, max: 500, noNaN: true }) },
)

/** Legal and illegal acts by right and wrong people, time moving forward between them. */
export const acts: fc.Arbitrary<Act[]> = fc.array(
  fc
    .tuple(hours, fc.boolean(), order)
    .map(([passed, prompt, [what, by]]) => ({ hours: passed, prompt, order: what, by })),
  { minLength: 4, maxLength: 18 },
)

/** A week of any hour; weekdays and weekend, day and night. */
export const begins = fc.integer({ min: at('2026-11-13 00:00'), max: at('2026-11-20 00:00') })
