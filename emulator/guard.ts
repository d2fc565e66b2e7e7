import type { MiddlewareHandler } from 'hono'

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * A web page on the internet must not drive the emulator: neither by asking from its own origin,
 * nor by pointing a name of its own at 127.0.0.1.
 */
export const localOnly: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? ''
  const origin = c.req.header('origin')
  const foreign = origin !== undefined && origin !== `http://${host}`
  if (!LOOPBACK.has(host.replace(/:\d+$/, '')) || foreign) {
    return c.text('The emulator answers its own page only', 403)
  }
  await next()
  return undefined
}

/** Everything the page needs is on its own origin, and nothing is inline. */
export const strictCsp: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('content-security-policy', CSP)
  c.header('x-content-type-options', 'nosniff')
  c.header('referrer-policy', 'no-referrer')
}

const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')
