import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { casesOf, CASES, decidedIn } from '../../../docs/regulation-evidence.ts'
import { PAGE, regulationPage } from '../../../docs/regulation.ts'
import { RULE_TEXT } from '../../../cards/rule-text.ts'
import { PARTS, SHOWN_BOTH_WAYS } from './articles.ts'

test('docs/regulation.md is up to date; if not: npx node docs/regulation.ts', () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(regulationPage())
})

test('every rule has its place in the page, once', () => {
  const placed = PARTS.flatMap(({ rules }) => rules)
  expect(placed.toSorted()).toEqual(Object.keys(RULE_TEXT).toSorted())
})

test.each(SHOWN_BOTH_WAYS)(
  '%s is shown letting something happen and forbidding something',
  (rule) => {
    const ways = new Set(casesOf(rule).map(({ way }) => way))
    expect([ways.has('准'), ways.has('拒')]).toEqual([true, true])
  },
)

test.each(SHOWN_BOTH_WAYS)('%s is named where it is decided', (rule) => {
  expect(decidedIn(rule)).not.toEqual([])
})

test('every rule a test names exists', () => {
  const named = new Set(CASES.flatMap(({ rules }) => rules))
  expect([...named].filter((rule) => !(rule in RULE_TEXT))).toEqual([])
})
