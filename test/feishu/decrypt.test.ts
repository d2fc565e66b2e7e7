import { createCipheriv, createHash } from 'node:crypto'
import { expect, test } from 'vitest'

import { decrypt } from '../../src/feishu/decrypt.ts'
import { encrypt } from './sealed-request.ts'

test("the documentation's own vector decrypts", () => {
  const encrypted = 'P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk='
  expect(decrypt('test key', encrypted)).toBe('hello world')
})

test('Chinese text of every padding length survives', () => {
  for (let length = 0; length < 33; length += 1) {
    const text = '督'.repeat(length) + 'x'.repeat(length)
    expect(decrypt('钥匙', encrypt('钥匙', text))).toBe(text)
  }
})

test.each([
  ['empty', ''],
  ['not base64', '督查'],
  ['only an IV', Buffer.alloc(16).toString('base64')],
  ['half a block', Buffer.alloc(40).toString('base64')],
  ['noise', Buffer.alloc(64, 7).toString('base64')],
  ['another key', encrypt('another key', 'a long enough text for wrong padding')],
])('%s gives nothing instead of throwing', (_, encrypted) => {
  expect(decrypt('test key', encrypted)).toBeUndefined()
})

test('a broken text leaves nothing behind in the next one', () => {
  const iv = Buffer.alloc(16)
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update('钥匙').digest(), iv)
  const half = Buffer.from('督').subarray(0, 2)
  const broken = Buffer.concat([iv, cipher.update(half), cipher.final()]).toString('base64')
  expect(decrypt('钥匙', broken)).toBeUndefined()
  expect(decrypt('钥匙', encrypt('钥匙', '督查'))).toBe('督查')
})

test('each key opens its own, in whatever order they are tried', () => {
  const sealed = ['旧钥匙', '新钥匙'].map((key) => ({ key, text: encrypt(key, key.repeat(9)) }))
  for (const { key, text } of [...sealed, ...sealed.toReversed()])
    expect(decrypt(key, text)).toBe(key.repeat(9))
})
