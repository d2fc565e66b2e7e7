import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { auditWithHeartbeat } from '../../src/app/heartbeat.ts'
import * as timers from '../../src/db/timers.ts'
import { DAY } from '../../src/domain/time.ts'
import { at } from '../domain/given.ts'
import { STORIES } from '../domain/standings.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { givenAudit, record } from './given-record.ts'

const NOW = at('2026-11-16 10:30')

let database: TestDatabase
let server: Server
let url = ''
/** How the next calls are answered, and who waits for them. */
let answers: number[] = []
let calls = 0
let heard: () => void = () => {}

beforeAll(async () => {
  server = createServer((_, response) => {
    calls += 1
    response.writeHead(answers.shift() ?? 200).end()
    response.once('close', () => heard())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  url = `http://127.0.0.1:${address.port}/ping/secret-of-the-operator`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))
beforeEach(async () => {
  calls = 0
  answers = []
  database = await createTestDatabase()
  return () => database.drop()
})

const called = () => new Promise<void>((resolve) => (heard = resolve))

function given(to: string | undefined = url) {
  const { deps, clock } = givenAudit(database.db, NOW)
  const lines: string[] = []
  let complained = () => {}
  const warn = (fields: Record<string, unknown>, sentence: string) => {
    lines.push(`${sentence} ${JSON.stringify(fields)}`)
    complained()
  }
  const log = { ...deps.log, warn }
  const audit = auditWithHeartbeat(to, log)
  return {
    turn: () => audit({ ...deps, log }),
    clock,
    lines,
    complaint: () => new Promise<void>((resolve) => (complained = resolve)),
  }
}

test('after an audit without a find somebody outside is told, once', async () => {
  await record(database.db, STORIES.rectifying)
  const { turn, lines } = given()
  const call = called()
  await turn()
  await call
  await turn()
  expect([calls, lines]).toEqual([1, []])
})

test('a find, even one that was set right, keeps the bot silent', async () => {
  const slip = await record(database.db, STORIES.rectifying)
  await timers.clear(database.db, slip.id)
  const { turn, clock } = given()
  await turn()
  expect(calls).toBe(0)
  clock.set(NOW + DAY)
  const call = called()
  await turn()
  await call
  expect(calls).toBe(1)
})

test('a call that failed is made once more at the next turn, and no more; the address stays out of the log', async () => {
  answers = [503, 503, 200]
  const { turn, lines, complaint } = given()
  for (const told of [1, 2]) {
    const complained = complaint()
    await turn()
    await complained
    expect([calls, lines.length]).toEqual([told, told])
  }
  await turn()
  expect(calls).toBe(2)
  expect(lines.join('\n')).toContain('status 503')
  expect(lines.join('\n')).not.toContain('secret')
})

test('a call that cannot even be made is logged and stops nothing', async () => {
  const { turn, lines, complaint } = given('http://127.0.0.1:1/')
  const complained = complaint()
  expect(await turn()).toBe(1)
  await complained
  expect(lines).toEqual([expect.stringContaining('not taken')])
})
