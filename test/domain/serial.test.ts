import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatSerial, parseSerial } from '../../src/domain/serial.ts'

test.each([
  [{ colour: 'green', year: 2026, number: 1 }, '督查绿〔2026〕001号'],
  [{ colour: 'blue', year: 2026, number: 42 }, '督查蓝〔2026〕042号'],
  [{ colour: 'orange', year: 2027, number: 1234 }, '督查橙〔2027〕1234号'],
] as const)('D15 · the shape of a serial: %o', (serial, text) => {
  expect(formatSerial(serial)).toBe(text)
})

test('D15 · every serial reads back, alone or in a sentence', () => {
  const serials = fc.record({
    colour: fc.constantFrom('green', 'blue', 'orange'),
    year: fc.integer({ min: 2019, max: 2099 }),
    number: fc.integer({ min: 1, max: 99_999 }),
  })
  fc.assert(
    fc.property(serials, (serial) => {
      expect(parseSerial(formatSerial(serial))).toEqual(serial)
      expect(parseSerial(`请看 ${formatSerial(serial)}，谢谢`)).toEqual(serial)
    }),
    { numRuns: 100 },
  )
})

describe('D15 · the ways people type it', () => {
  test.each([
    '督查蓝〔2026〕001号',
    '督查蓝〔2026〕第001号',
    '督查蓝[2026]1号',
    '督查蓝［2026］1号',
    '督查蓝【2026】1号',
    '督查蓝(2026)1',
    '蓝（2026）001',
    '蓝2026-1',
    '蓝2026－1',
    '蓝2026—001',
    '蓝 2026 001',
    '蓝单2026-1',
    '蓝单 2026-001',
    '蓝色督查单 2026-1',
    '蓝-2026-1',
    '蓝2026年第1号',
    '蓝２０２６-１',
  ])('%s', (text) => {
    expect(parseSerial(text)).toEqual({ colour: 'blue', year: 2026, number: 1 })
  })

  test.each([
    ['a number too long is not cut', '蓝2026-1234567'],
    ['a day is not a serial', '蓝单 2026-11-20 服务窗口'],
    ['a day in words is not a serial', '蓝单 2026年11月20日'],
    ['a day with dots is not a serial', '蓝 2026.11.20'],
    ['there is no number nought', '蓝2026-000'],
    ['a year alone is not a serial', '蓝2026'],
    ['a number alone is not a serial', '2026-001'],
    ['another colour is not a serial', '红2026-1'],
    ['nothing', ''],
  ])('%s: %s', (_, text) => {
    expect(parseSerial(text)).toBeUndefined()
  })
})
