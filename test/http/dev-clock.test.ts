import { expect, test } from 'vitest'

import { givenApp } from './given-app.ts'

const START = Date.UTC(2026, 10, 23, 1)

function givenClock(next: number | null = null) {
  let now = START
  const moves: number[] = []
  const { app } = givenApp({
    devClock: {
      now: () => now,
      next: async () => next,
      async moveTo(moment) {
        moves.push(moment)
        now = moment
      },
    },
  })
  const ask = (body: string) => app.request('/__dev/clock', { method: 'POST', body })
  return { app, ask, moves }
}

test('tells the time and what comes next', async () => {
  const { app } = givenClock(START + 3_600_000)
  expect(await (await app.request('/__dev/clock')).json()).toEqual({
    now: '2026-11-23T01:00:00.000Z',
    next: '2026-11-23T02:00:00.000Z',
  })
  const idle = givenClock()
  expect(await (await idle.app.request('/__dev/clock')).json()).toMatchObject({ next: null })
})

test.each([
  ['2026-11-24T09:00:00+08:00', '2026-11-24T01:00:00.000Z'],
  ['2026-11-24T01:00:00.000Z', '2026-11-24T01:00:00.000Z'],
  ['2026-11-24T09:00:00', '2026-11-24T01:00:00.000Z'],
  ['2026-11-23T01:00:00Z', '2026-11-23T01:00:00.000Z'],
])('moves to %s and answers when done', async (now, reached) => {
  const { ask, moves } = givenClock()
  const response = await ask(JSON.stringify({ now }))
  expect([response.status, await response.json()]).toEqual([200, { now: reached }])
  expect(moves).toEqual([Date.parse(reached)])
})

test('does not go back, and says why', async () => {
  const { ask, moves } = givenClock()
  const response = await ask('{"now":"2026-11-23T00:59:59Z"}')
  expect([response.status, await response.json()]).toEqual([
    400,
    {
      error: '时钟只能向前拨：现在是 2026-11-23T01:00:00.000Z，不能回到 2026-11-23T00:59:59.000Z',
    },
  ])
  expect(moves).toEqual([])
})

test.each([
  '',
  '{',
  '{}',
  '{"now":1795395600000}',
  '{"now":"tomorrow"}',
  '{"now":"2026-02-30T00:00:00Z"}',
])('does not understand %s', async (body) => {
  const { ask, moves } = givenClock()
  const response = await ask(body)
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ error: expect.stringContaining('ISO') })
  expect(moves).toEqual([])
})
