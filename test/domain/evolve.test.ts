import { expect, test } from 'vitest'
import { evolve, replay } from '../../src/domain/evolve.ts'
import { isOpen, isOverdue } from '../../src/domain/slip.ts'
import { STORIES } from './standings.ts'
import { answered, breached, closed, issued, judged, served } from './stories.ts'
import { at, SLIP, slipAfter } from './given.ts'

test('a record that does not begin with issued is broken', () => {
  expect(() => evolve(SLIP, undefined, served())).toThrow('begins with served, not issued')
  expect(replay(SLIP, [])).toBeUndefined()
})

test('a record in which a rule answers or judges is broken', () => {
  const byRule = { ...answered(), by: { kind: 'rule', rule: 'D11' } } as const
  expect(() => evolve(SLIP, slipAfter(STORIES.rectifying), byRule)).toThrow('rule D11 cannot')
})

test('D2 · a service that succeeds after all forgets the failure', () => {
  const slip = slipAfter([...STORIES.undeliverable, served('2026-11-16 11:00')])
  expect(slip).toMatchObject({ stage: 'rectifying', served: { at: at('2026-11-16 11:00') } })
  expect(slip.serviceFailure).toBeUndefined()
})

test('folding leaves the slip before untouched', () => {
  const before = slipAfter(STORIES.reviewing)
  const copy = structuredClone(before)
  evolve(SLIP, before, judged('pass'))
  expect(before).toEqual(copy)
})

test.each([
  ['rectifying', true, false],
  ['proposed', true, true],
  ['orangeOverdue', true, true],
  ['reviewing', true, false],
  ['escalated', false, false],
  ['closed', false, false],
] as const)('a slip that is %s is open: %s, overdue: %s', (story, open, overdue) => {
  const slip = slipAfter(STORIES[story])
  expect([isOpen(slip), isOverdue(slip)]).toEqual([open, overdue])
})

test('D1 · a slip closed after its deadline is done, not overdue', () => {
  const slip = slipAfter([
    issued('orange'),
    served(),
    breached(),
    answered('2026-11-20 09:00', true),
    judged('pass', '2026-11-20 10:00'),
    closed('2026-11-20 10:00'),
  ])
  expect(isOverdue(slip)).toBe(false)
})
