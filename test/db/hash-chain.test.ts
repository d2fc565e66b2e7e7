import { expect, test } from 'vitest'
import type { SlipEvent } from '../../src/domain/events.ts'
import { brokenAt, canonical, GENESIS, hashOf } from '../../src/db/hash-chain.ts'
import { NOW } from './given.ts'

const slipId = '6d4c2f9e-0000-4000-8000-000000000001'
const breached: SlipEvent = {
  type: 'breached',
  at: NOW,
  by: { kind: 'rule', rule: 'D1' },
  rule: 'D1',
}

test('one value has one text: sorted keys, no spaces, nothing for what is absent', () => {
  const value = { b: [1, undefined, '收费'], a: { d: null, c: 1.5, e: undefined }, '10': true }
  expect(canonical(value)).toBe('{"10":true,"a":{"c":1.5,"d":null},"b":[1,null,"收费"]}')
})

// Every record ever written depends on these bytes. When this fails, the code is wrong, not the test.
test('the hash of an event is what it has always been', () => {
  expect(canonical({ slipId, seq: 1, event: breached, prevHash: GENESIS })).toBe(
    `{"event":{"at":1795399200000,"by":{"kind":"rule","rule":"D1"},"rule":"D1","type":"breached"},` +
      `"prevHash":"${GENESIS}","seq":1,"slipId":"${slipId}"}`,
  )
  expect(hashOf({ slipId, seq: 1, event: breached, prevHash: GENESIS })).toBe(
    '90e3dc56e4f2f7894b4b755881cfd7d669d99ae23b374fca5f9491bd09c6949e',
  )
})

test('any change to any link is found', () => {
  const first = { seq: 1, event: breached, prevHash: GENESIS }
  const one = { ...first, hash: hashOf({ slipId, ...first }) }
  const second = { seq: 2, event: { ...breached, at: NOW + 1 }, prevHash: one.hash }
  const two = { ...second, hash: hashOf({ slipId, ...second }) }
  expect(brokenAt(slipId, [one, two])).toBeUndefined()
  expect(brokenAt(slipId, [one, { ...two, event: { ...two.event, at: NOW + 2 } }])).toBe(2)
  expect(brokenAt(slipId, [{ ...one, event: { ...one.event, at: NOW - 1 } }, two])).toBe(1)
  expect(brokenAt(slipId, [two])).toBe(1)
  expect(brokenAt(slipId, [one, { ...two, seq: 3 }])).toBe(2)
  expect(brokenAt('another slip', [one, two])).toBe(1)
})
