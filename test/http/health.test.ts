import { expect, test } from 'vitest'

import type { Readiness } from '../../src/http/health.ts'
import { givenApp } from './given-app.ts'

const database = { ok: true, detail: '' }

async function readyz(readiness: Readiness) {
  const { app } = givenApp({ health: async () => readiness })
  const response = await app.request('/readyz')
  return [response.status, await response.json()]
}

test('healthz is about the process alone', async () => {
  const { app } = givenApp({ health: () => Promise.reject(new Error('database gone')) })
  const response = await app.request('/healthz')
  expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }])
})

test('ready when every check is', async () => {
  const checks = { database }
  expect(await readyz({ ok: true, checks })).toEqual([200, { status: 'ok', checks }])
})

test('a failing check sends the work elsewhere', async () => {
  const checks = { database, scheduler: { ok: false, detail: '300 s since the last turn' } }
  expect(await readyz({ ok: false, checks })).toEqual([503, { status: 'unready', checks }])
})

test('a red calendar is shown and keeps the replica in service', async () => {
  const checks = { database, calendar: { ok: false, red: true, detail: '2027 is missing' } }
  expect(await readyz({ ok: false, checks })).toEqual([200, { status: 'red', checks }])
})

test('a red calendar hides no failing database', async () => {
  const checks = {
    database: { ok: false, detail: 'no connection' },
    calendar: { ok: false, red: true, detail: '2027 is missing' },
  }
  expect(await readyz({ ok: false, checks })).toEqual([503, { status: 'unready', checks }])
})

test('not knowing is not ready, and leaks nothing', async () => {
  const { app, log } = givenApp({ health: () => Promise.reject(new Error('postgres://u:pw@db')) })
  const response = await app.request('/readyz')
  expect([response.status, await response.json()]).toEqual([503, { status: 'unready', checks: {} }])
  expect(log.text()).not.toContain('pw')
})

test('metrics are served as Prometheus text when there are any', async () => {
  const { app } = givenApp({ metrics: async () => 'sanse_outbox_waiting 3\n' })
  const response = await app.request('/metrics')
  expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4')
  expect(await response.text()).toBe('sanse_outbox_waiting 3\n')
})
