import { z } from 'zod'

import { decrypt } from './decrypt.ts'
import { isJsonObject, type JsonObject, parseJsonObject } from './json-object.ts'
import {
  type Claim,
  sameSecret,
  signatureClaim,
  signedWith,
  type SignatureHeaders,
} from './signature.ts'

/** Messages are at most 150 KB, cards 30 KB: nothing of Feishu's comes near. */
export const BODY_BYTES_MAX = 1_048_576

const MINUTE = 60_000
/** Never retried by the platform, so an old one is a replay. */
const CARD_FRESHNESS = 5 * MINUTE
/** Events are retried up to 6 h later, and nothing says that a retry is signed anew. */
const EVENT_FRESHNESS = 8 * 60 * MINUTE
const FUTURE_SKEW = 5 * MINUTE

/** Lists, so that a key or token can be replaced without losing what is under way. */
export interface VerifySettings {
  encryptKeys: readonly string[]
  verificationTokens: readonly string[]
}

export type Verified =
  /** A verified event or callback. The verification token has done its work and is taken out. */
  | { ok: true; plain: JsonObject }
  /** Feishu checks the request URL: answer `{ challenge }`. */
  | { ok: true; challenge: string }
  | Rejected

interface Rejected {
  ok: false
  status: 400 | 401 | 413
  /** For the log; contains nothing of the request. */
  why: string
}

/** Raw bytes in, verified plaintext or a typed rejection out. `now` is wall-clock time. */
export function verify(
  raw: Uint8Array,
  headers: SignatureHeaders,
  settings: VerifySettings,
  now: number,
): Verified {
  if (raw.length > BODY_BYTES_MAX) return rejected(413, 'body over 1 MB')
  if (settings.encryptKeys.length === 0) return verifyPlain(raw, settings)
  const claim = signatureClaim(headers)
  if (!claim) return verifyUnsigned(raw, settings)
  const key = settings.encryptKeys.find((each) => signedWith(each, claim, raw))
  if (key === undefined) return rejected(401, 'signature does not match')
  return verifySigned(raw, key, claim, settings, now)
}

/** No Encrypt Key: the token in the body is all there is. */
function verifyPlain(raw: Uint8Array, settings: VerifySettings): Verified {
  const body = parseObject(raw)
  if (!body) return rejected(400, 'body is not a JSON object')
  if ('encrypt' in body) return rejected(400, 'body is encrypted but no encrypt key is configured')
  return verifyToken(body, settings) ?? opened(body)
}

/**
 * Only the URL check comes unsigned. Everything wrong with the ciphertext looks the same from outside:
 * a different answer to bad padding would be an oracle that decrypts captured bodies.
 */
function verifyUnsigned(raw: Uint8Array, settings: VerifySettings): Verified {
  const body = parseObject(raw)
  if (!body) return rejected(400, 'unsigned, and not a JSON object')
  const plain = settings.encryptKeys
    .map((key) => open(body, key))
    .find((each) => each !== undefined)
  const check = plain && verifyToken(plain, settings) === undefined ? opened(plain) : undefined
  return check && 'challenge' in check ? check : rejected(401, 'unsigned')
}

function verifySigned(
  raw: Uint8Array,
  key: string,
  claim: Claim,
  settings: VerifySettings,
  now: number,
): Verified {
  const body = parseObject(raw)
  if (!body) return rejected(400, 'body is not a JSON object')
  const plain = open(body, key)
  if (!plain) return rejected(400, 'body cannot be decrypted')
  const refused = verifyToken(plain, settings)
  if (refused) return refused
  const result = opened(plain)
  if (!result.ok || 'challenge' in result) return result
  return verifyFreshness(plain, claim.timestamp, now) ?? result
}

function verifyToken(plain: JsonObject, settings: VerifySettings): Rejected | undefined {
  const envelope = Envelope.safeParse(plain)
  const given = envelope.data?.header?.token ?? envelope.data?.token
  if (given === undefined) return rejected(401, 'verification token missing')
  if (settings.verificationTokens.some((expected) => sameSecret(given, expected))) return undefined
  return rejected(401, 'verification token does not match')
}

function verifyFreshness(plain: JsonObject, timestamp: string, now: number): Rejected | undefined {
  if (!/^\d{1,16}$/.test(timestamp)) return rejected(401, 'timestamp is not a number')
  // Seconds; 13 digits are milliseconds.
  const age = now - Number(timestamp) * (timestamp.length < 13 ? 1000 : 1)
  const isCard = Envelope.safeParse(plain).data?.header?.event_type === 'card.action.trigger'
  if (age > (isCard ? CARD_FRESHNESS : EVENT_FRESHNESS)) return rejected(401, 'timestamp too old')
  if (age < -FUTURE_SKEW) return rejected(401, 'timestamp in the future')
  return undefined
}

/** 2.0 envelopes carry the token in the header, 1.0 envelopes and the URL check at the root. */
const Envelope = z.object({
  header: z.object({ token: z.string().optional(), event_type: z.string().optional() }).optional(),
  token: z.string().optional(),
})

const UrlCheck = z.object({ type: z.literal('url_verification'), challenge: z.string() })

function opened(plain: JsonObject): Verified {
  if (plain['type'] === 'url_verification') {
    const check = UrlCheck.safeParse(plain)
    if (!check.success) return rejected(400, 'url_verification without a challenge')
    return { ok: true, challenge: check.data.challenge }
  }
  const { token: _, ...rest } = plain
  if (!isJsonObject(rest['header'])) return { ok: true, plain: rest }
  const { token: __, ...header } = rest['header']
  return { ok: true, plain: { ...rest, header } }
}

function open(body: JsonObject, key: string): JsonObject | undefined {
  const encrypted = body['encrypt']
  if (typeof encrypted !== 'string') return undefined
  const text = decrypt(key, encrypted)
  return text === undefined ? undefined : parseJsonObject(text)
}

function parseObject(raw: Uint8Array): JsonObject | undefined {
  try {
    return parseJsonObject(new TextDecoder('utf-8', { fatal: true }).decode(raw))
  } catch {
    return undefined
  }
}

function rejected(status: Rejected['status'], why: string): Rejected {
  return { ok: false, status, why }
}
