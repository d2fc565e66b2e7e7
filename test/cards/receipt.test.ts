import { expect, test } from 'vitest'
import { receiptCard } from '../../cards/receipt.ts'
import { checkCard } from '../../emulator/card-rules.ts'
import type { Account, Find } from '../../src/domain/audit.ts'
import { faultsOf } from './check-card.ts'
import { at } from './sample.ts'
import { transcript } from './transcript.ts'

const MONDAY = at('2026-11-16', '08:00')
const serial = { colour: 'blue', year: 2026, number: 1 } as const
const about = { slip: '5f0e6e0a-0000-4000-8000-000000000001', serial }

const receipt = (change: Partial<Account> = {}) =>
  receiptCard({
    day: '2026-11-15',
    at: MONDAY,
    now: MONDAY,
    hash: '1a2b3c4d5e6f'.padEnd(64, '0'),
    account: {
      since: at('2026-11-15', '08:00'),
      promises: { kept: 11, late: 1, failed: 0, waiting: 0 },
      failures: [],
      open: 5,
      records: 3,
      found: change.finds?.length ?? 0,
      finds: [],
      told: true,
      ...change,
    },
  })

const OF_SLIPS: Find[] = [
  { ...about, kind: 'missingStep' },
  { ...about, kind: 'wrongStep' },
  { ...about, kind: 'strayStep' },
  { ...about, kind: 'wrongDesk' },
]
const FOR_HUMANS: Find[] = [
  { ...about, kind: 'stuckStep', reason: 'no organisation is in force' },
  { ...about, kind: 'brokenChain', seq: 2 },
  { ...about, kind: 'driftedState' },
  { kind: 'stuckMessage', row: 7, reason: '<at id=all></at>' },
  { kind: 'silentFailure', row: 8, reason: '' },
  { kind: 'stuckArrival', row: 9, reason: '' },
  { kind: 'failedArrival', row: 10, reason: 'claim lost' },
]

const RECEIPTS = {
  'all is well': receipt(),
  'nothing to do': receipt({ open: 0, promises: { kept: 0, late: 0, failed: 0, waiting: 0 } }),
  'after a weekend, with failures': receipt({
    since: at('2026-11-13', '08:00'),
    promises: { kept: 8, late: 0, failed: 2, waiting: 1 },
    failures: [
      { code: 230002, reason: 'bot is not in the group', count: 1 },
      { code: 0, reason: 'timeout', count: 1 },
    ],
  }),
  'steps set right': receipt({ finds: OF_SLIPS }),
  'something for a human': receipt({ finds: FOR_HUMANS }),
  'more than fits': receipt({ finds: Array.from({ length: 200 }, () => FOR_HUMANS).flat() }),
}

test('the receipt says in each state what it says in its file', async () => {
  const texts = Object.entries(RECEIPTS).map(
    ([state, shown]) => `━━━ ${state}\n\n${transcript(shown)}\n`,
  )
  await expect(texts.join('\n')).toMatchFileSnapshot('transcripts/receipt.txt')
})

test.each(Object.entries(RECEIPTS))('is a card Feishu takes: %s', (_, card) => {
  expect(faultsOf(card)).toEqual([])
  expect(
    checkCard(JSON.stringify(card), { image: () => false, person: () => true }),
  ).toBeUndefined()
})
