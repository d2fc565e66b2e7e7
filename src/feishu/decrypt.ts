import { createDecipheriv, createHash } from 'node:crypto'

const BLOCK = 16

/** AES-256-CBC under SHA-256 of the Encrypt Key, the IV in front. `undefined`: not ours, or broken. */
export function decrypt(encryptKey: string, encrypted: string): string | undefined {
  const bytes = Buffer.from(encrypted, 'base64')
  if (bytes.length < 2 * BLOCK || bytes.length % BLOCK !== 0) return undefined
  const key = createHash('sha256').update(encryptKey).digest()
  const decipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(0, BLOCK))
  try {
    const plain = Buffer.concat([decipher.update(bytes.subarray(BLOCK)), decipher.final()])
    return new TextDecoder('utf-8', { fatal: true }).decode(plain)
  } catch {
    return undefined
  }
}
