import { type AxiosResponse, isAxiosError } from 'axios'

import { isJsonObject } from './json-object.ts'
import type { Refused, Unknown } from './port.ts'

const RATE_LIMITED = 99991400

/** The connection never stood, so no byte of the request left. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])

/**
 * Refused only by Feishu's own word: a code in a readable answer. No answer, a timeout, a 5xx, a proxy's
 * page: nobody knows.
 */
export function failureOf(error: unknown): Refused | Unknown {
  if (!isAxiosError(error)) return { outcome: 'unknown', cause: 'no readable answer' }
  const { response, code = 'no answer' } = error
  if (!response) {
    if (NEVER_CONNECTED.has(code)) return { outcome: 'unknown', cause: code, sent: false }
    return { outcome: 'unknown', cause: code }
  }
  if (response.status >= 500) return { outcome: 'unknown', cause: `HTTP ${response.status}` }
  return refusalIn(response) ?? { outcome: 'unknown', cause: `HTTP ${response.status}, no code` }
}

function refusalIn(response: AxiosResponse<unknown>): Refused | undefined {
  const body = isJsonObject(response.data) ? response.data : {}
  const code = typeof body['code'] === 'number' ? body['code'] : undefined
  if (code === 0) return undefined
  if (code === undefined && response.status !== 429) return undefined
  const logId = logIdIn(body, response)
  const seconds = Number(response.headers['x-ogw-ratelimit-reset'] ?? Number.NaN)
  return {
    outcome: 'refused',
    code: code ?? RATE_LIMITED,
    message: typeof body['msg'] === 'string' ? withoutCardText(body['msg']) : '',
    ...(logId !== undefined && { logId }),
    ...(Number.isFinite(seconds) && { retryAfterMs: Math.max(0, seconds) * 1000 }),
  }
}

/** A refused card's `msg` quotes the card: what follows `ErrorValue` may be anybody's text. */
function withoutCardText(message: string): string {
  return message.replace(/\s*ErrorValue:.*$/s, '')
}

/** Spelled `log_id` by the APIs and `logid` by the general page; the header is always there. */
function logIdIn(body: Record<string, unknown>, response: AxiosResponse): string | undefined {
  const error = isJsonObject(body['error']) ? body['error'] : {}
  const found: unknown = error['log_id'] ?? error['logid'] ?? response.headers['x-tt-logid']
  return typeof found === 'string' ? found : undefined
}
