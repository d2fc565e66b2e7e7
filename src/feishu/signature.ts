import { createHash, timingSafeEqual } from 'node:crypto'

/** The three headers Feishu signs with; `Headers` of any runtime fits. */
export interface SignatureHeaders {
  get(name: string): string | null
}

export interface Claim {
  timestamp: string
  nonce: string
  signature: string
}

/** `undefined` when the request does not even claim to be signed. */
export function signatureClaim(headers: SignatureHeaders): Claim | undefined {
  const timestamp = headers.get('x-lark-request-timestamp')
  const nonce = headers.get('x-lark-request-nonce')
  const signature = headers.get('x-lark-signature')
  if (timestamp === null && nonce === null && signature === null) return undefined
  return { timestamp: timestamp ?? '', nonce: nonce ?? '', signature: signature ?? '' }
}

/** Over the bytes as they came: the SDK signs re-serialised JSON and so refuses pretty-printed bodies. */
export function signedWith(encryptKey: string, claim: Claim, raw: Uint8Array): boolean {
  if (!/^[0-9a-f]{64}$/.test(claim.signature)) return false
  const expected = createHash('sha256')
    .update(claim.timestamp + claim.nonce + encryptKey)
    .update(raw)
    .digest()
  return timingSafeEqual(expected, Buffer.from(claim.signature, 'hex'))
}

/** Constant-time, and silent about the length. */
export function sameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
