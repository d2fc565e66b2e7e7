import { createDecipheriv, createHash, createSecretKey, type KeyObject } from 'node:crypto'

const BLOCK = 16
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** AES-256-CBC under SHA-256 of the Encrypt Key, the IV in front. `undefined`: not ours, or broken. */
export function decrypt(encryptKey: string, encrypted: string): string | undefined {
  const bytes = Buffer.from(encrypted, 'base64')
  if (bytes.length < 2 * BLOCK || bytes.length % BLOCK !== 0) return undefined
  const decipher = createDecipheriv('aes-256-cbc', keyOf(encryptKey), bytes.subarray(0, BLOCK))
  try {
    const plain = Buffer.concat([decipher.update(bytes.subarray(BLOCK)), decipher.final()])
    return utf8.decode(plain)
  } catch {
    return undefined
  }
}

/** The configured ones: a handful for the life of the process. */
const keys = new Map<string, KeyObject>()

function keyOf(encryptKey: string): KeyObject {
  const known = keys.get(encryptKey)
  if (known) return known
  const key = createSecretKey(createHash('sha256').update(encryptKey).digest())
  keys.set(encryptKey, key)
  return key
}
