import { expect, test } from 'vitest'
import { fieldIn, plainFields } from '../../cards/fields.ts'

test('a form among others gives its fields names of their own, and they are read back plain', () => {
  const form = { [fieldIn('return', 'reason')]: '不属于本单位', unit: 'rl2' }
  expect(form).toEqual({ reason_return: '不属于本单位', unit: 'rl2' })
  expect(plainFields(form)).toEqual({ reason: '不属于本单位', unit: 'rl2' })
})

test('a form that stands alone keeps the plain names', () => {
  expect(fieldIn(undefined, 'reason')).toBe('reason')
  expect(plainFields({ finding12: 'a', requirement1: 'b' })).toEqual({
    finding12: 'a',
    requirement1: 'b',
  })
})
