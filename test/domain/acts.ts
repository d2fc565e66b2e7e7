import fc from 'fast-check'
import type { Actor } from '../../src/domain/authority.ts'
import type { Order } from '../../src/domain/commands.ts'
import { addDays, dayOf } from '../../src/domain/time.ts'
import type { Act } from './life.ts'
import {
  answerOrange,
  ANSWER,
  confirm,
  judge,
  recordFailure,
  recordService,
  signFor,
  step,
} from './stories.ts'
import { at } from './given.ts'
import { BY_RULE, CONTACT, DIRECTOR, REVIEWER, who } from './people.ts'

const ANYBODY: Actor[] = [
  ...['ou_inspector', 'ou_contact', 'ou_head', 'ou_otherContact', 'ou_reviewer'].map((id) =>
    who(id),
  ),
  ...['ou_reviewerOfUnit', 'ou_standInOfUnit', 'ou_standInReviewer', 'ou_deputy'].map((id) =>
    who(id),
  ),
  ...['ou_director', 'ou_leader', 'ou_stranger'].map((id) => who(id)),
  BY_RULE,
]

/** Mostly the right person, often enough a wrong one. */
const by = (right: Actor) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(right) }, fc.constantFrom(...ANYBODY))

const asked = (order: fc.Arbitrary<Order>, right: Actor) => fc.tuple(order, by(right))

const anyDay = fc.integer({ min: -3, max: 12 }).map((days) => addDays('2026-11-20', days))

const dismissal: fc.Arbitrary<Order> = anyDay.map((until) => ({
  type: 'dismissOrange',
  reason: '材料在途',
  until,
}))

const verdict: fc.Arbitrary<Order> = fc
  .tuple(
    fc.constantFrom('pass', 'supplement', 'supplement', 'fail'),
    fc.integer({ min: 1, max: 3 }),
  )
  .map(([outcome, round]) => judge(outcome, round))

const timer: fc.Arbitrary<Order> = fc
  .constantFrom('watchService', 'remind', 'breach', 'urgeVerdict', 'confirmBySilence')
  .map((kind) => step(kind))

const order = fc.oneof(
  { weight: 2, arbitrary: asked(fc.constant(recordService), BY_RULE) },
  { weight: 1, arbitrary: asked(fc.constant(recordFailure), BY_RULE) },
  { weight: 1, arbitrary: asked(fc.constant(signFor), CONTACT) },
  { weight: 3, arbitrary: asked(fc.constant(answerOrange), CONTACT) },
  {
    weight: 1,
    arbitrary: asked(fc.constant({ type: 'submitFeedback', feedback: ANSWER }), CONTACT),
  },
  { weight: 5, arbitrary: asked(verdict, REVIEWER) },
  { weight: 1, arbitrary: asked(fc.constant(confirm), DIRECTOR) },
  { weight: 2, arbitrary: asked(dismissal, DIRECTOR) },
  { weight: 1, arbitrary: asked(timer, BY_RULE) },
)

/** Hours, mostly few; sometimes days. */
const hours = fc.oneof(
  { weight: 3, arbitrary: fc.double({ min: 0, max: 6, noNaN: true }) },
  { weight: 2, arbitrary: fc.double({ min: 6, max: 40, noNaN: true }) },
  { weight: 1, arbitrary: fc.double({ min: 40, max: 200, noNaN: true }) },
)

/** Legal and illegal acts by right and wrong people, time moving forward between them. */
export const acts: fc.Arbitrary<Act[]> = fc.array(
  fc
    .tuple(hours, fc.boolean(), order)
    .map(([passed, prompt, [what, actor]]) => ({ hours: passed, prompt, order: what, by: actor })),
  { minLength: 4, maxLength: 18 },
)

/** A week of any hour; weekdays and weekend, day and night. */
export const begins = fc.integer({
  min: at(`${dayOf(at('2026-11-13 00:00'))} 00:00`),
  max: at('2026-11-20 00:00'),
})
