import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Actor } from '../../src/domain/authority.ts'
import { decide } from '../../src/domain/decide.ts'
import type { SlipEvent } from '../../src/domain/events.ts'
import { replay } from '../../src/domain/evolve.ts'
import { followUpOf } from '../../src/domain/follow-up.ts'
import { deskOf, nextStep } from '../../src/domain/next-step.ts'
import { isOpen, type Stage } from '../../src/domain/slip.ts'
import { DAY, type Instant } from '../../src/domain/time.ts'
import { acts, begins } from './acts.ts'
import { CALENDAR, inWords, RULES, SLIP } from './given.ts'
import { TWO_FINDINGS } from './later-facts.ts'
import { type Act, Life, type Moment } from './life.ts'
import { type Issue, issueBlue, issueGreen, issueOrange } from './orders.ts'
import { DIRECTOR, INSPECTOR } from './people.ts'
import { brokenBy, brokenByMoment } from './promises.ts'
import { STORIES } from './standings.ts'
import { BLUE } from './stories.ts'
import { FACTS } from './who-may.ts'

const STAGES: Stage[] = [
  ...(['unserved', 'rectifying', 'reviewing', 'proposed', 'countersigning'] as const),
  ...(['lookingBack', 'escalated', 'closed', 'voided'] as const),
]
const RUNS = { numRuns: 300 }

/** The day of the inspection lies before the first moment of any life tried. */
const inspectedBefore = ({ content, ...rest }: Issue): Issue => ({
  ...rest,
  content: { ...content, inspectedOn: '2026-11-12' },
})
const withTwo = (order: Issue): Issue => ({
  ...order,
  content: { ...order.content, findings: TWO_FINDINGS },
})
const AFTER_BLUE: Issue = { ...issueBlue, content: issueOrange.content, blue: BLUE }
const BIRTHS: [issue: Issue, by: Actor][] = [
  [issueBlue, INSPECTOR],
  [withTwo(issueBlue), INSPECTOR],
  [AFTER_BLUE, { kind: 'rule', rule: 'D3' }],
  [withTwo(issueOrange), DIRECTOR],
  [issueGreen, INSPECTOR],
]

function born(at: Instant, [issue, by]: [Issue, Actor]): Life {
  const life = new Life(at)
  if (life.ask(inspectedBefore(issue), by) === 0) throw new Error('a life begins with issued')
  return life
}

/** Taken up where a story has led. */
function continued(story: readonly SlipEvent[]): Life {
  const life = new Life(story.at(-1)?.at ?? 0)
  life.take(story)
  return life
}

const origin: fc.Arbitrary<() => Life> = fc.oneof(
  fc.tuple(begins, fc.constantFrom(...BIRTHS)).map(
    ([at, birth]) =>
      () =>
        born(at, birth),
  ),
  fc.constantFrom(...Object.values(STORIES)).map((story) => () => continued(story)),
)

/** A life and what is done in it. */
const lives = fc.tuple(origin, acts)

function lived([begin, deeds]: [begin: () => Life, deeds: readonly Act[]]): Life {
  const life = begin()
  for (const deed of deeds) life.live(deed)
  return life
}

test('promises hold after every act of any life, whoever does what and however late the timers run', () => {
  fc.assert(
    fc.property(lives, ([begin, deeds]) => {
      const life = begin()
      const { length } = life.moments
      for (const deed of deeds) {
        life.live(deed)
        expect(brokenBy(life)).toEqual([])
      }
      expect(life.moments.slice(length).flatMap(brokenByMoment)).toEqual([])
    }),
    { numRuns: 600 },
  )
})

test('a slip is its record: replayed from what the database keeps, it is the same slip', () => {
  fc.assert(
    fc.property(lives, (tried) => {
      const life = lived(tried)
      expect(replay(SLIP, JSON.parse(JSON.stringify(life.events)))).toEqual(life.slip)
    }),
    RUNS,
  )
})

test('no message has the key of another over a slip’s whole life', () => {
  fc.assert(
    fc.property(lives, (tried) => {
      const keys = lived(tried).moments.flatMap(({ said }) => said.map((send) => send.key))
      expect(new Set(keys).size).toBe(keys.length)
    }),
    RUNS,
  )
})

test('I4 · a slip that turned orange is always followed by its orange with the complete history', () => {
  fc.assert(
    fc.property(lives, (tried) => {
      const life = lived(tried)
      life.pass(life.now + 90 * DAY, true)
      const followed = life.moments.flatMap(followedBy)
      expect(followed.length).toBe(life.slip?.stage === 'escalated' ? 1 : 0)
      for (const { next, before, decision } of followed) {
        expect(inWords(decision)).toBe('issued')
        expect(next.blue).toMatchObject({
          id: SLIP,
          ground: before.proposal?.ground,
          servedAt: before.served?.at,
          dueAt: before.deadline?.dueAt,
          feedback: before.feedback,
          verdicts: before.verdicts,
        })
        expect(next.content.findings.length).toBeGreaterThan(0)
      }
    }),
    RUNS,
  )
})

function followedBy({ before, event, after }: Moment) {
  const next = followUpOf(after, event)
  if (!next || !before) return []
  const serial = { colour: 'orange', year: 2026, number: 1 } as const
  const { by, at } = event
  const command = { ...next, type: 'issue', serial, by, at } as const
  return [{ next, before, decision: decide(RULES, CALENDAR, undefined, command) }]
}

test('left alone for a quarter, a slip is done or lies on a named desk of the office', () => {
  fc.assert(
    fc.property(lives, (tried) => {
      const life = lived(tried)
      life.pass(life.now + 90 * DAY, true)
      const { slip } = life
      expect(slip && (isOpen(slip) ? deskOf(slip) : 'done')).toMatch(
        /office|reviewer|director|inspector|done/,
      )
      expect(slip && nextStep(slip)).toBeUndefined()
    }),
    RUNS,
  )
})

test('the lives tried here are full lives: they reach every stage and every fact', () => {
  const seen = new Set<string>()
  for (const [begin, deeds] of fc.sample(lives, { numRuns: 900, seed: 3 })) {
    const { length } = begin().moments
    const { moments } = lived([begin, deeds])
    for (const { event, after } of moments.slice(length - 1)) seen.add(event.type).add(after.stage)
  }
  expect(seen).toEqual(new Set([...STAGES, ...FACTS]))
})
