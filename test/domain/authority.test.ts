import { describe, expect, test } from 'vitest'
import { isOffice, maySee, personOf } from '../../src/domain/authority.ts'
import { findSite, findUnit, holders, unitOf, unitsOf } from '../../src/domain/organisation.ts'
import { ORGANISATION } from './people.ts'

const [rl1, rl2] = ORGANISATION.units
const on = (id: string, day = '2026-11-18') => personOf(ORGANISATION, id, day)

describe('D8 · what somebody is on a day', () => {
  test.each([
    ['ou_director', ['director'], []],
    ['ou_contact', ['reviewer', 'contact'], ['rl1']],
    ['ou_head', ['head'], ['rl1']],
    ['ou_reviewerOfUnit', ['reviewer', 'contact'], ['rl1']],
    ['ou_deputy', ['director'], []],
    ['ou_standInOfUnit', ['contact'], ['rl1']],
    ['ou_deputyOfDeputy', [], []],
    ['ou_stranger', [], []],
  ])('%s', (id, roles, units) => {
    const person = on(id)
    expect(person.roles.toSorted()).toEqual(roles.toSorted())
    expect(person.units).toEqual(units)
  })

  test('a substitution counts from its first to its last day, both included', () => {
    const days = ['2026-11-15', '2026-11-16', '2026-11-20', '2026-11-21']
    expect(days.map((day) => on('ou_deputy', day).standsInFor)).toEqual([
      [],
      ['ou_director'],
      ['ou_director'],
      [],
    ])
  })

  test('two who stand in for each other each hold both roles, and nothing runs in circles', () => {
    const between = { from: '2026-11-16', to: '2026-11-20' }
    const org = {
      ...ORGANISATION,
      substitutes: [
        { for: 'ou_director', by: 'ou_reviewer', ...between },
        { for: 'ou_reviewer', by: 'ou_director', ...between },
      ],
    }
    expect(personOf(org, 'ou_director', '2026-11-18').roles.toSorted()).toEqual([
      'director',
      'reviewer',
    ])
    expect(personOf(org, 'ou_reviewer', '2026-11-18').roles.toSorted()).toEqual([
      'director',
      'reviewer',
    ])
  })
})

test.each([
  ['ou_inspector', true, true],
  ['ou_reviewer', true, true],
  ['ou_director', true, true],
  ['ou_leader', true, true],
  ['ou_contact', true, true],
  ['ou_head', true, false],
  ['ou_otherHead', false, true],
  ['ou_stranger', false, false],
])('O1, D8 · %s sees slips of the first unit: %s, of the second: %s', (id, first, second) => {
  expect([maySee(on(id), 'rl1'), maySee(on(id), 'rl2')]).toEqual([first, second])
})

test('O1 · a leader is not of the office', () => {
  expect(isOffice(on('ou_leader'))).toBe(false)
  expect(isOffice(on('ou_deputy'))).toBe(true)
})

test('O5 · roles of a unit are held in that unit only', () => {
  expect(holders(ORGANISATION, 'contact', rl1)).toEqual(['ou_contact', 'ou_reviewerOfUnit'])
  expect(holders(ORGANISATION, 'head', rl2)).toEqual(['ou_otherHead'])
  expect(holders(ORGANISATION, 'head', undefined)).toEqual([])
  expect(holders(ORGANISATION, 'director', rl2)).toEqual(['ou_director'])
  expect(unitOf(ORGANISATION, 'ou_contact')?.code).toBe('rl1')
  expect(unitsOf(ORGANISATION, 'ou_stranger')).toEqual([])
})

describe('G1 · units and sites as people type them', () => {
  test.each([
    ['第一热力公司', 'rl1'],
    ['一热', 'rl1'],
    [' rl2 ', 'rl2'],
    ['第二', 'rl2'],
    ['热力公司', undefined],
    ['热', undefined],
    ['', undefined],
    ['第三热力公司', undefined],
  ])('unit %j is %s', (typed, code) => {
    expect(findUnit(ORGANISATION, typed)?.code).toBe(code)
  })

  test.each([
    ['崂山路服务站', '崂山路服务站'],
    ['崂山路', '崂山路服务站'],
    ['路', undefined],
    ['香港路', undefined],
  ])('site %j is %s', (typed, site) => {
    expect(rl1 && findSite(rl1, typed)).toBe(site)
  })
})
