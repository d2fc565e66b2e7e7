import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Slip } from '../../src/domain/slip.ts'
import { listOpen, search } from '../../src/db/slip-lists.ts'
import * as slips from '../../src/db/slips.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { content, NOW, someSlip } from './given.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

async function stored(change: Partial<Slip> = {}, names = ['第一热力公司']): Promise<Slip> {
  const slip = someSlip(change)
  await database.db.transaction((tx) => slips.insert(tx, slip, names))
  return slip
}
const update = (slip: Slip, version: number) =>
  database.db.transaction((tx) => slips.update(tx, slip, version))
const found = async (typed: string, filter = {}) =>
  (await search(database.db, typed, filter, 50)).map((slip) => slip.id)
const about = (subject: string, text: string): Pick<Slip, 'content'> => ({
  content: { ...content, subject, findings: [{ text, requirement: '整改' }] },
})

test('a slip comes back as it went in, by id and by serial', async () => {
  const slip = await stored()
  expect(await slips.find(database.db, slip.id)).toEqual(slip)
  expect(await slips.findBySerial(database.db, slip.serial)).toEqual(slip)
  expect(await slips.findBySerial(database.db, { ...slip.serial, year: 2027 })).toBeUndefined()
})

test('a serial belongs to one slip', async () => {
  const slip = await stored()
  await expect(stored({ serial: slip.serial })).rejects.toMatchObject({ cause: { code: '23505' } })
})

test('of two writers of the same version the second is refused', async () => {
  const slip = await stored()
  const second = { ...slip, version: 2 }
  const outcomes = await Promise.all([update(second, 1), update(second, 1)])
  expect(outcomes.toSorted()).toEqual([false, true])
})

test('whoever loads a slip to change it keeps the next one waiting', async () => {
  const slip = await stored()
  const raise = () =>
    database.db.transaction(async (tx) => {
      const current = await slips.loadForUpdate(tx, slip.id)
      if (!current) throw new Error('gone')
      return slips.update(tx, { ...current, version: current.version + 1 }, current.version)
    })
  expect(await Promise.all([raise(), raise(), raise(), raise()])).toEqual([true, true, true, true])
  expect((await slips.find(database.db, slip.id))?.version).toBe(5)
})

test('two characters are enough to find a slip, by anything written on it', async () => {
  const leak = await stored(about('换热站', '阀门漏水，地面积水 ABC-１００%'))
  const price = await stored(about('窗口', '收费公示未上墙'), ['第二热力公司'])
  expect(await found('漏水')).toEqual([leak.id])
  expect(await found('水')).toEqual([leak.id])
  expect(await found('阀门 积水')).toEqual([leak.id])
  expect(await found('阀门 公示')).toEqual([])
  expect(await found('abc-100')).toEqual([leak.id])
  expect(await found('100%')).toEqual([leak.id])
  expect(await found('%')).toEqual([leak.id])
  expect(await found('水漏')).toEqual([])
  expect(await found('二热 收费')).toEqual([price.id])
  expect(await found('收费', { units: ['rl2'] })).toEqual([])
})

test('open slips are listed the most pressing first, closed ones not', async () => {
  const unit = { content: { ...content, unit: 'list' } }
  const deadline = { lastDay: '', rule: 'D1', calendar: '', working: [], lawOnly: false } as const
  const later = await stored({ ...unit, deadline: { ...deadline, dueAt: NOW + 2 } })
  const sooner = await stored({ ...unit, deadline: { ...deadline, dueAt: NOW + 1 } })
  const unserved = await stored({ ...unit, inspector: 'ou_other' })
  await stored({ ...unit, stage: 'closed', closedAt: NOW })
  await stored({ ...unit, stage: 'escalated' })
  const list = async (filter: Parameters<typeof listOpen>[1]) =>
    (await listOpen(database.db, { units: ['list'], ...filter }, 10)).map((slip) => slip.id)
  expect(await list({})).toEqual([sooner.id, later.id, unserved.id])
  expect(await list({ inspector: 'ou_other' })).toEqual([unserved.id])
  expect(await list({ desk: 'office' })).toHaveLength(3)
  expect(await list({ stages: ['rectifying'] })).toEqual([])
  expect(await list({ units: [] })).toEqual([])
})
