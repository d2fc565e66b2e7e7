import { createCipheriv, createHash, randomBytes } from 'node:crypto'

export interface Sealed {
  body: string
  headers: Record<string, string>
}

/** 《加密策略》: AES-256-CBC under SHA-256 of the key, iv in front. Compact JSON, because the SDK signs a re-serialised body. */
export function seal(envelope: unknown, encryptKey: string): Sealed {
  const plain = JSON.stringify(envelope)
  const headers = { 'content-type': 'application/json;charset=utf-8' }
  if (encryptKey === '') return { body: plain, headers }
  const body = JSON.stringify({ encrypt: encrypt(plain, encryptKey) })
  return { body, headers: { ...headers, ...signature(body, encryptKey) } }
}

function encrypt(plain: string, encryptKey: string): string {
  const iv = randomBytes(16)
  const key = createHash('sha256').update(encryptKey).digest()
  const cipher = createCipheriv('aes-256-cbc', key, iv)
  return Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()]).toString('base64')
}

/** The timestamp is real time, whatever the virtual clock says: a receiver checks freshness against its own wall. */
function signature(body: string, encryptKey: string): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000))
  const nonce = randomBytes(8).toString('hex')
  const signed = createHash('sha256').update(timestamp + nonce + encryptKey + body)
  return {
    'x-lark-request-timestamp': timestamp,
    'x-lark-request-nonce': nonce,
    'x-lark-signature': signed.digest('hex'),
  }
}
