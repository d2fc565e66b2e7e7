import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decide } from '../../src/domain/decide.ts'
import type { SlipEvent } from '../../src/domain/events.ts'
import { replay } from '../../src/domain/evolve.ts'
import { followUpOf } from '../../src/domain/follow-up.ts'
import { deskOf, nextStep } from '../../src/domain/next-step.ts'
import { isOpen, type Stage } from '../../src/domain/slip.ts'
import { DAY } from '../../src/domain/time.ts'
import { acts, begins } from './acts.ts'
import { CALENDAR, RULES, SLIP } from './given.ts'
import { Life } from './life.ts'
import { INSPECTOR } from './people.ts'
import { brokenBy, brokenByMoment } from './promises.ts'
import { BLUE, CONTENT, issueBlue } from './stories.ts'

const colour = fc.constantFrom('blue', 'orange')
const STAGES: Stage[] = ['unserved', 'rectifying', 'reviewing', 'proposed', 'escalated', 'closed']
const FACTS = Object.keys({
  issued: true,
  served: true,
  serviceFailed: true,
  signedFor: true,
  feedbackSubmitted: true,
  verdictGiven: true,
  reminded: true,
  verdictUrged: true,
  breached: true,
  orangeProposed: true,
  orangeDismissed: true,
  deadlineSet: true,
  escalated: true,
  closed: true,
} satisfies Record<SlipEvent['type'], true>)
const RUNS = { numRuns: 250 }

function born(at: number, tint: 'blue' | 'orange'): Life {
  const life = new Life(at)
  const content = { ...CONTENT, colour: tint }
  const serial = { colour: tint, year: 2026, number: 1 }
  const blue = tint === 'orange' ? { blue: BLUE } : {}
  const by = tint === 'orange' ? ({ kind: 'rule', rule: 'D3' } as const) : INSPECTOR
  life.ask({ ...issueBlue, type: 'issue', inspector: 'ou_inspector', content, serial, ...blue }, by)
  return life
}

/** A life lived to its end, with every promise checked after each act. */
const lives = fc.tuple(begins, colour, acts)

test('promises hold after every act of any life, whoever does what and however late the timers run', () => {
  fc.assert(
    fc.property(lives, ([at, tint, deeds]) => {
      const life = born(at, tint)
      for (const deed of deeds) {
        life.live(deed)
        expect(brokenBy(life)).toEqual([])
      }
      expect(life.moments.flatMap(brokenByMoment)).toEqual([])
    }),
    RUNS,
  )
})

test('a slip is its record: replayed from what the database keeps, it is the same slip', () => {
  fc.assert(
    fc.property(lives, ([at, tint, deeds]) => {
      const life = born(at, tint)
      for (const deed of deeds) life.live(deed)
      expect(replay(SLIP, JSON.parse(JSON.stringify(life.events)))).toEqual(life.slip)
    }),
    RUNS,
  )
})

test('no message has the key of another over a slip’s whole life', () => {
  fc.assert(
    fc.property(lives, ([at, tint, deeds]) => {
      const life = born(at, tint)
      for (const deed of deeds) life.live(deed)
      const keys = life.moments.flatMap(({ said }) => said.map((send) => send.key))
      expect(new Set(keys).size).toBe(keys.length)
    }),
    RUNS,
  )
})

test('I4 · an escalated blue is always followed by its orange with the complete history', () => {
  fc.assert(
    fc.property(begins, acts, (at, deeds) => {
      const life = born(at, 'blue')
      for (const deed of deeds) life.live(deed)
      life.pass(life.now + 90 * DAY, true)
      const followed = life.moments.flatMap(({ before, event, after }) => {
        const next = followUpOf(after, event)
        if (!next || !before) return []
        const order = {
          ...next,
          type: 'issue',
          serial: { colour: 'orange', year: 2026, number: 1 },
        } as const
        const decision = decide(RULES, CALENDAR, undefined, {
          ...order,
          by: event.by,
          at: event.at,
        })
        return [{ next, before, accepted: 'accepted' in decision }]
      })
      expect(followed.length).toBe(life.slip?.stage === 'escalated' ? 1 : 0)
      for (const { next, before, accepted } of followed) {
        expect(accepted).toBe(true)
        expect(next.blue).toMatchObject({
          id: SLIP,
          ground: before.proposal?.ground,
          servedAt: before.served?.at,
          dueAt: before.deadline?.dueAt,
          feedback: before.feedback,
          verdicts: before.verdicts,
        })
      }
    }),
    RUNS,
  )
})

test('left alone for a quarter, a slip is done or lies on a named desk of the office', () => {
  fc.assert(
    fc.property(lives, ([at, tint, deeds]) => {
      const life = born(at, tint)
      for (const deed of deeds) life.live(deed)
      life.pass(life.now + 90 * DAY, true)
      const slip = life.slip
      expect(slip && (isOpen(slip) ? deskOf(slip) : 'done')).toMatch(
        /office|reviewer|director|done/,
      )
      expect(slip && nextStep(slip)).toBeUndefined()
    }),
    RUNS,
  )
})

test('the lives tried here are full lives: they reach every stage and every fact', () => {
  const seen = new Set<string>()
  for (const [at, tint, deeds] of fc.sample(lives, { numRuns: 400, seed: 3 })) {
    const life = born(at, tint)
    for (const deed of deeds) life.live(deed)
    for (const { event, after } of life.moments) seen.add(event.type).add(after.stage)
  }
  expect(seen).toEqual(new Set([...STAGES, ...FACTS]))
})
