import { isAxiosError } from 'axios'

import { isJsonObject } from './json-object.ts'
import type { Log } from './log.ts'

interface SdkLogger {
  error(...parts: unknown[]): void
  warn(...parts: unknown[]): void
  info(...parts: unknown[]): void
  debug(...parts: unknown[]): void
  trace(...parts: unknown[]): void
}

/**
 * The SDK logs whole requests: message text, and for the token endpoint the app secret. Only what cannot
 * hold either passes: status, codes, method and path.
 */
export function redactingLogger(log: Log): SdkLogger {
  const at = (level: keyof Log) =>
    function write(...parts: unknown[]) {
      log[level](Object.assign({}, ...parts.flat(2).map(harmless)), 'feishu sdk')
    }
  return {
    // The caller gets the failure too, and knows whether it matters.
    error: at('warn'),
    warn: at('warn'),
    info: at('debug'),
    debug: at('debug'),
    trace: at('debug'),
  }
}

function harmless(part: unknown): Record<string, unknown> {
  if (isAxiosError(part)) {
    const { code: cause, response, config } = part
    return { cause, status: response?.status, ...harmless(response?.data), ...requestLine(config) }
  }
  if (!isJsonObject(part)) return {}
  const { code, log_id: logId, config } = part
  return {
    ...(typeof code === 'number' && { code }),
    ...(typeof logId === 'string' && { logId }),
    ...(isJsonObject(config) && requestLine(config)),
  }
}

function requestLine(config: { method?: unknown; url?: unknown } | undefined) {
  const path = typeof config?.url === 'string' ? URL.parse(config.url)?.pathname : undefined
  return { method: config?.method, path }
}
