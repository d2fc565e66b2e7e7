import { createCipheriv, createHash, randomBytes } from 'node:crypto'

/** What Feishu does before it posts to us, written from its documentation, sharing nothing with `src/`. */
export function encrypt(key: string, plain: string): string {
  const iv = randomBytes(16)
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(key).digest(), iv)
  return Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()]).toString('base64')
}

/** The three headers for a body, signed at a moment in epoch milliseconds. */
export function sign(key: string, body: string, at: number): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000))
  const nonce = '7a1c3f'
  return {
    'x-lark-request-timestamp': timestamp,
    'x-lark-request-nonce': nonce,
    'x-lark-signature': createHash('sha256')
      .update(timestamp + nonce + key + body)
      .digest('hex'),
  }
}

export interface Sealed {
  body: string
  headers: Record<string, string>
}

export function seal(key: string, plain: unknown, at: number): Sealed {
  const body = JSON.stringify({ encrypt: encrypt(key, JSON.stringify(plain)) })
  return { body, headers: sign(key, body, at) }
}
